// node weight.mjs FOLDER: what a first visit to each page of a built site's young
// editions brings over the wire, and what moves while a page comes in.
//
// Chromium opens each page with nothing in its cache, from a server that compresses
// as servers do (gzip, level 6) and holds fonts, pictures and the scripts that may
// come late back for a moment, so that what they push aside is seen. Counted are
// bodies: the page, styles, scripts, pictures, and whatever else the page asks for;
// fonts apart. What the service worker fetches later, for reading without a
// connection, is no part of the visit.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { dirname, extname, join, normalize, relative, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { crew, filesBelow, launch, report, share, TYPES } from '../browser/browser.mjs';

const LIGHT = 40 * 1024, FONTS = 100 * 1024; // DESIGN.md, section 10: without and with fonts
const LATE = 150; // milliseconds that fonts, pictures and scripts come later
const SETTLE = 400; // and how long to wait for what they do
const SIZES = [{ width: 390, height: 844 }, { width: 1280, height: 800 }];
const PACKED = new Set(['.woff2', '.png', '.jpg', '.epub']); // as small as they get

const root = resolve(process.argv[2]);
const sent = new Map(); // path to bytes over the wire

function body(path) {
    const bytes = readFileSync(join(root, normalize(path)));
    return PACKED.has(extname(path)) ? bytes : gzipSync(bytes, { level: 6 });
}

const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const late = /\.(woff2|png|jpg|js)$/.test(path) && !/-early-/.test(path) ? LATE : 0;
    setTimeout(() => {
        try {
            const bytes = body(path);
            sent.set(path, bytes.length);
            response.writeHead(200, {
                'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
                ...PACKED.has(extname(path)) ? {} : { 'Content-Encoding': 'gzip' },
            });
            response.end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    }, late);
});
await new Promise(ready => server.listen(0, '127.0.0.1', ready));
const address = `http://127.0.0.1:${server.address().port}`;

// Adds up how far things move that nobody moved (https://web.dev/articles/cls).
function watch() {
    window.shifts = [];
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
            const names = entry.sources.map(s => s.node?.nodeType === 1
                ? s.node.tagName.toLowerCase() + (s.node.className ? '.' + s.node.className : '') : '#text');
            window.shifts.push([entry.value, names.join(' ')]);
        }
    }).observe({ type: 'layout-shift', buffered: true });
}

// A window that keeps nothing of what it has seen.
async function open(browser) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.addInitScript(watch);
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.setCacheDisabled', { cacheDisabled: true });
    return page;
}

// Opens the page as for the first time. Returns what came, and what moved.
async function visit(page, path, viewport) {
    const came = new Set();
    const note = r => came.add(decodeURIComponent(new URL(r.url()).pathname));
    await page.setViewportSize(viewport);
    page.on('response', note);
    await page.goto(address + path, { waitUntil: 'load' });
    await page.evaluate(async () => {
        await document.fonts.ready;
        const step = window.innerHeight; // down to the end, so that what waits for it comes in
        for (let y = 0; y < document.body.scrollHeight && y < 40 * step; y += step) {
            window.scrollTo({ top: y, behavior: 'instant' });
            await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
    });
    await page.waitForTimeout(SETTLE);
    const shifts = await page.evaluate(() => window.shifts);
    page.off('response', note);
    let fonts = 0, rest = 0;
    for (const file of came) {
        if (extname(file) === '.woff2') fonts += sent.get(file) ?? 0;
        else rest += sent.get(file) ?? 0;
    }
    return { fonts, rest, came, shifts };
}

const kb = bytes => (bytes / 1024).toFixed(1) + ' KB';
const name = path => relative(root, join(root, path));

function tooHeavy({ rest, fonts, came }) {
    const list = () => [...came].map(f => [sent.get(f) ?? 0, f]).sort((a, b) => b[0] - a[0])
        .slice(0, 6).map(([n, f]) => `\n    ${kb(n)} ${f}`).join('');
    return [
        ...rest > LIGHT ? [`${kb(rest)} without fonts, more than ${kb(LIGHT)}:${list()}`] : [],
        ...rest + fonts > FONTS ? [`${kb(rest + fonts)} with fonts, more than ${kb(FONTS)}:${list()}`] : [],
    ];
}

const moved = ({ shifts }, { width, height }) => shifts.map(([value, names]) =>
    `at ${width} by ${height} something moves (${value.toFixed(4)}): ${names}`);

// The pages to look at for movement, at both sizes: of each edition the first one, the
// one for words, and the longest; and those that belong to no edition.
function main(pages) {
    const chosen = new Set();
    for (const folder of new Set(pages.map(dirname))) {
        const list = pages.filter(page => dirname(page) === folder && !page.endsWith('/print.html'));
        const weight = page => readFileSync(join(root, page)).length;
        chosen.add(list.reduce((a, b) => weight(b) > weight(a) ? b : a));
        for (const page of list.filter(page => /\/(index|words|404)\.html$/.test(page))) chosen.add(page);
    }
    return chosen;
}

const pages = filesBelow(root, '.html').map(file => '/' + relative(root, file).split(sep).join('/'));
const still = main(pages);
const young = pages.filter(page => /\/young(-[a-z]+)?\//.test(page) && !page.endsWith('/print.html'));
let passed = report('there are young pages', young.length > 0 ? [] : ['there is none']);
const heaviest = new Map(); // publication to [page, visit]

// A visit waits for most of its time, so that two can share a processor.
const browsers = (await Promise.all([crew(launch), crew(launch)])).flat();
const windows = await Promise.all(browsers.map(open));
await share(pages.filter(page => young.includes(page) || still.has(page)), windows, async (page, window) => {
    const visits = [];
    for (const size of still.has(page) ? SIZES : SIZES.slice(0, 1)) {
        visits.push(await visit(window, page, size));
    }
    return visits;
}, (page, visits) => {
    const findings = visits.flatMap((seen, i) => moved(seen, SIZES[i]));
    if (young.includes(page)) {
        const [seen] = visits, publication = dirname(dirname(page));
        findings.push(...tooHeavy(seen));
        const most = heaviest.get(publication);
        if (!most || most[1].rest < seen.rest) heaviest.set(publication, [page, seen]);
    }
    passed = report(name(page), findings) && passed;
});
for (const [publication, [page, seen]] of heaviest) {
    console.log(`   the heaviest of ${publication}: ${name(page)}, ${kb(seen.rest)} and ${kb(seen.fonts)} of fonts`);
}

await Promise.all(browsers.map(browser => browser.close()));
server.close();
server.closeAllConnections();
process.exitCode = passed ? 0 : 1;
