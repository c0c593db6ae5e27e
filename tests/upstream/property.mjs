// property.mjs ROUNDS SEED: random edits to a model and to a fork of it. Taking
// the newer model never changes a local file, puts the newer model in the place
// of the old one to the byte, reports every unit that changed in the state that
// layer.mjs works out for it, notes in the ledger what both have changed, does
// nothing the second time, and does not depend on the order of a folder.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { filesOf, random, unitsOf, write } from './layer.mjs';

const rounds = Number(process.argv[2]);
const firstSeed = Number(process.argv[3] ?? 1);
const duet = process.env.DUET;
const top = mkdtempSync(join(process.env.TMP ?? '/tmp', 'layers.'));

let r;
let words = 0;
const text = (mark, n = 8) => Array.from({ length: n }, () => `${mark}${words++}`).join(' ');
const voiced = (name, mark) => ({ [`${name}.formal`]: text(mark, 5), [`${name}.young`]: text(mark, 5) });
const section = (id, mark, level = 2) => ({ id, level, formal: text(mark), young: text(mark) });
const promise = (id, mark) => ({ id, fields: { ...voiced('title', mark), ...voiced('text', mark) } });
const contact = (id, mark) => ({
    id, fields: { ...(r.chance(0.3) ? { name: text(mark, 5) } : voiced('name', mark)), tel: text(mark, 2), hours: text(mark, 4) },
});
// ids are one publication's, so those of the law begin otherwise
const category = (id, mark) => ({ id: id.replace('n', 'law-n'), fields: { title: text(mark, 5), act: text(mark, 5) } });
// A field in one voice for all, or in each of two; a change of shape is a change.
function reshape(fields, mark) {
    if (fields.name !== undefined && r.chance(0.3)) {
        delete fields.name;
        Object.assign(fields, voiced('name', mark));
    } else if (fields['name.formal'] !== undefined && r.chance(0.3)) {
        delete fields['name.formal'];
        delete fields['name.young'];
        fields.name = text(mark, 5);
    }
}
const clone = (x) => structuredClone(x);
const ids = (mark, n) => Array.from({ length: n }, (_, i) => `${mark}${i}`);
const pool = ids('n', 4); // what both sides may add

function chapter(mark) {
    const sections = ids('s', 1 + r.below(5)).map((id, i) => section(id, mark, i > 0 && r.chance(0.5) ? 3 : 2));
    return {
        inherit: false, drop: {}, fields: voiced('title', mark), sections,
        opening: r.chance(0.7) ? { formal: text(mark), young: text(mark) } : null,
        promises: ids('p', r.below(4)).map((id) => promise(`${id}-${words}`, mark)),
    };
}

function model() {
    const names = ids('c', 1 + r.below(4));
    return {
        head: [`version: "1"`], fields: voiced('title', 'b'), list: r.chance(0.5) ? names : null,
        chapters: Object.fromEntries(names.map((name) => [name, chapter('b')])),
        contacts: ids('k', 1 + r.below(4)).map((id) => contact(id, 'b')),
        categories: ids('g', r.below(3)).map((id) => category(id, 'b')),
        files: Object.fromEntries(ids('f', r.below(3)).map((id) => [`images/${id}.txt`, text('b')])),
    };
}

function editRecords(list, make) {
    const out = list.filter(() => !r.chance(0.12));
    for (const record of out) {
        if (r.chance(0.25)) {
            record.fields[r.pick(Object.keys(record.fields))] = text('u', 5);
        }
        reshape(record.fields, 'u');
        if (r.chance(0.1)) {
            record.id = `${record.id}-new`;
        }
    }
    for (const id of pool) {
        const added = make(id, 'u');
        if (r.chance(0.08) && !out.some((x) => x.id === added.id)) {
            out.splice(r.below(out.length + 1), 0, added);
        }
    }
    return out;
}

function editChapter(c) {
    for (const name of Object.keys(c.fields)) {
        c.fields[name] = r.chance(0.15) ? text('u', 5) : c.fields[name];
    }
    if (r.chance(0.2)) {
        c.opening = r.chance(0.3) ? null : { formal: text('u'), young: text('u') };
    }
    c.sections = c.sections.filter(() => !r.chance(0.12));
    for (const s of c.sections) {
        s.formal = r.chance(0.2) ? text('u') : s.formal;
        s.young = r.chance(0.15) ? text('u') : s.young;
        s.id = r.chance(0.08) ? `${s.id}-new` : s.id;
    }
    for (const id of pool) {
        if (r.chance(0.08) && !c.sections.some((x) => x.id === id)) {
            c.sections.splice(r.below(c.sections.length + 1), 0, section(id, 'u', r.chance(0.3) ? 3 : 2));
        }
    }
    c.promises = editRecords(c.promises, (id, mark) => promise(`${id}-of-${words}`, mark));
}

