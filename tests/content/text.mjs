// The text of Duet's pages, for tests that count and search. The pages are
// well formed (other tests see to that), so following the tags is enough.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const BLOCK = new Set(['p', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'table', 'caption',
    'dt', 'dd', 'dl', 'div', 'section', 'blockquote', 'figure', 'figcaption', 'nav', 'header', 'footer', 'main']);

// What stands in a page besides its prose.
const ASIDE = new Set(['nav', 'table', 'address', 'dl', 'header', 'footer', 'script', 'style', 'svg', 'figcaption',
    'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const ASIDE_CLASS = /(^|\s)(help|twin|fallback|meta|plan-text)/;

const decode = text => text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (all, name) => {
    const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
    if (name[0] !== '#') return named[name] ?? all;
    return String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10));
});

// The text of <main> in blocks: { tag, aside, text }, where `tag` is the block
// that the text stands in and `aside` says that this is no prose.
export function blocks(html) {
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    const open = [], found = [];
    let current = null;
    for (const [, text, close, tag, attributes] of main.matchAll(/([^<]*)(?:<(\/?)([a-z0-9]+)([^>]*)>|$)/g)) {
        if (text.trim()) {
            const block = open.findLast(e => BLOCK.has(e.tag));
            const aside = open.some(e => e.aside);
            if (current === null || current.of !== block || current.aside !== aside) {
                current = { of: block, tag: block?.tag, aside, text: '' };
                found.push(current);
            }
            current.text += text;
        } else if (current !== null) {
            current.text += ' ';
        }
        if (tag === undefined || VOID.has(tag)) {
            continue;
        }
        if (BLOCK.has(tag)) {
            current = null;
        } else if (current !== null && (tag === 'td' || tag === 'th')) {
            current.text += ' ';
        }
        if (close) {
            open.length = open.findLastIndex(e => e.tag === tag);
        } else {
            const classes = /class="([^"]*)"/.exec(attributes)?.[1] ?? '';
            open.push({ tag, aside: ASIDE.has(tag) || ASIDE_CLASS.test(classes) });
        }
    }
    return found.map(({ tag, aside, text }) => ({ tag, aside, text: decode(text).replace(/\s+/g, ' ').trim() }));
}

// All blocks of an edition: the pages of its folder, in the order of their names.
export function edition(folder) {
    return readdirSync(folder).filter(name => name.endsWith('.html')).sort()
        .flatMap(name => blocks(readFileSync(join(folder, name), 'utf8')));
}

// The sentences of paragraphs and list items. A heading-like scrap ("Homes")
// is no sentence: it would only make the mean look better.
export function sentences(blocks) {
    return blocks.filter(b => !b.aside && (b.tag === 'p' || b.tag === 'li'))
        .filter(b => /[.!?][)”’"']*$/.test(b.text))
        .flatMap(b => b.text.split(/(?<=[.!?][)”’"']*)\s+(?=["“‘(]?[A-Z0-9])/));
}

export const words = text => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
