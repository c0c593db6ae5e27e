// What is asked of a page that is open in the browser. Each check returns its
// findings, a line each; an empty list is a pass.
import { axe, axeRule } from './browser.mjs';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

// The young edition is held to more: 7:1 contrast, which finds all that 4.5:1 would.
const YOUNG = { 'color-contrast': false, 'color-contrast-enhanced': true, 'target-size': true };

// Width that a reader must scroll sideways for. Tables scroll in a box of their own.
async function overflow(page, when) {
    const { width, room, culprits } = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        const scrolls = e => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
        const width = document.documentElement.scrollWidth;
        const culprits = width <= room ? [] : [...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > room + 1 && !scrolls(e.parentElement))
            .slice(0, 3).map(e => e.outerHTML.slice(0, 120));
        return { width, room, culprits };
    });
    return width > room ? [`${when}: ${width} pixels wide in ${room}\n    ${culprits.join('\n    ')}`] : [];
}

// Text that its box cuts off.
async function clipped(page, when) {
    const boxes = await page.evaluate(() => [...document.body.querySelectorAll('*')].filter(e =>
        // a box of 1 pixel is the usual way to show text to screen readers alone
        e.clientHeight > 1 && (e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1) &&
            /hidden|clip/.test(getComputedStyle(e).overflow) && e.textContent.trim(),
    ).map(e => e.outerHTML.slice(0, 120)));
    return boxes.map(box => `${when}: text is cut off: ${box}`);
}

// A telephone number on two lines is read as two.
async function telephones(page) {
    const broken = await page.evaluate(() => [...document.querySelectorAll('a[href^="tel:"], a[href^="sms:"]')]
        .map(e => e.querySelector('.tel') ?? e)
        .filter(e => {
            const words = document.createRange();
            words.selectNodeContents(e);
            return new Set([...words.getClientRects()].map(box => Math.round(box.top))).size > 1;
        }).map(e => e.textContent.trim()));
    return broken.map(number => `320 pixels: the number ${number} is broken over two lines`);
}

async function basics(page) {
    return page.evaluate(() => {
        const findings = [];
        const h1 = document.querySelectorAll('h1').length;
        if (h1 !== 1) findings.push(`${h1} headings of level 1`);
        if (!document.title.trim()) findings.push('no title');
        if (!document.documentElement.lang) findings.push('no language');
        if (document.compatMode !== 'CSS1Compat') findings.push('no doctype');
        if (document.styleSheets.length === 0) findings.push('no style sheet was loaded');
        return findings;
    });
}

// WCAG 1.4.4: the text can be twice as large, and really becomes so.
async function largeText(page) {
    const size = () => page.evaluate(() =>
        parseFloat(getComputedStyle(document.querySelector('main p, main li, p') ?? document.body).fontSize));
    const before = await size();
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
    const after = await size();
    const findings = [...await overflow(page, 'text at 200 %'), ...await clipped(page, 'text at 200 %')];
    if (after < before * 1.8) {
        findings.push(`text at 200 %: ${before} pixels became ${after}; sizes must follow the reader's`);
    }
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    return findings;
}

// WCAG 1.4.12: wider spacing loses nothing.
async function spacedText(page) {
    await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
            word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
        document.adoptedStyleSheets = [sheet];
    });
    const findings = [...await overflow(page, 'spaced text'), ...await clipped(page, 'spaced text')];
    await page.evaluate(() => { document.adoptedStyleSheets = []; });
    return findings;
}

async function shows(page, when) {
    const seen = await page.evaluate(() => document.querySelector('h1')?.checkVisibility());
    return seen ? [] : [`${when}: the heading cannot be seen`];
}

// Until what a change of the window sets off in the page's scripts has happened.
const settled = page => page.evaluate(() =>
    new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));

// All that one visit can show: light and wide, dark and narrow, enlarged,
// spaced, in forced colours, on paper. Axe judges every page in the light; in the
// dark those where that can find something new (site.mjs says which). How large
// targets are is another matter: that goes with the words, so it is seen on all.
export async function appearance(page, young, dark = true) {
    const findings = [];
    const add = (when, list) => findings.push(...list.map(line => `${when}: ${line}`));
    const rules = young ? YOUNG : {};

    await page.setViewportSize(WIDE);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
    findings.push(...await basics(page), ...await overflow(page, 'wide'));
    add('axe, light', await axe(page, rules));
    findings.push(...await largeText(page), ...await spacedText(page));

    await page.setViewportSize(NARROW);
    await page.emulateMedia({ colorScheme: 'dark' });
    await settled(page);
    findings.push(...await overflow(page, '320 pixels'), ...await telephones(page));
    add('axe, dark, 320 pixels', dark ? await axe(page, rules) : young ? await axeRule(page, 'target-size') : []);
    findings.push(...await spacedText(page));

    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    findings.push(...await shows(page, 'forced colours'), ...await overflow(page, 'forced colours'));
    await page.emulateMedia({ forcedColors: 'none', media: 'print' });
    findings.push(...await shows(page, 'print'), ...await overflow(page, 'print'));
    await page.emulateMedia({ media: 'screen' });
    return findings;
}