function editModel(old) {
    const m = clone(old);
    m.head = [`version: "${r.below(1000)}"`];
    for (const name of Object.keys(m.fields)) {
        m.fields[name] = r.chance(0.2) ? text('u', 5) : m.fields[name];
    }
    for (const name of Object.keys(m.chapters)) {
        if (Object.keys(m.chapters).length > 1 && r.chance(0.08)) {
            delete m.chapters[name];
        } else {
            editChapter(m.chapters[name]);
        }
    }
    if (r.chance(0.2)) {
        m.chapters[r.pick(['c8', 'c9'])] ??= chapter('u');
    }
    if (m.list !== null || r.chance(0.1)) {
        m.list = r.chance(0.1) ? null : r.shuffle(Object.keys(m.chapters));
    }
    m.contacts = editRecords(m.contacts, contact);
    m.categories = editRecords(m.categories, category);
    for (const name of Object.keys(m.files)) {
        if (r.chance(0.2)) {
            delete m.files[name];
        } else if (r.chance(0.3)) {
            m.files[name] = text('u');
        }
    }
    if (r.chance(0.2)) {
        m.files[`images/${r.pick(pool)}.txt`] = text('u');
    }
    return m;
}

// A local text: one's own, or what the old or the newer model says there.
function choose(own, old, newer) {
    const which = r.below(10);
    return which === 0 && old !== undefined ? clone(old) : which === 1 && newer !== undefined ? clone(newer) : own;
}

function forkRecords(base, newer, make, merged) {
    const out = [];
    for (const b of base) {
        const now = newer.find((x) => x.id === b.id);
        if (merged && r.chance(0.15)) {
            out.push({ id: b.id, drop: text('h', 4) });
        } else if (r.chance(merged ? 0.35 : 0.7)) {
            const fields = {};
            for (const name of Object.keys(b.fields)) {
                if (r.chance(merged ? 0.4 : 0.9)) {
                    fields[name] = choose(text('h', 5), b.fields[name], now?.fields[name]);
                }
            }
            reshape(fields, 'h');
            out.push({ id: b.id, fields });
        }
    }
    for (const id of pool) {
        if (r.chance(0.06)) {
            const added = make(id, 'h');
            out.push(choose(added, undefined, newer.find((x) => x.id === added.id)));
        }
    }
    return out;
}

function forkChapter(base, newer) {
    const c = { inherit: r.chance(0.8), drop: {}, fields: {}, opening: null, sections: [], promises: [] };
    for (const name of Object.keys(base.fields)) {
        if (r.chance(0.3)) {
            c.fields[name] = choose(text('h', 5), base.fields[name], newer?.fields[name]);
        }
    }
    if (r.chance(0.3)) {
        c.opening = choose({ formal: text('h'), young: text('h') }, base.opening ?? undefined, newer?.opening ?? undefined);
    }
    for (const s of base.sections) {
        const now = newer?.sections.find((x) => x.id === s.id);
        if (r.chance(0.2) && c.inherit) {
            c.drop[s.id] = text('h', 4);
        } else if (r.chance(0.3)) {
            c.sections.push(choose(section(s.id, 'h', s.level), s, now));
        }
    }
    for (const id of pool) {
        if (r.chance(0.08)) {
            c.sections.push(choose(section(id, 'h'), undefined, newer?.sections.find((x) => x.id === id)));
        }
    }
    c.promises = forkRecords(base.promises, newer?.promises ?? [], (id, mark) => promise(`${id}-at-${words}`, mark), c.inherit);
    return c;
}

function forkOf(base, newer) {
    const f = {
        head: ['extends: upstream', 'council: {name: Marshford Council}'], fields: {}, list: null, chapters: {},
        contacts: forkRecords(base.contacts, newer.contacts, contact, true),
        categories: forkRecords(base.categories, newer.categories, category, true), files: {},
    };
    if (r.chance(0.4)) {
        f.fields[r.pick(['title.formal', 'title.young'])] = text('h', 4);
    }
    for (const [name, c] of Object.entries(base.chapters)) {
        if (r.chance(0.5)) {
            f.chapters[name] = forkChapter(c, newer.chapters[name]);
        }
    }
    if (r.chance(0.2)) {
        f.chapters[r.pick(['c8', 'c9', 'own'])] ??= { ...chapter('h'), promises: [] };
    }
    if (r.chance(0.2)) {
        f.list = r.shuffle([...new Set([...Object.keys(base.chapters), ...Object.keys(f.chapters)])].filter(() => r.chance(0.8)));
        f.list = f.list.length > 0 ? f.list : null;
    }
    for (const name of Object.keys({ ...base.files, ...newer.files })) {
        if (r.chance(0.3)) {
            f.files[name] = choose(text('h'), base.files[name], newer.files[name]);
        }
    }
    return f;
}

