// damage.mjs FOLDER ROUNDS: files of a fork, of its copy and of the newer
// version are damaged. Whatever is wrong, the program says so or does its work;
// it never crashes, changes nothing when it refuses, and nothing local ever.
import { deepStrictEqual as equal, ok } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from './layer.mjs';

const here = new URL('.', import.meta.url).pathname;
const [folder, rounds] = [process.argv[2], Number(process.argv[3])];
const pieces = ['{', '}', '[', ']', ':', '- ', '---\n', '## ', '::: ', ':::\n', '"', "'", '\t', '\0', '\xff', '{{ ', '&a ', '*a', '\n\n',
    'id: ', 'drop: true', 'extends: upstream\n', 'extends: .\n', 'inherit: sections\n', 'chapters: {formal: [[[x]]]}\n', '<b>', '[^1]', '    '];

function snapshot(top) {
    const out = {};
    for (const entry of readdirSync(join(folder, top), { recursive: true, withFileTypes: true })) {
        if (entry.isFile()) {
            const path = join(entry.parentPath, entry.name);
            out[path] = readFileSync(path, 'latin1');
        }
    }
    return out;
}

function damage(r, bytes) {
    const at = r.below(bytes.length + 1), to = Math.min(bytes.length, at + r.below(60));
    switch (r.below(4)) {
    case 0: return bytes.slice(0, at);
    case 1: return bytes.slice(0, at) + bytes.slice(to);
    case 2: return bytes.slice(0, at) + r.pick(pieces) + bytes.slice(at);
    default: return bytes.slice(0, to) + bytes.slice(at);
    }
}

const seen = {};
for (let seed = 1; seed <= rounds; seed++) {
    const r = random(seed);
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(here, 'fork'), join(folder, 'fork'), { recursive: true });
    cpSync(join(here, 'base'), join(folder, 'fork/upstream'), { recursive: true });
    cpSync(join(here, 'newer'), join(folder, 'newer'), { recursive: true });
    writeFileSync(join(folder, 'fork/duet.lock'), 'upstream:\n  welcome#purpose:\n    was:\n      text: Old.\n');
    const files = Object.entries({ ...snapshot('fork'), ...snapshot('newer') });
    for (let i = 0; i < 1 + r.below(3); i++) {
        const [path, bytes] = r.pick(files);
        writeFileSync(path, damage(r, bytes), 'latin1');
    }
    const before = snapshot('.');
    for (const args of [['check', 'fork'], ['upstream', 'fork'], ['upstream', 'fork', '--compare', 'newer', '--format', 'json'],
        ['upstream', 'fork', '--to', 'newer']]) {
        const done = spawnSync(process.env.DUET, args, { cwd: folder, encoding: 'utf8', timeout: 20000 });
        const what = `round ${seed}, duet ${args.join(' ')}: `;
        ok([0, 1, 2, 3].includes(done.status), `${what}${done.signal ?? done.status}\n${done.stderr}`);
        ok(done.status === 0 || done.stderr.length > 0, `${what}says nothing`);
        seen[done.status] = (seen[done.status] ?? 0) + 1;
        const after = snapshot('.');
        const taken = args.includes('--to') && done.status === 0;
        const kept = (all) => Object.entries(all).filter(([path]) => !taken || !/fork\/(upstream\/|duet\.lock)/.test(path));
        equal(kept(after), kept(before), `${what}something was changed`);
    }
}
console.log(JSON.stringify(seen));
ok(seen[0] > rounds / 4 && seen[1] > rounds / 4, 'the damage is too small or too great to test anything');
