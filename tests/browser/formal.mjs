// node formal.mjs SITE: what scripts add to the pages of a formal edition, and
// that these are complete without them: the place in the side list, permalinks
// and citations, filters, tables in their frames. Over http and from the disk.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { axe, launch, report, serve } from './browser.mjs';

const root = resolve(process.argv[2]);
const { server, address } = await serve(root);
const browser = await launch();
let passed = true;

const equal = (is, wanted, what) =>
    JSON.stringify(is) === JSON.stringify(wanted) ? [] :
        [`${what}: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`];

// Opens a page of a new context, looks at it, and reports what was found.
async function judge(name, path, options, look) {
    const { disk, ...settings } = options;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
    const findings = [];
    if (!disk) {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
    }
    const page = await context.newPage();
    page.on('pageerror', e => findings.push(`script: ${e.message}`));
    page.on('console', m => {
        if (m.type() === 'error') findings.push(`console: ${m.text()}`);
    });
    const url = disk ? pathToFileURL(join(root, path)).href : `${address}/${path}`;
    if (options.javaScriptEnabled !== false) {
        await page.addInitScript(options.before ?? (() => {}));
    }
    await page.goto(url);
    try {
        findings.push(...await look(page, url));
    } catch (e) {
        findings.push(`the check stopped: ${e.message.split('\n')[0]}`);
    }
    if (options.javaScriptEnabled !== false) {
        const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
        findings.push(...equal(kept, [0, 0, ''], 'kept on the device'));
    }
    passed = report(name, findings) && passed;
    await context.close();
}

const numbers = 'thurrock-2022/formal/numbers.html';
const plan = 'model/formal/action-plan.html';
const meetings = 'model/formal/meetings.html';

// ---- the place ----
const marked = page => page.evaluate(() =>
    [...document.querySelectorAll('.side [aria-current]')].map(a => [a.getAttribute('aria-current'), a.hash]));
// What was marked is marked in the frame after a scroll.
const settled = page => page.evaluate(() => new Promise(done =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))));

await judge('formal: the side list has the chapter and what is in view', numbers, {}, async page => {
    const findings = equal(await marked(page), [['page', '']], 'marked at the top');
    const sections = await page.evaluate(() =>
        [...document.querySelectorAll('.chapter .section')].map(section => `#${section.id}`));
    findings.push(...equal(await page.evaluate(() =>
        [...document.querySelectorAll('.side-sections a')].slice(0, 5).map(a => a.hash)), sections, 'sections in the list'));
    for (const hash of sections) {
        await page.evaluate(hash => document.querySelector(hash).scrollIntoView(), hash);
        await settled(page);
        const now = (await marked(page)).filter(([kind]) => kind === 'location');
        const end = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 2);
        if (!end) {
            findings.push(...equal(now, [['location', hash]], `marked at ${hash}`));
        }
        const top = await page.evaluate(() => document.querySelector('.side').getBoundingClientRect().top);
        if (top < 0 || top > 50) findings.push(`at ${hash} the list is ${top} px from the top`);
    }
    await page.evaluate(() => scrollTo(0, 0));
    await settled(page);
    return [...findings, ...equal(await marked(page), [['page', '']], 'marked at the top again')];
});

await judge('formal: without scripts the page is complete', numbers, { javaScriptEnabled: false }, async page => [
    ...equal(await page.locator('.side-sections').first().locator('a').count(), 5, 'sections in the list'),
    ...equal(await page.locator('.side [aria-current="page"]').count(), 1, 'chapters marked'),
    ...equal(await page.locator('.numbered > a.number[href^="#p-"]').count(),
        await page.locator('.numbered').count(), 'numbers that are links'),
    ...equal(await page.locator('.cite').count(), 0, 'citations'),
]);

// On a narrow screen the list stands above the text; only one of the two is seen.
for (const width of [320, 1280]) {
    await judge(`formal: one list of what is on the page at ${width}`, numbers,
        { viewport: { width, height: 900 } }, async page => equal(
            [await page.locator('.here').isVisible(), await page.locator('.side').isVisible()],
            [width < 1024, width >= 1024], 'lists above and beside the text'));
}

// ---- permalinks and citations ----
const clipboard = page => page.evaluate(() => navigator.clipboard.readText());
const said = page => page.locator('p.unseen[role="status"]').textContent();