// What the report must say.

const same = (x, y) => x.split(/\s+/).filter(Boolean).join(' ') === y.split(/\s+/).filter(Boolean).join(' ');
const covers = (over, below) => over === below || over.startsWith(`${below}.`) || below.startsWith(`${over}.`);

function hides(fork, own, units, name, unit) {
    let around = unit;
    for (let i = 0; i < 6 && around?.parent; i++) {
        if (own.get(around.parent)?.dropped) {
            return true;
        }
        around = units.get(around.parent);
    }
    const whole = unit.chapter !== undefined && unit.kind !== 'file' &&
        ((fork.chapters[unit.chapter] !== undefined && !fork.chapters[unit.chapter].inherit) ||
         (fork.list !== null && !fork.list.includes(unit.chapter)));
    return own.get(name)?.dropped || whole;
}

function expected(fork, base, newer) {
    const [own, old, now] = [fork, base, newer].map(unitsOf);
    const out = new Map();
    const ledger = new Map();
    for (const name of new Set([...old.keys(), ...now.keys()])) {
        const [b, t, o] = [old.get(name), now.get(name), own.get(name)];
        const mine = Object.keys(o?.parts ?? {}).sort();
        const parts = [];
        for (const p of new Set([...Object.keys(b?.parts ?? {}), ...Object.keys(t?.parts ?? {})])) {
            const [was, is] = [b?.parts[p] ?? '', t?.parts[p] ?? ''];
            if (same(was, is)) {
                continue;
            }
            const ours = mine.filter((q) => covers(q, p));
            const covered = ours.length > 0 || (b && hides(fork, own, old, name, b)) || (t && hides(fork, own, now, name, t));
            const says = covered ? ours.map((q) => o.parts[q]).join('\n') : '';
            parts.push({ p, was, apart: Boolean(covered) && !same(says, is) });
        }
        const apart = parts.some((x) => x.apart);
        const state = t === undefined ? (o !== undefined && (o.dropped || mine.length > 0) ? 'orphan' : 'removed')
            : apart ? 'conflict' : b === undefined ? 'added' : parts.length > 0 ? 'changed' : 'unchanged';
        if (state !== 'unchanged') {
            out.set(name, state);
        }
        const noted = parts.filter((x) => x.apart);
        if ((state === 'conflict' || state === 'orphan') && noted.length > 0) {
            ledger.set(name, Object.fromEntries(noted.map((x) => [x.p, x.was])));
        }
    }
    return { out, ledger };
}

// The rest of a round.

function snapshot(folder, within = '') {
    const out = {};
    for (const name of readdirSync(join(folder, within)).sort()) {
        const path = join(within, name);
        if (statSync(join(folder, path)).isDirectory()) {
            Object.assign(out, snapshot(folder, path));
        } else {
            out[path] = readFileSync(join(folder, path), 'utf8');
        }
    }
    return out;
}

function run(folder, ...args) {
    const done = spawnSync(duet, ['upstream', 'fork', ...args], { cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) {
        throw new Error(`exit status ${done.status}: ${done.stderr}`);
    }
    return done.stdout;
}

function must(yes, what) {
    if (!yes) {
        throw new Error(what);
    }
}

function make(folder, layers, order) {
    mkdirSync(folder);
    write(join(folder, 'fork'), filesOf(layers.fork), order);
    write(join(folder, 'fork/upstream'), filesOf(layers.base), order);
    write(join(folder, 'newer'), filesOf(layers.newer), order);
}

const local = (files) => Object.fromEntries(Object.entries(files).filter(([name]) =>
    !name.startsWith('upstream/') && name !== 'duet.lock'));
const pinned = (files) => Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('upstream/') && !name.endsWith('/.taken'))
    .map(([name, bytes]) => [name.slice('upstream/'.length), bytes]));
const ledgerOf = (files) => parse(files['duet.lock'] ?? '')?.upstream ?? {};

// A renamed unit is reported as one; all else as expected, and nothing more.
function checkReport(report, wanted) {
    const left = new Map(wanted);
    for (const change of report.forks[0].changes) {
        if (change.state === 'renamed') {
            must(left.get(change.id) === 'removed' && left.get(change['renamed-to']) === 'added',
                `${change.id} cannot be renamed to ${change['renamed-to']}`);
            must(change['renamed-to'] === `${change.id}-new` || change.id.startsWith('images/'),
                `${change.id} is not renamed to ${change['renamed-to']}`);
            left.delete(change['renamed-to']);
        } else {
            must(left.get(change.id) === change.state,
                `${change.id} is ${change.state}, and should be ${left.get(change.id)}`);
        }
        left.delete(change.id);
    }
    must(left.size === 0, `not reported: ${JSON.stringify([...left])}`);
}