// Runs in the page, once: the controls that can have the focus, by number. Each
// keeps its number, whatever a script adds before it when something gets the
// focus; `focused` looks for the difference that the focus makes.
function controls() {
    const ring = (e, pseudo) => {
        const style = getComputedStyle(e, pseudo);
        const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        return `${outline ? style.outline : ''}/${style.boxShadow}`;
    };
    // The outlines and shadows that may show the focus: the element's own, those of
    // its ::before and ::after, and those of the boxes around it (a card whose link has it).
    window.duetRings = e => {
        const around = [];
        for (let p = e.parentElement; p && around.length < 4; p = p.parentElement) around.push(ring(p));
        return [ring(e), ring(e, '::before'), ring(e, '::after'), ...around].join();
    };
    window.duetStops = [];
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        // of buttons of which one is chosen, that one is the stop: the arrows lead to the others
        .filter(e => !(e.type === 'radio' && !e.checked &&
            document.querySelector(`input[type="radio"][name="${CSS.escape(e.name)}"]:checked`)))
        .map(e => ({ index: window.duetStops.push({ e, rings: window.duetRings(e) }) - 1, shown: e.checkVisibility() }));
}

// Runs in the page: what has the focus, where, and how it is seen. What a script
// has added since `controls` gets a number too.
function focused() {
    const e = document.activeElement, stops = window.duetStops;
    if (!e || e === document.body) {
        return null;
    }
    let index = stops.findIndex(stop => stop.e === e);
    if (index < 0) {
        index = stops.push({ e }) - 1;
    }
    const before = window.duetBefore;
    window.duetBefore = e;
    const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
    // what is seen of it: a table can be longer than the window
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const upper = Math.max(box.top, 0), lower = Math.min(box.bottom, innerHeight);
    const seen = lower - upper >= Math.min(box.height, innerHeight) / 2 && right - left > 1;
    const x = (left + right) / 2, y = (upper + lower) / 2;
    const top = document.elementFromPoint(x, y);
    return {
        index,
        html: e.outerHTML.slice(0, 120),
        href: e.getAttribute('href'),
        upwards: before !== undefined && (before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
        inView: box.width > 1 && box.height > 1 && seen,
        covered: top !== null && !e.contains(top) && !top.contains(e),
        ringed: window.duetRings(e) !== stops[index].rings,
    };
}

// Walks the page with the Tab key: the skip link comes first and works, each
// link can be reached in the order of the page, is in view, and shows that it has the focus.
export async function keyboard(page, size = WIDE) {
    const findings = [];
    await page.setViewportSize(size);
    await page.reload();
    const wanted = (await page.evaluate(controls)).filter(e => e.shown).map(e => e.index);
    const reached = [];
    for (let i = 0; i < wanted.length + 5; i++) {
        await page.keyboard.press('Tab');
        const now = await page.evaluate(focused);
        if (now === null || reached.some(was => was.index === now.index)) {
            break;
        }
        if (now.upwards) findings.push(`keyboard: before what stands above it: ${reached.at(-1).html}`);
        reached.push(now);
        if (!now.inView) findings.push(`keyboard: out of view when focused: ${now.html}`);
        if (now.covered) findings.push(`keyboard: covered when focused: ${now.html}`);
        if (!now.ringed) findings.push(`keyboard: no visible focus: ${now.html}`);
    }
    const missed = wanted.filter(index => !reached.some(r => r.index === index));
    if (missed.length > 0) {
        findings.push(`keyboard: ${missed.length} of ${wanted.length} controls are not reached`);
    }
    if (!reached[0]?.href?.startsWith('#')) {
        findings.push(`keyboard: the first stop is no skip link: ${reached[0]?.html ?? 'nothing'}`);
        return findings;
    }
    await page.reload();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const beyond = await page.evaluate(id => {
        const main = document.getElementById(id), now = document.activeElement;
        return main !== null && (now === document.body || main.contains(now) ||
            (main.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
    }, decodeURIComponent(reached[0].href.slice(1)));
    if (!beyond) {
        findings.push('keyboard: after the skip link the focus is not in the text');
    }
    return findings;
}