await judge('formal: a number copies its address and gives the citation', numbers, {}, async (page, url) => {
    const number = page.locator('.numbered > .number').nth(2);
    const hash = await number.getAttribute('href');
    await number.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.cite-said')?.textContent);
    const findings = [
        ...equal(await clipboard(page), url + hash, 'copied'),
        ...equal(page.url(), url + hash, 'the address'),
        ...equal(await said(page), 'Address of paragraph 3.3.1 copied.', 'announced'),
        ...equal(await page.locator('.cite-text').isVisible(), false, 'the citation shows at once'),
    ];
    await page.locator('.cite summary').click();
    const wanted = `Thurrock Council, Corporate Parenting Strategy 2022 to 2024 (19 July 2022), paragraph 3.3.1, ${url}${hash}`;
    findings.push(...equal(await page.locator('.cite-text').innerText(), wanted, 'the citation'));
    findings.push(...(await axe(page, { 'color-contrast-enhanced': true })));
    await page.locator('.cite-copy').click();
    await page.waitForFunction(() => document.querySelector('.cite-said').textContent === 'Citation copied.');
    findings.push(...equal(await clipboard(page), wanted, 'copied'));
    // a second number takes the same panel, and a heading's is a section
    await page.locator('h2 > a.number').first().click();
    await page.waitForFunction(() => document.querySelector('.cite-said').textContent.includes('section'));
    findings.push(...equal(await page.locator('.cite').count(), 1, 'panels'),
        ...equal(await page.locator('.cite summary').innerText(), 'Cite this section', 'offered'));
    await page.locator('.cite-close').click();
    findings.push(...equal(await page.evaluate(() => document.activeElement.textContent), '3.3', 'focus after closing'),
        ...equal(await page.locator('.cite').count(), 0, 'panels after closing'));
    return findings;
});

await judge('formal: what cannot be copied can be selected', numbers, {
    before: () => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
    },
}, async page => {
    await page.locator('.numbered > .number').first().click();
    await page.waitForFunction(() => document.querySelector('.cite-said')?.textContent);
    const findings = /^The browser did not allow copying/.test(await said(page)) ? [] : [`announced: ${await said(page)}`];
    await page.locator('.cite summary').click();
    await page.locator('.cite-copy').click();
    await page.waitForFunction(() => String(getSelection()).startsWith('Thurrock Council'));
    return findings;
});

await judge('formal: a citation from a disk does not name the disk', numbers, { disk: true }, async page => {
    await page.locator('.numbered > .number').first().click();
    await page.waitForFunction(() => document.querySelector('.cite-text')?.textContent);
    const text = await page.locator('.cite-text').textContent();
    return /, paragraph 3\.1, formal\/numbers\.html#p-[0-9a-f]+$/.test(text) ? [] : [text];
});

// ---- filters ----
const visible = rows => rows.filter(row => row.getClientRects().length > 0);
const rows = page => page.evaluate(`(${visible})([...document.querySelectorAll('.actions tbody tr')])
    .map(row => [...row.querySelectorAll('.leads .item')].map(lead => lead.textContent))`);
const headsStand = page => page.evaluate(() => [...document.querySelectorAll('.actions tbody')]
    .filter(body => body.getClientRects().length > 0)
    .every(body => {
        const rows = [...body.rows].filter(row => !row.hidden);
        return rows[0].cells[0].localName === 'th' && rows[0].cells[0].rowSpan === rows.length;
    }));
const table = page => page.locator('.actions').evaluate(e => e.outerHTML.replace(/ hidden=""/g, ''));

for (const disk of [false, true]) {
    await judge(`formal: an action plan by lead and date${disk ? ', from a disk' : ''}`, plan, { disk }, async (page, url) => {
        const [lead, date] = [page.locator('.filter select').nth(0), page.locator('.filter select').nth(1)];
        const count = page.locator('.filter-count'), all = page.locator('.filter-all');
        const before = await table(page), total = (await rows(page)).length;
        const leads = [...new Set((await rows(page)).flat())].sort((a, b) => a.localeCompare(b));
        const findings = [
            ...equal((await lead.locator('option').allTextContents()).slice(1), leads, 'leads to choose from'),
            ...equal(await date.locator('option').nth(1).textContent(), 'June 2027', 'the first date'),
            ...equal(await count.textContent(), `Showing ${total} of ${total}`, 'said at first'),
            ...equal(await all.isVisible(), false, '"show all" is there at first'),
        ];
        for (const name of leads) {
            await lead.selectOption(name);
            const shown = await rows(page);
            if (shown.length === 0 || !shown.every(row => row.includes(name))) {
                findings.push(`${name}: shows ${JSON.stringify(shown)}`);
            }
            findings.push(...equal(await count.textContent(), `Showing ${shown.length} of ${total}`, `said for ${name}`),
                ...equal(await headsStand(page), true, `objectives head their rows for ${name}`));
        }
        if (!disk) { // axe reads style sheets again, which a disk does not allow
            findings.push(...(await axe(page, { 'color-contrast-enhanced': true })));
        }
        await lead.selectOption('Head of Participation');
        await date.selectOption('March 2028');
        findings.push(...equal((await rows(page)).length, 0, 'rows of nobody'),
            ...equal(/^Nothing fits/.test(await count.textContent()), true, 'it says so'));
        await all.click();
        findings.push(...equal(await table(page), before, 'the table after "show all"'),
            ...equal((await rows(page)).length, total, 'rows after "show all"'),
            ...equal(await page.evaluate(() => document.activeElement.localName), 'select', 'focus after "show all"'));
        // a link to an objective that is left out brings it back
        await lead.selectOption('Fostering Service Manager');
        await page.evaluate(() => { location.hash = '#a-voice'; });
        await settled(page);
        findings.push(...equal((await rows(page)).length, total, 'rows after a link to one that was left out'),
            ...equal(page.url(), `${url}#a-voice`, 'the address'));
        return findings;
    });
}

