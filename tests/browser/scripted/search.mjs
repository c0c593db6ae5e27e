// Search: what is found, in which order, what is said, and the list without it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

async function ask(page, query) {
    await page.locator('#search_box').fill(query);
    await page.keyboard.press('Enter');
    return page.locator('[data-search-results] li').evaluateAll(list => list.map(li => ({
        title: li.querySelector('a').textContent,
        href: li.querySelector('a').getAttribute('href'),
        text: li.textContent,
        marks: [...li.querySelectorAll('mark')].map(m => m.textContent),
        group: li.closest('ul').previousElementSibling.textContent,
    })));
}

const count = page => page.locator('[data-search-count]').textContent();

export const checks = [{
    name: 'a word is found by its beginning, marked, and under its chapter',
    faults: [['word.startsWith(typed) || word.startsWith(open)', 'word === typed'], ["element('mark', text.slice(from, to))", 'text.slice(from, to)'],
        ["results.append(h2, ul);", "results.append(element('p', ''), ul);"]],
    async run({ open }) {
        const findings = [];
        for (const edition of ['formal', 'young']) {
            const page = await open(`${edition}/search.html`);
            const found = await ask(page, 'cor');
            if (found.length < 3) findings.push(`${edition}: ${found.length} results`);
            for (const hit of found) {
                if (!hit.marks.some(m => /^cor/i.test(m))) findings.push(`${edition}: '${hit.title}' has no mark`);
                if (!hit.group) findings.push(`${edition}: '${hit.title}' is under no chapter`);
            }
            if (!/\d/.test(await count(page))) findings.push(`${edition}: it says '${await count(page)}'`);
        }
        return findings;
    },
}, {
    name: 'words with a slip are found, and nonsense is not',
    faults: [['typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0', '0'],
        ['row[k] = Math.min(row[k], before[k - 2] + 1);', ''], ['typed.length >= 8 ? 2 :', 'typed.length >= 8 ? 5 :']],
    async run({ open }) {
        const findings = [];
        const page = await open('formal/search.html');
        const pairs = { councl: /^council/i, concil: /^council/i, cuoncil: /^council/i, comittee: /^committee/i,
            'educattoin': /^education/i, 'childrne': /^children/i };
        for (const [typed, wanted] of Object.entries(pairs)) {
            const found = await ask(page, typed);
            if (!found.some(hit => hit.marks.some(m => wanted.test(m)))) findings.push(`${typed}: not found`);
        }
        for (const typed of ['xyzzy', 'councilxyzw', 'zebra crossing']) {
            const found = await ask(page, typed);
            if (found.length > 0) findings.push(`${typed}: found ${found[0].marks}`);
        }
        return findings;
    },
}, {
    name: 'titles come before texts, and all words must be there',
    faults: [['title: 12', 'title: 0.1'], ['if (scores === null || scores.has(i)) {', 'if (true) {']],
    async run({ open }) {
        const findings = [];
        const page = await open('formal/search.html');
        const [first] = await ask(page, 'engagement plan');
        if (!/engagement plan/i.test(first?.title ?? '')) findings.push(`first comes '${first?.title}'`);
        const one = await ask(page, 'placement'), both = await ask(page, 'placement xyzzy');
        if (one.length === 0 || both.length > 0) findings.push(`one word: ${one.length}, with another that is nowhere: ${both.length}`);
        return findings;
    },
}, {
    name: 'every result and every line of the list leads to a place that is there',
    async run({ open, root }) {
        const findings = [];
        for (const edition of ['formal', 'young']) {
            const page = await open(`${edition}/search.html`, { javaScriptEnabled: false });
            const list = await page.locator('.a-to-z-list a').evaluateAll(a => a.map(e => [e.getAttribute('href'), e.textContent]));
            if (list.length < 30) findings.push(`${edition}: only ${list.length} lines`);
            for (const [href, title] of list) {
                const [file, id] = href.split('#');
                const path = join(root, edition, file);
                if (!title.trim()) findings.push(`${edition}: ${href} has no title`);
                if (!existsSync(path)) findings.push(`${edition}: no page ${href}`);
                else if (id && !readFileSync(path, 'utf8').includes(` id="${id}"`)) findings.push(`${edition}: no place ${href}`);
            }
            const letters = await page.locator('.a-to-z h2').allTextContents();
            if (letters.join() !== [...new Set(letters)].join()) findings.push(`${edition}: letters twice: ${letters}`);
            if (letters.filter(l => l.length === 1 && l !== '…').join('') !== [...letters.filter(l => l.length === 1 && l !== '…')].sort().join('')) {
                findings.push(`${edition}: letters out of order: ${letters}`);
            }
            if (await page.locator('[data-search]').isVisible()) findings.push(`${edition}: a form that does nothing`);
        }
        return findings;
    },
}, {
    name: 'when nothing is found there is somebody to ask, and the list',
    faults: [['none.hidden = hits.length > 0;', ''], ['list.hidden = hits.length > 0;', 'list.hidden = true;']],
    async run({ open }) {
        const findings = [];
        const page = await open('young/search.html');
        await ask(page, 'xyzzy');
        if (!await count(page)) findings.push('it says nothing');
        if (!await page.locator('[data-search-none] a[href="#get_help"]').isVisible()) findings.push('there is nobody to ask');
        if (await page.locator('#get_help').count() !== 1) findings.push('the way to help leads nowhere');
        if (!await page.locator('[data-search-list]').isVisible()) findings.push('the list is gone');
        return findings;
    },
}, {
    name: 'what is typed is not in the address, not kept, not sent; ?q= is read',
    faults: [['event.preventDefault();\n        clearTimeout(timer);', 'clearTimeout(timer); history.replaceState(null, "", "?q=" + box.value); event.preventDefault();'],
        ['box.value = asked;', '']],
    async run({ open }) {
        const findings = [];
        const page = await open('young/search.html');
        const before = page.url();
        await ask(page, 'home');
        if (page.url() !== before) findings.push(`the address is ${page.url()}`);
        const kept = await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length);
        if (kept > 0) findings.push('something is kept');
        await page.goto(`${before}?q=home`);
        await page.waitForLoadState('load');
        if (await page.locator('[data-search-results] li').count() === 0) findings.push('?q= is not read');
        return findings;
    },
}, {
    name: 'the search page is reached from each page, and its index is loaded there alone and small',
    async run({ open, root }) {
        const findings = [];
        for (const edition of ['formal', 'young']) {
            const page = await open(`${edition}/index.html`);
            if (await page.evaluate(() => 'duetSearch' in window)) findings.push(`${edition}: the first page loads the index`);
            await page.locator('header a[href="search.html"]').click();
            await page.waitForURL('**/search.html');
        }
        for (const name of readdirSync(join(root, 'assets')).filter(n => n.startsWith('search-'))) {
            const size = gzipSync(readFileSync(join(root, 'assets', name))).length;
            if (size > 60 * 1024) findings.push(`${name}: ${size} bytes over the wire`);
        }
        return findings;
    },
}];
