// node alarms.mjs LIST DUET CONTENT WORDS: in CONTENT, a copy of the publications
// from which every `allow` is taken here, DUET finds exactly what LIST names, and
// fewer than one false alarm in WORDS words.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const [, , list, duet, content, words] = process.argv;
const problems = [];

for (const entry of readdirSync(content, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isFile() || !/\.(md|yaml)$/.test(entry.name)) {
        continue;
    }
    const text = readFileSync(path, 'utf8');
    const without = text.replace(/^allow:.*\n(?:[ \t]+\S.*\n)*/gm, '');
    if (without !== text) {
        writeFileSync(path, without);
    }
}

function check(...options) {
    return JSON.parse(execFileSync(duet, ['check', content, '--format', 'json', ...options], {
        env: { ...process.env, SOURCE_DATE_EPOCH: '1767225600' },
        maxBuffer: 1 << 26,
    }));
}

const entries = readFileSync(list, 'utf8').split('\n').filter(line => line && !line.startsWith('#')).map(line => {
    const [kind, code, file, quoted, reason] = line.split(' :: ');
    if (!['true', 'false'].includes(kind) || !reason) {
        problems.push(`not an entry: ${line}`);
    }
    return { kind, code, file, quoted, line, findings: 0 };
});

const { messages, silenced } = check();
if (silenced !== 0) {
    problems.push(`${silenced} findings are still silenced`);
}
for (const m of messages) {
    const file = relative(content, m.path);
    const entry = entries.find(e => e.code === m.code && e.file === file && m.message.includes(e.quoted));
    if (entry) {
        entry.findings++;
    } else {
        problems.push(`not on the list: ${file}:${m.line}: ${m.message} [${m.code}]`);
    }
}
for (const entry of entries.filter(e => e.findings === 0)) {
    problems.push(`on the list for nothing: ${entry.line}`);
}

const texts = check('--parity').publications.flatMap(p => p.editions.map(e => e.words));
const total = texts.reduce((sum, w) => sum + Object.values(w).reduce((a, b) => a + b, 0), 0);
const alarms = entries.filter(e => e.kind === 'false').reduce((sum, e) => sum + e.findings, 0);
if (!(total > 10000) || alarms * Number(words) >= total) {
    problems.push(`that is too many: fewer than one in ${words} is the aim`);
}
console.log(`${alarms} false alarms in ${total} words; ${messages.length - alarms} findings are right`);
problems.forEach(problem => console.log(problem));
process.exitCode = problems.length === 0 ? 0 : 1;
