// Leave this page: where it leads, what it leaves in the history, what it says.

const AWAY = 'https://www.bbc.co.uk/weather';
const PAGE = 'young/help.html';

// A page with help, reached from another, so that there is a way back. The
// neutral site is one of this machine's own making.
async function reach(open, options = {}) {
    const page = await open('young/index.html', { ...options, mayAsk: [AWAY] });
    await page.route(`${AWAY}**`, route => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><p>Rain' }));
    await page.goto(new URL(PAGE.split('/').pop(), page.url()).href);
    return page;
}

const left = page => page.waitForURL(`${AWAY}**`, { timeout: 3000 }).then(() => true, () => false);
const status = page => page.locator('[data-leave-status]').textContent();

// Back must lead to the page before the one that was left.
async function back(page) {
    await page.goBack();
    return page.url().includes('help.html') ? ['Back leads to the page that was left'] : [];
}

export const checks = [{
    name: 'the button leaves the page and takes its place in the history',
    faults: [['location.replace(link.href);', 'location.href = link.href;'], ['event.preventDefault();\n        leave();', '']],
    async run({ open }) {
        const page = await reach(open);
        await page.locator('[data-leave]').click();
        if (!await left(page)) return ['it stays'];
        return back(page);
    },
}, {
    name: 'Shift pressed three times leaves the page, and each press is announced',
    faults: [['if (presses === 3) {', 'if (presses === 4) {'], ['status.textContent = presses === 1 ? link.dataset.two : link.dataset.one;', ''],
        ['location.replace(link.href);', 'location.href = link.href;']],
    async run({ open }) {
        const findings = [];
        const page = await reach(open);
        const live = await page.locator('[data-leave-status]').getAttribute('role');
        if (live !== 'status') findings.push(`the announcements are in a ${live}`);
        await page.keyboard.press('Shift');
        const two = await status(page);
        if (!/2/.test(two)) findings.push(`after one press it says '${two}'`);
        await page.keyboard.press('Shift');
        const one = await status(page);
        if (!/1/.test(one)) findings.push(`after two presses it says '${one}'`);
        await page.keyboard.press('Shift');
        if (!await left(page)) return [...findings, 'it stays'];
        return [...findings, ...await back(page)];
    },
}, {
    name: 'capitals, Escape and Shift pressed too slowly do not leave the page',
    faults: [['alone = false;\n            if (presses > 0) {\n                forget(\'\');', "alone = true;\n            if (presses > 0) {"],
        ["if (event.key === 'Shift' && alone) {", 'if (true) {'], ['forget(link.dataset.late), SECONDS * 1000', '0, SECONDS * 1000']],
    async run({ open }) {
        const findings = [];
        const page = await reach(open);
        for (let i = 0; i < 4; i += 1) {
            await page.keyboard.press('Shift+A');
        }
        for (let i = 0; i < 4; i += 1) {
            await page.keyboard.press('Escape');
        }
        await page.keyboard.press('Shift');
        await page.keyboard.press('a');
        await page.keyboard.press('Shift');
        await page.keyboard.press('Shift');
        if (!/1/.test(await status(page))) findings.push('a key between does not begin the count anew');
        await page.waitForTimeout(5300);
        const late = await status(page);
        if (!late || /[12]/.test(late)) findings.push(`after 5 seconds it says '${late}'`);
        await page.keyboard.press('Shift');
        await page.waitForTimeout(200);
        if (!page.url().includes('help.html')) findings.push('it left');
        return findings;
    },
}, {
    name: 'without scripts it is a plain link, and the page says that the history remains',
    async run({ open }) {
        const findings = [];
        const page = await reach(open, { javaScriptEnabled: false });
        const note = await page.locator('.leave-note').innerText();
        if (!/does not clear your history/.test(note)) findings.push(`it says '${note}'`);
        if (/Shift/.test(note)) findings.push('it offers the Shift key');
        await page.locator('[data-leave]').click();
        if (!await left(page)) findings.push('the link does not lead away');
        return findings;
    },
}, {
    name: 'the button stays at hand, hides nothing that has the focus, and is on pages with help alone',
    async run({ open }) {
        const findings = [];
        const page = await reach(open);
        await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
        const box = await page.locator('[data-leave]').boundingBox();
        if (!box || box.y < 0 || box.y > 100) findings.push('it scrolls out of sight');
        for (const path of ['index.html', 'words.html', 'print.html', 'promises.html']) {
            await page.goto(new URL(path, page.url()).href);
            if (await page.locator('[data-leave]').count() > 0) findings.push(`${path} has it`);
        }
        return findings;
    },
}];
