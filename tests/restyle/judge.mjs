// node judge.mjs SITE: a restyled site has its council's logo, name and colours
// on every page, nothing moves when they come, and all text can be read.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { axe, filesBelow, launch, report, serve } from '../browser/browser.mjs';

const root = resolve(process.argv[2]);
const WANTED = { formal: { light: '#7a1f3d', dark: '#ffb3c7' }, young: { light: '#0b4a6f', dark: '#9ad7ff' } };
const PAGES = ['index.html', 'formal/index.html', 'formal/priorities.html', 'formal/action-plan.html',
    'young/index.html', 'young/promises.html'];

let passed = true;
const without = filesBelow(root, '.html').filter(file => !file.endsWith('print.html')).filter(file =>
    !/<img class="masthead-logo" src="(\.\.?\/)*assets\/harbour-[0-9a-f]{12}\.svg" alt="Harbour Council" width="375" height="100">/
        .test(readFileSync(file, 'utf8')));
passed = report('every page has the logo, with the name of the council', without) && passed;

const { server, address } = await serve(root);
const browser = await launch();
for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } });
    for (const path of PAGES) {
        const findings = [];
        const page = await context.newPage();
        page.on('response', r => { if (r.status() >= 400) findings.push(`${r.status()} for ${r.url()}`); });
        await page.addInitScript(() => {
            window.moved = 0;
            new PerformanceObserver(list => list.getEntries().forEach(e => { window.moved += e.value; }))
                .observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(`${address}/${path}`, { waitUntil: 'networkidle' });
        const seen = await page.evaluate(() => {
            const logo = document.querySelector('.masthead-logo');
            return { drawn: logo.complete && logo.naturalWidth > 0 && logo.getBoundingClientRect().height > 20,
                colour: getComputedStyle(document.documentElement).getPropertyValue('--link').trim(),
                moved: window.moved };
        });
        const edition = path.startsWith('young') ? 'young' : 'formal';
        if (!seen.drawn) findings.push('the logo is not drawn');
        if (seen.colour !== WANTED[edition][colorScheme]) findings.push(`links are ${seen.colour}`);
        // the young theme's own letters may come late; civic's are the system's
        if (seen.moved > 0 && edition === 'formal') findings.push(`something moves: ${seen.moved}`);
        findings.push(...await axe(page, { 'color-contrast-enhanced': true }));
        passed = report(`${path} in ${colorScheme}`, findings) && passed;
        await page.close();
    }
    await context.close();
}
await browser.close();
server.close();
server.closeAllConnections();
process.exitCode = passed ? 0 : 1;
