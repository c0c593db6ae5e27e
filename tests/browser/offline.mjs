// node offline.mjs SITE WITHOUT: reads an edition without a connection. SITE is one
// publication, built; WITHOUT is the same with `offline: false`. SITE is changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, report, serve } from './browser.mjs';

const [site, without] = process.argv.slice(2);
const young = 'young';
const help = 'help.html', unread = 'words.html', edition = 'index.html';

const browser = await launch();
const context = await browser.newContext();
const page = await context.newPage();
let server = await serve(site);
const port = Number(new URL(server.address).port);
const address = name => `http://127.0.0.1:${port}/${name}`;

const text = () => page.evaluate(() => document.querySelector('main').innerText);
const open = async name => {
    const answer = await page.goto(address(name), { waitUntil: 'load', timeout: 20000 });
    return answer;
};
const ready = () => page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
const stores = () => page.evaluate(() => caches.keys());
const stored = () => page.evaluate(async () => {
    const all = [];
    for (const name of await caches.keys()) {
        all.push(...(await (await caches.open(name)).keys()).map(request => new URL(request.url).pathname));
    }
    return all;
});
const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

// Waits until `look` says true; a worker does its work when it likes.
async function until(look, what) {
    for (let i = 0; i < 100; i++) {
        if (await look()) return [];
        await new Promise(resolve => setTimeout(resolve, 100));
    }
    return [what];
}

const expect = (holds, words) => holds ? [] : [words];
let passed = true;
const judge = (name, findings) => {
    passed = report(name, findings.flat()) && passed;
};

// One visit to one page.
await open(`${young}/${edition}`);
await ready();
const first = await text();
const kept = await stored(), before = await stores();
judge('offline: one visit keeps the edition, and nothing else', [
    expect(kept.includes(`/${young}/${unread}`), `${unread} is not kept`),
    expect(kept.some(path => path.endsWith('.css')), 'no style sheet is kept'),
    ...kept.filter(path => /\/formal\/|\.epub$|print\.html$/.test(path)).map(path => `${path} is kept`),
]);

await server.stop();
{
    const again = await open(`${young}/${edition}`);
    const same = await text() === first;
    const styled = await page.evaluate(() => [...document.styleSheets].some(s => s.cssRules.length > 50));
    const other = await open(`${young}/${unread}`);
    const words = await text();
    judge('offline: the page, and one never opened, are read after the server has stopped', [
        expect(again.ok() && same, 'the page visited before is not there'),
        expect(styled, 'the style sheet is not there'),
        expect(other.ok() && words.length > 20, 'the page not visited before is not there'),
    ]);
    await open(`${young}/print.html`);
    judge('offline: what is not kept leads to the first page, where help is', [
        expect(page.url() === address(`${young}/${edition}`), `it leads to ${page.url()}`),
        expect(await page.locator('a[href^="tel:"]').count() > 0, 'there is no number to ring'),
    ]);
    const second = await context.newPage(); // a failed visit lingers in its page
    const formal = await second.goto(address(`formal/${edition}`)).then(() => true, () => false);
    await second.close();
    judge('offline: the other edition is left alone', expect(!formal, 'the formal edition was answered for'));
}

// A page changes, and the server is there again.
const mark = 'Changed while nobody looked.';
const file = join(site, young, help);
writeFileSync(file, readFileSync(file, 'utf8').replace('<main', `<p>${mark}</p><main`));
const worker = join(site, young, 'sw.js');
writeFileSync(worker, readFileSync(worker, 'utf8').replace(/VERSION = "/, 'VERSION = "1'));
server = await serve(site, port);
const body = () => page.evaluate(() => document.body.innerText);
await open(`${young}/${help}`);
judge('offline: with a server the newest page is shown at once',
    expect((await body()).includes(mark), 'the page is an old one'));
judge('offline: the old store is taken away when the new one is whole', await until(async () => {
    const now = await stores();
    return now.length === 1 && now[0] !== before[0];
}, `the stores are still ${before.join(', ')}`));
await server.stop();
await open(`${young}/${help}`);
judge('offline: then the new page is read without a server',
    expect((await body()).includes(mark), 'the page is an old one'));

// The publication decides against it.
server = await serve(without, port);
await open(`${young}/${edition}`);
judge('offline: false takes away the worker and what it kept', [
    await until(async () => await workers() === 0, 'there is still a worker'),
    await until(async () => (await stores()).length === 0, 'there is still a store'),
]);
await open(`${young}/${edition}`);
judge('offline: false starts no worker again', expect(await workers() === 0, 'there is a worker again'));
await server.stop();
const gone = await open(`${young}/${edition}`).then(() => true, () => false);
judge('offline: the test can fail: without a worker nothing is read', expect(!gone, 'a page was read all the same'));

await browser.close();
process.exitCode = passed ? 0 : 1;
