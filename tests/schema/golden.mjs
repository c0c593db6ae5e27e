// node golden.mjs SCHEMAS GOLDEN: where Duet's message is one that a schema can
// tell, the schema refuses the same line; where there is none, it refuses nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, errorsOf, inherited, load, messagesOf, readings, yamlOf } from './schemas.mjs';

// Of these codes, what only all files together tell.
const beyond = [
    /^a text has no key/, // which editions there are
    /^a card needs the address of the site/, // which is another key
    inherited,
    /^'category' cannot be/, // which heads law.yaml and the theme have
];

const [, , folder, golden] = process.argv;
const schemas = load(folder);
const seen = new Set();
let bad = 0;

function complain(words) {
    console.log(words);
    bad++;
}

function compare(name, file, messages, foreign) {
    const { name: schema, text } = yamlOf(join(golden, name, file));
    const end = text.split('\n').length; // what follows is Markdown
    const wanted = messages.filter(message => message.path === file && message.line <= end);
    for (const reading of schemas.has(schema) ? readings : []) {
        const errors = errorsOf(schemas.get(schema), text, reading);
        for (const { line, message, code } of errors === null ? [] : wanted) {
            seen.add(code);
            if (!errors.some(error => error.line === line)) {
                complain(`${name}: ${file}:${line}: not refused (${reading}): ${message} [${code}]`);
            }
        }
        for (const error of wanted.length > 0 || foreign ? [] : errors ?? []) {
            complain(`${name}: ${file}:${error.line}: refused (${reading}): ${error.message}`);
        }
    }
}

for (const name of readdirSync(golden)) {
    const said = join(golden, name, 'want.err');
    const all = existsSync(said) ? messagesOf(readFileSync(said, 'utf8')) : [];
    const messages = all.filter(({ code, message }) => codes.includes(code) && !beyond.some(it => it.test(message)));
    // what is not the YAML that Duet reads may well be strange to a schema
    const foreign = all.some(({ code }) => /^(yaml-|duplicate-key|too-deep)/.test(code));
    const given = join(golden, name, 'in');
    for (const file of existsSync(given) ? readdirSync(given, { recursive: true }) : []) {
        if (/\.(yaml|md)$/.test(file)) {
            compare(name, join('in', file), messages, foreign);
        }
    }
}
for (const code of codes.filter(it => !seen.has(it))) {
    complain(`no golden case has [${code}] in YAML`);
}
process.exitCode = bad === 0 ? 0 : 1;