await judge('formal: meetings by lead and date', meetings, {}, async page => {
    const [lead, date] = [page.locator('.filter select').nth(0), page.locator('.filter select').nth(1)];
    const shown = () => page.evaluate(`(${visible})([...document.querySelectorAll('.meeting')]).map(m => m.querySelector('[id]').id)`);
    const findings = [];
    await date.selectOption('September 2027');
    findings.push(...equal(await shown(), ['meeting-september-2027'], 'meetings of September'));
    await date.selectOption('');
    await lead.selectOption('Fostering Service Manager');
    findings.push(...equal(await shown(), ['meeting-june-2027'], 'meetings with the fostering service'),
        ...equal(await page.locator('.meeting tbody tr:visible').count(), 1, 'its items'));
    await page.locator('.filter-all').click();
    return [...findings, ...equal((await shown()).length, 4, 'meetings after "show all"')];
});

await judge('formal: without scripts a plan is complete and has no filter', plan, { javaScriptEnabled: false }, async page => [
    ...equal(await page.locator('.filter').isVisible(), false, 'the filter shows'),
    ...equal(await page.locator('.actions tbody tr:visible').count(), await page.locator('.actions tbody tr').count(), 'rows'),
]);

// ---- tables ----
const frame = page => page.evaluate(() => {
    const box = document.querySelector('.actions').parentElement;
    return { wide: box.scrollWidth > box.clientWidth, stop: box.hasAttribute('tabindex'),
        page: document.documentElement.scrollWidth <= innerWidth };
});
await judge('formal: a table scrolls in its frame, under its heads', plan, { viewport: { width: 320, height: 700 } }, async page => {
    const findings = equal(await frame(page), { wide: true, stop: true, page: true }, 'at 320 pixels');
    const gap = await page.evaluate(() => {
        const box = document.querySelector('.actions').parentElement;
        box.scrollTop = 300;
        return box.querySelector('thead th').getBoundingClientRect().top - box.getBoundingClientRect().top;
    });
    return gap >= 0 && gap < 3 ? findings : [...findings, `the heads are ${gap} px from the top of the frame`];
});
await judge('formal: where a table has room its heads stay in the window', plan, { viewport: { width: 1280, height: 500 } }, async page => {
    const findings = equal(await frame(page), { wide: false, stop: false, page: true }, 'at 1280 pixels');
    const top = await page.evaluate(() => {
        scrollTo(0, document.querySelector('.actions tbody:nth-of-type(3)').getBoundingClientRect().top + scrollY);
        return document.querySelector('.actions thead th').getBoundingClientRect().top;
    });
    return Math.abs(top) < 2 ? findings : [...findings, `the heads are at ${top} px`];
});

// ---- print ----
await judge('formal: paper has the addresses of the other edition, and no controls', 'model/formal/print.html', {}, async page => {
    await page.emulateMedia({ media: 'print' });
    return page.evaluate(() => {
        const seen = e => e.getClientRects().length > 0;
        const twins = [...document.querySelectorAll('.twin')];
        return [
            ...twins.length < 20 ? [`only ${twins.length} ways to the other edition`] : [],
            ...twins.filter(t => !seen(t.querySelector('.address')) ||
                !/^young\/[a-z-]+\.html(#[a-z0-9-]+)?$/.test(t.querySelector('.address').textContent)).map(t => t.textContent),
            ...[...document.querySelectorAll('.filter, .cite, .here, .side, button')].filter(seen).map(e => `${e.className} is printed`),
        ];
    });
});

await browser.close();
server.close();
server.closeAllConnections();
process.exitCode = passed ? 0 : 1;
