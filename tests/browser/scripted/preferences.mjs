// Reading preferences: what a reader chooses, where it is kept, how it is forgotten.

const stored = page => page.evaluate(() => Object.keys(localStorage));
const chosen = page => page.evaluate(() => ({ ...document.documentElement.dataset }));

async function choose(page, name, value) {
    await page.locator(`[data-look-panel] select[name="${name}"]`).selectOption(value);
}

// The early script has run before there is a body, so what it sets is there at
// the first paint: this notes what was set when <body> appeared.
const WATCH = `new MutationObserver((_, watch) => {
    if (document.body) {
        window.early = { ...document.documentElement.dataset };
        watch.disconnect();
    }
}).observe(document, { childList: true, subtree: true });
window.shifts = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

const ratio = page => page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const light = colour => {
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const style = getComputedStyle(document.body);
    const [a, b] = [light(style.color), light(style.backgroundColor)].sort((x, y) => y - x);
    return { ratio: (a + 0.05) / (b + 0.05), ground: style.backgroundColor };
});

export const checks = [{
    name: 'nothing is kept before the reader chooses something',
    faults: [["find('-closed').hidden = keep();", ''], ["open.addEventListener('click', () => toggle(panel.hidden));",
        "localStorage.setItem('seen', '1'); open.addEventListener('click', () => toggle(panel.hidden));"]],
    async run({ open }) {
        const findings = [];
        const page = await open('young/index.html');
        await page.locator('[data-look]').click();
        const before = await stored(page);
        if (before.length > 0) findings.push(`kept before a choice: ${before}`);
        if (await page.evaluate(() => document.cookie)) findings.push('a cookie is set');
        await choose(page, 'size', 'larger');
        const after = await stored(page);
        if (after.join() !== 'duet-preferences') findings.push(`kept after a choice: ${after}`);
        return findings;
    },
}, {
    name: 'what was chosen is there before the first paint of the next page',
    faults: [['root.dataset[name] = kept[name];', ''], ["'font', 'colours', 'ruler', 'rate']", "'colours']"]],
    async run({ open }) {
        const findings = [];
        const page = await open('young/index.html', { scripts: [WATCH] });
        const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize));
        const small = await size();
        await page.locator('[data-look]').click();
        const wanted = { size: 'largest', spacing: 'wide', font: 'system', colours: 'contrast', ruler: 'on', rate: 'slow' };
        for (const [name, value] of Object.entries(wanted)) {
            await choose(page, name, value);
        }
        if (await size() < small * 1.7) findings.push(`the largest text is ${await size()} after ${small}`);
        for (const path of ['../young/promises.html', '../formal/index.html', '../index.html']) {
            await page.goto(new URL(path, page.url()).href);
            await page.waitForLoadState('load');
            const early = await page.evaluate(() => window.early);
            for (const [name, value] of Object.entries(wanted)) {
                if (early?.[name] !== value) findings.push(`${path}: ${name} is ${early?.[name]} when the page appears`);
            }
            await page.waitForTimeout(300);
            const shifts = await page.evaluate(() => window.shifts);
            if (shifts > 0) findings.push(`${path}: the layout shifts by ${shifts}`);
            if (await page.locator('.ruler').count() !== 1) findings.push(`${path}: no ruler`);
        }
        return findings;
    },
}, {
    name: 'a font is fetched when it is chosen, and no other',
    faults: [["'font', 'colours', 'ruler', 'rate'", "'colours'"]],
    async run({ open }) {
        const findings = [];
        for (const font of ['atkinson', 'lexend', 'andika']) {
            const page = await open('formal/index.html');
            const asked = [];
            page.on('request', r => {
                if (r.resourceType() === 'font') asked.push(r.url().split('/').pop());
            });
            await page.locator('[data-look]').click();
            await choose(page, 'font', font);
            await page.evaluate(() => document.fonts.ready.then(() => {}));
            await page.reload();
            await page.evaluate(() => document.fonts.ready.then(() => {}));
            if (!asked.some(name => name.startsWith(font))) findings.push(`${font}: not fetched`);
            if (asked.some(name => !name.startsWith(font))) findings.push(`${font}: fetches ${asked}`);
            const used = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
            if (!used.toLowerCase().includes(font)) findings.push(`${font}: the text is in ${used}`);
        }
        return findings;
    },
}, {
    name: 'the choices are forgotten with one button, and the page says so',
    faults: [['localStorage.removeItem(KEY);', ''], ['find(\'-status\').textContent = event.currentTarget.dataset.done;', ''],
        ['apply({});', '']],
    async run({ open }) {
        const findings = [];
        const page = await open('formal/index.html');
        await page.locator('[data-look]').click();
        await choose(page, 'colours', 'dark');
        await choose(page, 'font', 'andika');
        await page.locator('[data-look-forget]').click();
        const left = await stored(page);
        if (left.length > 0) findings.push(`still kept: ${left}`);
        const data = await chosen(page);
        if (data.colours || data.font) findings.push('the page still looks as it was chosen');
        if (!await page.locator('[data-look-status]').innerText()) findings.push('nothing says that it is done');
        await page.reload();
        if ((await chosen(page)).colours) findings.push('it is back after a reload');
        return findings;
    },
}, {
    name: 'each palette has its own ground and at least 7:1',
    faults: [['set(event.target.name, event.target.value);', '']],
    async run({ open }) {
        const findings = [];
        for (const path of ['young/index.html', 'formal/index.html']) {
            const page = await open(path, { colorScheme: 'dark' });
            await page.locator('[data-look]').click();
            const values = await page.locator('select[name="colours"] option').evaluateAll(list => list.map(e => e.value));
            const grounds = new Map();
            for (const value of values) {
                await choose(page, 'colours', value);
                const { ratio: found, ground } = await ratio(page);
                if (found < 7) findings.push(`${path}: '${value}' has ${found.toFixed(2)} to 1`);
                grounds.set(value, ground);
            }
            if (grounds.get('') !== grounds.get('dark')) findings.push(`${path}: the device's colours are not its dark ones`);
            if (new Set(grounds.values()).size !== values.length - 1) {
                findings.push(`${path}: palettes look the same: ${[...grounds]}`);
            }
        }
        return findings;
    },
}, {
    name: 'the panel works with the keyboard and gives the focus back',
    faults: [["if (event.key === 'Escape') {\n            toggle(false);", 'if (false) {'], ['open.focus();', '']],
    async run({ open }) {
        const findings = [];
        const page = await open('young/index.html');
        await page.keyboard.press('Tab'); // the skip link
        await page.keyboard.press('Tab');
        const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 60));
        if (!(await focused()).includes('data-look') && !await page.evaluate(() => 'look' in document.activeElement.dataset)) {
            findings.push(`after the skip link comes ${await focused()}`);
        }
        await page.keyboard.press('Enter');
        if (await page.locator('[data-look]').getAttribute('aria-expanded') !== 'true') findings.push('it does not say that it is open');
        await page.locator('select[name="size"]').focus();
        await page.keyboard.press('ArrowDown');
        if ((await chosen(page)).size !== 'large') findings.push('the arrow keys do not choose');
        await page.keyboard.press('Escape');
        if (await page.locator('[data-look-panel]').isVisible()) findings.push('Escape does not close it');
        if (!await page.evaluate(() => 'look' in document.activeElement.dataset)) findings.push('the focus is lost');
        return findings;
    },
}, {
    name: 'closed storage does not stop the choices, and the page says that they do not last',
    faults: [["find('-closed').hidden = keep();", 'keep();'], ['} catch (closed) {\n            return false;', '} finally {\n']],
    async run({ open }) {
        const closed = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('closed', 'SecurityError'); } });`;
        const findings = [];
        const page = await open('young/index.html', { scripts: [closed] });
        await page.locator('[data-look]').click();
        await choose(page, 'size', 'large');
        if ((await chosen(page)).size !== 'large') findings.push('the choice is not applied');
        if (!await page.locator('[data-look-closed]').isVisible()) findings.push('nothing says that it is not kept');
        return findings;
    },
}, {
    name: 'without scripts there is no button that does nothing',
    async run({ open }) {
        const findings = [];
        for (const path of ['index.html', 'young/index.html', 'formal/index.html']) {
            const page = await open(path, { javaScriptEnabled: false });
            for (const button of await page.locator('button').all()) {
                if (await button.isVisible()) findings.push(`${path}: ${await button.innerText()}`);
            }
        }
        return findings;
    },
}, {
    name: 'the page that is printed has no scripts',
    async run({ open }) {
        const page = await open('young/print.html');
        return page.evaluate(() => [...document.scripts].map(s => s.src).filter(src => !src.includes('/offline-')));
    },
}];
