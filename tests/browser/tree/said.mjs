// What is said when a script changes a page beside what has the focus: a live
// region of the accessibility tree has new words.
import { tree } from './names.mjs';

// The words of the live regions that a reader would hear of.
async function live(page) {
    const { met } = await tree(page);
    const text = node => [node.role === 'StaticText' ? node.name : '', ...node.children.map(text)].join(' ');
    return met.filter(node => ['polite', 'assertive'].includes(node.properties.live) && node.parent?.properties.live !== node.properties.live)
        .map(text).join('\n').trim();
}

// Each: a page, what a reader does there, and the words that must be said.
export const deeds = [{
    name: 'what the reader picks in the finder',
    path: 'model/young/get.html',
    region: '#finder_count',
    words: /\d/,
    act: page => page.locator('input[name="age"]').first().check(),
}, {
    name: 'how much a search finds',
    path: 'model/formal/search.html',
    region: '[data-search-count]',
    words: /\d/,
    act: async page => {
        await page.locator('#search_box').fill('council');
        await page.keyboard.press('Enter');
    },
}, {
    name: 'that a search finds nothing',
    path: 'model/young/search.html',
    region: '[data-search-count]',
    words: /\p{L}/u,
    act: async page => {
        await page.locator('#search_box').fill('qqqqqqqq');
        await page.keyboard.press('Enter');
    },
}, {
    name: 'how many rows a filter leaves',
    path: 'model/formal/action-plan.html',
    region: '.filter-count',
    words: /\d/,
    act: page => page.locator('.filter select').first().selectOption({ index: 1 }),
}, {
    name: 'that an address is copied, or is not',
    path: 'model/formal/action-plan.html',
    region: '.unseen[role="status"]',
    words: /\p{L}/u,
    act: page => page.locator('.numbered > .number').first().click(),
}, {
    name: 'that preferences are forgotten',
    path: 'model/young/index.html',
    region: '[data-look-status]',
    words: /\p{L}/u,
    act: async page => {
        await page.locator('[data-look]').click();
        await page.locator('[data-look-forget]').click();
    },
}];

// Does the deed and returns the findings. Nothing may be said before, or the same
// words again would be taken for new ones.
export async function said(page, deed, rounds = 20) {
    const before = await live(page);
    await deed.act(page);
    for (let i = 0; i < rounds; i++) {
        const now = await live(page);
        if (now !== before && deed.words.test(now)) {
            return [];
        }
        await page.waitForTimeout(50);
    }
    return [`nothing is said: it was “${before}” before and after`];
}

// Runs in the page: the region says nothing any more, though it shows the same.
export function silence(region) {
    const hush = () => document.querySelectorAll(region).forEach(e => {
        e.setAttribute('role', 'presentation');
        e.setAttribute('aria-live', 'off');
    });
    hush();
    new MutationObserver(hush).observe(document.documentElement, { childList: true, subtree: true });
}