function checkLedger(files, wanted) {
    const ledger = ledgerOf(files);
    must(isDeepStrictEqual(Object.keys(ledger).sort(), [...wanted.keys()].sort()),
        `the ledger has ${Object.keys(ledger).sort()}, and should have ${[...wanted.keys()].sort()}`);
    for (const [name, parts] of wanted) {
        for (const [part, was] of Object.entries(parts)) {
            const noted = ledger[name].was[part];
            must(noted !== undefined && (same(noted, was) || part === 'file'), `the ledger's ${name}, ${part}`);
        }
        must(Object.keys(ledger[name].was).length === Object.keys(parts).length, `the ledger's parts of ${name}`);
    }
}

const seen = {};

function round(seed, folder) {
    r = random(seed);
    const base = model();
    const layers = { base, newer: editModel(base) };
    layers.fork = forkOf(base, layers.newer);
    const wanted = expected(layers.fork, base, layers.newer);
    for (const state of wanted.out.values()) {
        seen[state] = (seen[state] ?? 0) + 1;
    }
    make(join(folder, 'a'), layers);
    if (seed % 2 === 0) {
        make(join(folder, 'b'), layers, r.shuffle);
    }
    const before = snapshot(join(folder, 'a/fork'));
    const newer = snapshot(join(folder, 'a/newer'));
    const output = run(join(folder, 'a'), '--to', 'newer', '--format', 'json');
    const after = snapshot(join(folder, 'a/fork'));
    must(isDeepStrictEqual(local(after), local(before)), 'a local file was changed');
    must(isDeepStrictEqual(pinned(after), newer), 'the copy is not the newer version');
    if (!isDeepStrictEqual(newer, pinned(before))) {
        checkReport(JSON.parse(output), wanted.out);
    }
    checkLedger(after, wanted.ledger);
    run(join(folder, 'a'), '--to', 'newer');
    must(isDeepStrictEqual(snapshot(join(folder, 'a/fork')), after), 'taking it twice changed something');
    if (seed % 2 === 0) {
        must(run(join(folder, 'b'), '--to', 'newer', '--format', 'json') === output, 'the report depends on the order of files');
        must(isDeepStrictEqual(snapshot(join(folder, 'b/fork')), after), 'what was taken depends on the order of files');
    }
    if (seed % 3 === 0) {
        takeAnother(folder, layers, after);
    }
    if (seed % 5 === 0) {
        keepsEdits(folder, layers);
    }
}

// What somebody has written into the copy is not taken away.
function keepsEdits(folder, layers) {
    write(join(folder, 'a/last'), filesOf(editModel(layers.newer)));
    const names = Object.keys(pinned(snapshot(join(folder, 'a/fork')))).filter((name) => name.endsWith('.yaml'));
    appendFileSync(join(folder, 'a/fork/upstream', r.pick(names)), '# by hand\n');
    const edited = snapshot(join(folder, 'a/fork'));
    const done = spawnSync(duet, ['upstream', 'fork', '--to', 'last'], { cwd: join(folder, 'a'), encoding: 'utf8' });
    must(done.status === 1 && done.stderr.includes('[edited-copy]'), 'an edit by hand was taken away');
    must(isDeepStrictEqual(snapshot(join(folder, 'a/fork')), edited), 'something was changed beside an edit by hand');
}

// Nobody has looked at the first version when the second comes: what the ledger
// says that the fork was written from stays.
function takeAnother(folder, layers, first) {
    write(join(folder, 'a/third'), filesOf(editModel(layers.newer)));
    run(join(folder, 'a'), '--to', 'third');
    const after = snapshot(join(folder, 'a/fork'));
    must(isDeepStrictEqual(local(after), local(first)), 'a local file was changed by the second version');
    const [known, now] = [ledgerOf(first), ledgerOf(after)];
    for (const name of Object.keys(known)) {
        for (const [part, was] of Object.entries(known[name].was)) {
            must(now[name]?.was[part] === was, `the ledger forgot ${name}, ${part}`);
        }
    }
}

let failed = 0;
for (let seed = firstSeed; seed < firstSeed + rounds && failed < 3; seed++) {
    const folder = join(top, String(seed));
    mkdirSync(folder);
    try {
        round(seed, folder);
        rmSync(folder, { recursive: true });
    } catch (error) {
        failed++;
        console.log(`round ${seed}: ${error.message}\n    (${folder})`);
    }
}
console.log(JSON.stringify(seen));
for (const state of ['conflict', 'orphan', 'changed', 'added', 'removed']) {
    if (failed === 0 && rounds >= 100 && !(seen[state] >= rounds / 10)) {
        console.log(`too few units are ${state}: the test would find nothing`);
        failed++;
    }
}
if (failed === 0) {
    rmSync(top, { recursive: true });
}
process.exit(failed > 0 ? 1 : 0);
