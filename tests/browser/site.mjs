// node site.mjs FOLDER: judges every page of a built site in Chromium, JOBS (or as
// many as there are processors) at a time.
//
// On every page: what it asks for and keeps, its links, axe in the light, sizes of
// targets, nothing to scroll sideways for (wide, at 320 pixels, with large and with
// spaced text, in forced colours, on paper), the same text without scripts. On the
// pages that can show something new: axe in the dark (`unlike`) and the walk with
// the Tab key (`walked`).
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crew, filesBelow, launch, report, serve, share } from './browser.mjs';
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
    let allowed = '', before = '', findings = [];
    // The browser asks for a page's sign late, and gives it up when it has left the page.
    const isSign = r => /\/assets\/icon-[0-9a-f]+\.svg$/.test(r.url());
    page.on('request', r => {
        const late = isSign(r) && before && r.url().startsWith(before);
        if (!r.url().startsWith(allowed) && !r.url().startsWith('data:') && !late) findings.push(`asks for ${r.url()}`);
    });
    page.on('requestfailed', r => {
        const left = isSign(r) && r.failure()?.errorText === 'net::ERR_ABORTED';
        if (!left) findings.push(`cannot load ${r.url()}: ${r.failure()?.errorText}`);
    });
    page.on('response', r => {
        if (r.status() >= 400) findings.push(`${r.status()} for ${r.url()}`);
    });
    page.on('console', m => {
        if (m.type() === 'error' || m.type() === 'warning') findings.push(`console: ${m.text()}`);
    });
    page.on('pageerror', e => findings.push(`script: ${e.message}`));
    return async (url, beginning, look) => {
        [before, allowed] = [allowed, beginning];
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

// In the page: the kinds of its elements, which is what styles go by: their names,
// classes and attributes, and those of the two around them, under these styles (a
// style sheet's name has its hash) and this direction.
function kinds() {
    const own = new Map(), all = new Set();
    const kind = e => e ? own.get(e) ?? own.set(e, `${e.localName}[${[...e.attributes].map(({ name, value }) =>
        /^(class|type|role|rel|aria-current)$/.test(name) ? `${name}=${value}` : name).sort()}]`).get(e) : '';
    const sheets = [...document.styleSheets].map(sheet => sheet.href?.split('/').pop());
    for (const e of document.querySelectorAll('*')) {
        all.add(`${kind(e)}<${kind(e.parentElement)}<${kind(e.parentElement?.parentElement)}`);
    }
    return [...all].map(kind => `${sheets} ${document.documentElement.dir} ${kind}`);
}

// The pages with an element of a kind that no page before them has: colours that
// are right there are right on the others, too.
function unlike(pages) {
    const seen = new Set(), chosen = new Set();
    for (const [file, { kinds }] of pages) {
        for (const kind of kinds.filter(kind => !seen.has(kind))) {
            seen.add(kind);
            chosen.add(file);
        }
    }
    return chosen;
}

// The pages whose keyboard walk is worth its time: of each folder the first page
// and the one with the most links. print.html, which has more than most, is all
// pages one after the other without their controls: one of each edition will do.
function walked(pages) {
    const chosen = new Set(), printed = new Map();
    const [paper, screen] = [true, false].map(is => files.filter(file => file.endsWith('/print.html') === is));
    for (const folder of new Set(screen.map(file => dirname(file)))) {
        const list = screen.filter(file => dirname(file) === folder);
        const most = list.reduce((a, b) => pages.get(b).refs.length > pages.get(a).refs.length ? b : a);
        chosen.add(most).add(list.find(file => file.endsWith('/index.html')) ?? list[0]);
    }
    for (const file of paper) {
        printed.set(basename(dirname(file)), file);
    }
    return new Set([...chosen, ...printed.values()]);
}

if (files.length === 0) {
    console.log(`FAIL there are pages\n    there is no page below ${root}`);
    process.exit(1);
}
const { server, address } = await serve(root);
const workers = await crew(async () => {
    const browser = await launch();
    return { browser, visit: await visitor(browser), visitWithoutScripts: await visitor(browser, { javaScriptEnabled: false }) };
});
const over = (base, path) => base + '/' + relative(root, path).split('/').map(encodeURIComponent).join('/');
const onDisk = pathToFileURL(root).href;

// First visit, from the disk: what the pages say and refer to.
const pages = new Map();
const findings = new Map();
await share(files, workers, async (file, { visit }) => {
    let said;
    const wrong = await visit(over(onDisk, file), over(onDisk, home(file)), async page => {
        said = { ...await page.evaluate(collect), kinds: await page.evaluate(kinds), text: await text(page) };
        return [];
    });
    return { said, wrong };
}, (file, { said, wrong }) => {
    pages.set(file, said);
    findings.set(file, wrong.map(line => `from the disk: ${line}`));
});
const links = judge(pages, root);
const walk = walked(pages), dark = unlike(pages);

let passed = true;
await share(files, workers, async (file, { visit, visitWithoutScripts }) => {
    const young = /(^|\/)young(-[a-z]+)?\//.test(relative(root, file));
    const url = over(address, file), allowed = over(address, home(file));
    const seen = await visit(url, allowed, async page => [
        ...await appearance(page, young, dark.has(file)),
        ...walk.has(file) ? await keyboard(page) : [],
    ]);
    const plain = await visitWithoutScripts(url, allowed, async page =>
        await text(page) === pages.get(file).text ? [] : ['the text is another']);
    return [...findings.get(file), ...links.get(file), ...seen, ...plain.map(line => `without scripts: ${line}`)];
}, (file, all) => {
    passed = report(relative(root, file), [...new Set(all)]) && passed;
});

const lost = unreached(pages, join(root, 'index.html')).filter(file => !file.endsWith('404.html'));
passed = report('every page is reached from the first',
    lost.map(file => `nothing leads to ${relative(root, file)}`)) && passed;

await Promise.all(workers.map(({ browser }) => browser.close()));
server.close();
server.closeAllConnections();
process.exitCode = passed ? 0 : 1;
