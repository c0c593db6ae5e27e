// node strings.mjs THEMES: each theme says in every language what it says in English.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { report } from '../browser/browser.mjs';

// The names that a text has in braces, those inside the forms of a plural too.
export function names(text) {
    const found = new Set();
    let at = 0;
    const space = () => { while (text[at] === ' ') at += 1; };
    const word = () => /^[\w=-]*/.exec(text.slice(at))[0];
    function message(depth) {
        for (; at < text.length && !(depth > 0 && text[at] === '}'); at += 1) {
            if (text[at] === '{') {
                argument(depth);
            }
        }
    }
    function argument(depth) {
        at += 1;
        const name = word();
        at += name.length;
        space();
        if (text[at] === ',') { // a plural: forms, each with a message
            at = text.indexOf(',', at + 1) + 1;
            for (space(); word(); space()) {
                at += word().length;
                space();
                at += 1;
                message(depth + 1);
                at += 1;
            }
        }
        found.add(name);
    }
    message(0);
    return [...found].sort();
}

// What the words `other` lack, or have too many, beside the English ones.
export function compare(english, other) {
    const findings = [];
    for (const key of Object.keys(english)) {
        if (!(key in other)) {
            findings.push(`${key} is missing`);
        } else if ((String(other[key]).trim() === '') !== (String(english[key]).trim() === '')) {
            findings.push(`${key} is empty in one of them`);
        } else if (names(String(english[key])).join() !== names(String(other[key])).join()) {
            findings.push(`${key}: {${names(String(english[key]))}} is {${names(String(other[key]))}} here`);
        }
    }
    return findings.concat(Object.keys(other).filter(key => !(key in english)).map(key => `${key} is not one of the English words`));
}

export const read = file => parse(readFileSync(file, 'utf8'));

// The themes that have words of their own, with their languages.
export function themes(root) {
    return readdirSync(root).filter(name => existsSync(join(root, name, 'strings', 'en.yaml'))).map(name => ({
        name, folder: join(root, name, 'strings'),
        languages: readdirSync(join(root, name, 'strings')).map(file => basename(file, '.yaml')).filter(code => code !== 'en'),
    }));
}

function judge(root) {
    let passed = true;
    const all = themes(root);
    passed = report('there are themes in other languages', all.some(t => t.languages.length > 0) ? [] : ['there are none']) && passed;
    for (const { name, folder, languages } of all) {
        const english = read(join(folder, 'en.yaml'));
        for (const code of languages) {
            const other = read(join(folder, `${code}.yaml`));
            passed = report(`${name}/strings/${code}.yaml says all that en.yaml says`, compare(english, other)) && passed;
            // a mistake is found
            const [key] = Object.keys(english);
            const { [key]: gone, ...missing } = other;
            const counted = Object.keys(english).find(k => names(String(english[k])).length > 0);
            const planted = { missing, 'too many': { ...other, 'not-a-word': gone } };
            if (counted) planted['another name'] = { ...other, [counted]: '{m}' };
            for (const [what, words] of Object.entries(planted)) {
                passed = report(`${name}/strings/${code}.yaml: a word ${what} is found`,
                    compare(english, words).length === 1 ? [] : compare(english, words).concat('not what was planted')) && passed;
            }
        }
    }
    return passed;
}

if (resolve(process.argv[1]).endsWith('strings.mjs')) {
    process.exitCode = judge(resolve(process.argv[2])) ? 0 : 1;
}
