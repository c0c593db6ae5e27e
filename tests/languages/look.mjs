// Runs in a page of an edition in another language. `rules`: its language and
// direction, the original's language, the English words of the theme and the
// titles of the original. Returns what is wrong, and how much there was of what.
export function look({ lang, dir, original, english, titles }) {
    const findings = [], seen = { arrows: 0, numbers: 0, dates: 0, untranslated: 0, titles: 0 };
    const html = document.documentElement;
    if (html.lang !== lang) findings.push(`lang is ${html.lang}`);
    if (html.dir !== dir || getComputedStyle(document.body).direction !== dir) findings.push(`it is not written from ${dir === 'rtl' ? 'right to left' : 'left to right'}`);
    const languageOf = e => e.closest('[lang]').lang;
    const visible = e => e.checkVisibility() && !e.closest('.unseen, script, style, svg, [popover]');
    const box = (node, from, to) => {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        return range.getClientRects()[0];
    };
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    }

    if (dir === 'rtl') {
        // the first text of the page begins at the right
        const h1 = document.querySelector('h1'), main = document.querySelector('main').getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(h1);
        const right = Math.max(...[...range.getClientRects()].map(r => r.right));
        const beside = 160; // its number or its picture, and the edge of the page
        if (main.right - right > beside) findings.push('the title does not stand at the right');
        for (const svg of document.querySelectorAll('svg.way, .pager svg, .press > svg:last-child')) {
            seen.arrows += 1;
            if (!getComputedStyle(svg).transform.startsWith('matrix(-1,')) findings.push('an arrow points the other way');
        }
        // what is dialled first stands at the left, and so in a range
        for (const node of texts.filter(n => visible(n.parentElement) && languageOf(n.parentElement) === lang)) {
            for (const m of node.data.matchAll(/(\d+)(?:[ \u00a0.,:/–-]\d+)*[ \u00a0.,:/–-](\d+)/g)) {
                const first = box(node, m.index, m.index + m[1].length);
                const last = box(node, m.index + m[0].length - m[2].length, m.index + m[0].length);
                if (!first || !last || Math.abs(first.top - last.top) > 2) continue;
                seen.numbers += 1;
                if (last.left < first.left) findings.push(`${m[2]} stands before ${m[1]} in “${m[0]}”`);
            }
        }
        // the day of a date stands at the right of its year
        for (const node of texts.filter(n => visible(n.parentElement) && n.parentElement.closest('time'))) {
            const m = /^\s*(\d{1,2}) \p{L}+ (\d{4})/u.exec(node.data);
            if (!m || languageOf(node.parentElement) !== lang) continue;
            seen.dates += 1;
            const at = m[0].lastIndexOf(m[2]), day = box(node, node.data.indexOf(m[1]), node.data.indexOf(m[1]) + m[1].length);
            if (day.left < box(node, at, at + 4).left && Math.abs(day.top - box(node, at, at + 4).top) < 2) findings.push(`the date ${m[0]} begins at the left`);
        }
    }

    // what is not translated says so, in its language
    for (const block of document.querySelectorAll(`.prose div[lang="${original}"], .print-chapter div[lang="${original}"]`)) {
        seen.untranslated += 1;
        if (block.dir !== 'ltr') findings.push('a text that is not translated has no direction');
        if (!block.previousElementSibling?.matches('.fallback')) findings.push('no line says that a text is not translated');
    }
    const known = new Set(titles);
    for (const e of document.body.querySelectorAll('h1, h2, h3, h4, p, a, li, dt, dd, td, th, span, strong, summary, figcaption')) {
        const text = e.textContent.trim();
        if (!known.has(text)) continue;
        seen.titles += 1;
        const marked = e.querySelector(`[lang="${original}"][dir="ltr"]`)?.textContent.trim() === text || e.closest('[lang]').lang === original;
        if (!marked) findings.push(`“${text}” stands there without its language`);
    }

    // the theme speaks the page's language
    const words = new Set(english);
    for (const node of texts) {
        if (words.has(node.data.trim()) && languageOf(node.parentElement) !== original) findings.push(`an English word: “${node.data.trim()}”`);
    }
    for (const e of document.querySelectorAll('*')) {
        for (const a of e.attributes) {
            if (words.has(a.value.trim()) && languageOf(e) !== original) findings.push(`an English word in ${a.name}: “${a.value.trim()}”`);
        }
    }
    return { findings: [...new Set(findings)], seen };
}
