// node site.mjs FOLDER: judges every page of a built site in Chromium.
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, launch, report, serve } from './browser.mjs';
import { appearance, keyboard } from './checks.mjs';
import { collect, judge, unreached } from './links.mjs';

const root = resolve(process.argv[2]);
const files = filesBelow(root, '.html');

// The folder that holds all that a page may ask for: its publication's.
const home = file => {
    let folder = dirname(file);
    while (folder !== root && !existsSync(join(folder, 'assets'))) {
        folder = dirname(folder);
    }
    return folder;
};

// In the page: what it has left behind on the reader's device. Nothing may be, before
// the reader has set a preference.
const kept = () => [
    ...['localStorage', 'sessionStorage'].flatMap(name =>
        Object.keys(window[name]).map(key => `keeps ${name}: ${key}`)),
    ...document.cookie ? [`sets a cookie: ${document.cookie}`] : [],
];

// A page to visit others with, again and again: opening a new one takes longer
// than most checks. Returns a function that opens `url`, looks at it, and
// returns what `look` found and what went wrong meanwhile. All addresses that
// are asked for must begin with `allowed`.
async function visitor(browser, options) {
    const page = await (await browser.newContext(options)).newPage();
    let allowed = '', findings = [];
    page.on('request', r => {
        if (!r.url().startsWith(allowed) && !r.url().startsWith('data:')) findings.push(`asks for ${r.url()}`);
    });
    page.on('requestfailed', r => findings.push(`cannot load ${r.url()}: ${r.failure()?.errorText}`));
    page.on('response', r => {
        if (r.status() >= 400) findings.push(`${r.status()} for ${r.url()}`);
    });
    page.on('console', m => {
        if (m.type() === 'error' || m.type() === 'warning') findings.push(`console: ${m.text()}`);
    });
    page.on('pageerror', e => findings.push(`script: ${e.message}`));
    return async (url, beginning, look) => {
        allowed = beginning;
        findings = [];
        await page.goto(url, { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready.then(() => {}));
        return [...await look(page), ...await page.evaluate(kept), ...findings];
    };
}

// The text that every reader gets. The controls that scripts bring, and what is
// meant for pages with scripts alone (a form that they answer) or for those
// without (the same as pages) is said by its class, and seen in its own case only.
const text = page => page.evaluate(() => {
    document.querySelectorAll('[data-scripted]').forEach(element => { element.style.display = 'none'; });
    const apart = [...document.querySelectorAll('.with-scripts, .without-scripts')];
    const scripted = 'scripts' in document.documentElement.dataset;
    const wrong = apart.filter(e => e.checkVisibility() !== (scripted === e.classList.contains('with-scripts')));
    for (const e of apart) e.style.display = 'none';
    const said = (document.querySelector('main') ?? document.body).innerText;
    for (const e of apart) e.style.display = '';
    return said + wrong.map(e => `\n${e.className} is seen where it should not be, or not where it should`).join('');
});

// The pages whose keyboard walk is worth its time: of each folder the first
// page and the one with the most links.
function walked(pages) {
    const chosen = new Set();
    const folders = new Set(files.map(file => dirname(file)));
    for (const folder of folders) {
        const list = files.filter(file => dirname(file) === folder);
        const most = list.reduce((a, b) => pages.get(b).refs.length > pages.get(a).refs.length ? b : a);
        chosen.add(most).add(list.find(file => file.endsWith('/index.html')) ?? list[0]);
    }
    return chosen;
}

if (files.length === 0) {
    console.log(`FAIL there are pages\n    there is no page below ${root}`);
    process.exit(1);
}
const browser = await launch();
const { server, address } = await serve(root);
const visit = await visitor(browser);
const visitWithoutScripts = await visitor(browser, { javaScriptEnabled: false });
const over = (base, path) => base + '/' + relative(root, path).split('/').map(encodeURIComponent).join('/');
const onDisk = pathToFileURL(root).href;

// First visit, from the disk: what the pages say and refer to.
const pages = new Map();
const findings = new Map();
for (const file of files) {
    const wrong = await visit(over(onDisk, file), over(onDisk, home(file)), async page => {
        pages.set(file, { ...await page.evaluate(collect), text: await text(page) });
        return [];
    });
    findings.set(file, wrong.map(line => `from the disk: ${line}`));
}
const links = judge(pages, root);
const walk = walked(pages);

let passed = true;
for (const file of files) {
    const young = relative(root, file).split('/').includes('young');
    const url = over(address, file), allowed = over(address, home(file));
    const seen = await visit(url, allowed, async page => [
        ...await appearance(page, young),
        ...walk.has(file) ? await keyboard(page) : [],
    ]);
    const plain = await visitWithoutScripts(url, allowed, async page =>
        await text(page) === pages.get(file).text ? [] : ['the text is another']);
    const all = [...findings.get(file), ...links.get(file), ...seen,
        ...plain.map(line => `without scripts: ${line}`)];
    passed = report(relative(root, file), [...new Set(all)]) && passed;
}

const lost = unreached(pages, join(root, 'index.html')).filter(file => !file.endsWith('404.html'));
passed = report('every page is reached from the first',
    lost.map(file => `nothing leads to ${relative(root, file)}`)) && passed;

await browser.close();
server.close();
server.closeAllConnections();
process.exitCode = passed ? 0 : 1;
