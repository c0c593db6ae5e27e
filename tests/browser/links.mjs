// Links between the pages of a built site: where they lead, and whether there
// is anything there. Works on what the browser found, so no parser is needed.
import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

// Runs in the page: its ids, and everything that it refers to.
export function collect() {
    const refs = [];
    for (const element of document.querySelectorAll('[href], [src], [srcset], [poster], [data]')) {
        for (const name of ['href', 'src', 'poster', 'data']) {
            if (element.hasAttribute(name)) {
                refs.push({ tag: element.localName, value: element.getAttribute(name) });
            }
        }
        for (const part of (element.getAttribute('srcset') ?? '').split(',').filter(Boolean)) {
            refs.push({ tag: element.localName, value: part.trim().split(/\s+/)[0] });
        }
    }
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    return { refs, ids };
}

// The page that a reference leads to, or null when it leaves the site.
export function target(file, value) {
    const [path, fragment] = value.split('#');
    return {
        file: path === '' ? file : join(dirname(file), decodeURIComponent(path.split('?')[0])),
        fragment: fragment === undefined ? null : decodeURIComponent(fragment),
    };
}

export const outside = value => /^[a-z][a-z0-9+.-]*:/i.test(value);

// Judges the references of all pages below `root`: a Map from file to
// { refs, ids }. Returns a Map from file to findings.
export function judge(pages, root) {
    const findings = new Map([...pages.keys()].map(file => [file, []]));
    for (const [file, { refs }] of pages) {
        for (const { tag, value } of refs) {
            const complain = why => findings.get(file).push(`<${tag}> to "${value}": ${why}`);
            if (outside(value)) {
                if (tag !== 'a' || !/^(https?|mailto|sms|tel):/.test(value)) {
                    complain('only links may leave the site');
                }
                continue;
            }
            if (value.startsWith('/')) {
                complain('is not relative, so it does not work from a disk');
                continue;
            }
            const to = target(file, value);
            if (relative(root, to.file).startsWith('..')) {
                complain('leaves the site');
            } else if (!existsSync(to.file) || !statSync(to.file).isFile()) {
                complain('there is no such file');
            } else if (to.fragment && pages.has(to.file) && !pages.get(to.file).ids.includes(to.fragment)) {
                complain('there is no such id');
            }
        }
    }
    return findings;
}

// The pages that nothing leads to from `start`.
export function unreached(pages, start) {
    const seen = new Set([start]);
    for (const file of seen) {
        for (const { tag, value } of pages.get(file)?.refs ?? []) {
            if (tag === 'a' && !outside(value) && pages.has(target(file, value).file)) {
                seen.add(target(file, value).file);
            }
        }
    }
    return [...pages.keys()].filter(file => !seen.has(file));
}
