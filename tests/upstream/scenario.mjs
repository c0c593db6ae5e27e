// scenario.mjs FOLDER: the next version of a model, with 20 edits (newer/), and
// a fork with 10 local changes (fork/). FOLDER is empty, and used.
import { deepStrictEqual as equal, ok } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = new URL('.', import.meta.url).pathname;
const folder = process.argv[2];
const env = { ...process.env, SOURCE_DATE_EPOCH: '1790000000' };

cpSync(join(here, 'fork'), join(folder, 'fork'), { recursive: true });
cpSync(join(here, 'base'), join(folder, 'fork/upstream'), { recursive: true });
cpSync(join(here, 'newer'), join(folder, 'newer'), { recursive: true });

function duet(wanted, ...args) {
    const done = spawnSync(process.env.DUET, args, { cwd: folder, encoding: 'utf8', env });
    equal(done.status, wanted, `duet ${args.join(' ')}: exit status ${done.status}\n${done.stdout}${done.stderr}`);
    return done.stdout;
}

function files(top, within = '') {
    const out = {};
    for (const name of readdirSync(join(folder, top, within)).sort()) {
        const path = join(within, name);
        if (statSync(join(folder, top, path)).isDirectory()) {
            Object.assign(out, files(top, path));
        } else {
            out[path] = readFileSync(join(folder, top, path), 'utf8');
        }
    }
    return out;
}

const local = (all) => Object.fromEntries(Object.entries(all).filter(([name]) =>
    !name.startsWith('upstream/') && name !== 'duet.lock'));

// The ten local changes, and nothing else that is not inherited.
const status = JSON.parse(duet(0, 'upstream', 'fork', '--format', 'json')).forks[0];
equal(status.units.filter((u) => u.here !== 'inherited').map((u) => [u.id, u.here, u.parts ?? u.because]), [
    ['health.md', 'changed here', 'text, title (formal)'],
    ['health#assessments', 'copied here', undefined],
    ['health#feeling-well', 'left out here', undefined],
    ['homes#moving', 'changed here', 'text'],
    ['homes#staying-put', 'dropped here', 'Marshford says this in its offers.'],
    ['promises/be-heard', 'changed here', 'status'],
    ['welcome#purpose', 'changed here', 'text'],
    ['contacts/advocate', 'dropped here', 'The Marshford advocate is named in the offers.'],
    ['contacts/nurse', 'added here', undefined],
    ['contacts/team', 'changed here', 'tel'],
    ['publication.yaml', 'changed here', 'council, status, title (young)'],
]);
equal(status.version, '2.0');

// The twenty edits, and what each is to the fork.
const edits = [
    ['health#feeling-well', 'conflict', ['text']],
    ['homes#finding', 'changed', ['text']],
    ['homes#moving', 'orphan', ['text']],
    ['homes#own-home', 'added', ['text']],
    ['homes#staying-put', 'conflict', ['text']],
    ['homes#visits', 'renamed', ['text'], 'homes#visiting'],
    ['offers/driving-lessons', 'added', ['basis', 'category', 'text.formal', 'text.young', 'title.formal', 'title.young']],
    ['promises/be-heard', 'changed', ['text.formal']],
    ['promises/one-worker', 'renamed', [], 'promises/same-worker'],
    ['welcome.md', 'changed', ['text']],
    ['welcome#authors', 'removed', ['text']],
    ['welcome#purpose', 'conflict', ['text']],
    ['contacts/advocate', 'orphan', ['always', 'name.formal', 'name.young', 'tel']],
    ['contacts/reviewing-officer', 'changed', ['hours']],
    ['contacts/team', 'conflict', ['tel']],
    ['images/house.svg.txt', 'changed', ['file']],
    ['law/relationships', 'added', ['act', 'section', 'title']],
    ['publication.yaml', 'changed', ['title.formal']],
    ['terms/corporate-parent', 'changed', ['means.young']],
    ['terms/staying-put', 'added', ['means', 'term']],
];
const before = files('fork');
const compared = JSON.parse(duet(0, 'upstream', 'fork', '--compare', 'newer', '--format', 'json')).forks[0];
const shown = (report) => report.changes.map((c) =>
    [c.id, c.state, c.parts.map((p) => p.part), ...(c['renamed-to'] ? [c['renamed-to']] : [])]);
equal(shown(compared), edits);
equal(compared.unchanged, 12);
equal(files('fork'), before, 'a comparison writes nothing');
const team = compared.changes.find((c) => c.id === 'contacts/team').parts[0];
equal([team.base, team.theirs, team.ours], ['01632 960001', '01632 960101', '01632 960777']);

// Taking it.
equal(shown(JSON.parse(duet(0, 'upstream', 'fork', '--to', 'newer', '--format', 'json')).forks[0]), edits);
const after = files('fork');
equal(local(after), local(before), 'nothing local is touched');
const { '.taken': list, ...copy } = files('fork/upstream');
equal(copy, files('newer'), 'the copy is the newer version');
equal(list.split('\n').slice(1, -1).map((line) => line.split('  ')[1]), Object.keys(copy).sort(), 'with a list of its files');
ok(duet(0, 'upstream', 'fork', '--to', 'newer').includes('there is nothing to take'));
equal(files('fork'), after, 'taking it twice changes nothing');
equal(JSON.parse(duet(0, 'upstream', 'fork', '--compare', 'newer', '--format', 'json')).forks[0].changes, []);

// What is dropped here and gone upstream stops a build until a person mends it.
const contacts = join(folder, 'fork/contacts.yaml');
ok(duet(1, 'check', 'fork', '--format', 'json').includes("no contact with the id 'advocate' to drop"));
writeFileSync(contacts, readFileSync(contacts, 'utf8').replace(/^.*advocate.*\n/m, ''));

// A version that somebody copied by hand is no edit any more once it was taken.
const edited = () => duet(0, 'check', 'fork', '--format', 'json').includes('"edited-copy"');
for (const copied of ['fork/upstream', 'newer']) {
    appendFileSync(join(folder, copied, 'terms.yaml'), '# as above\n');
}
ok(edited(), 'what was written by hand is found');
duet(0, 'upstream', 'fork', '--to', 'newer');
ok(!edited(), 'taking the same has written the list');

// The rest a person has to look at is listed until somebody has.
const stale = () => JSON.parse(duet(0, 'check', 'fork', '--format', 'json')).messages
    .filter((m) => m.code === 'stale-fork').map((m) => m.message.split(':')[0]).sort();
const open = ['contacts/team', 'health#feeling-well', 'homes#moving', 'homes#staying-put', 'welcome#purpose'];
equal(stale(), open);
duet(0, 'review', 'fork', '--accept', 'welcome#purpose', '--by', 'Editor', '--on', '2026-09-21');
equal(stale(), open.filter((id) => id !== 'welcome#purpose'));

// What changed upstream alone is in the pages, beside what is Marshford's own.
duet(0, 'build', 'fork', '-o', 'out', '--format', 'html');
const pages = (edition) => Object.entries(files('out')).filter(([name]) => name.startsWith(`${edition}/`) && name.endsWith('.html'))
    .map(([, bytes]) => bytes).join('\n').replace(/&#39;/g, "'");
const formal = pages('formal');
for (const words of ['A strategy for children and young people in care', 'Driving lessons', 'near the family, the friends and the school',
    'first tenancy', 'asked and told before', 'to each child and young person in its care',
    'of Marshford Council for three years', 'In Marshford nobody moves', 'Each child in Marshford has a health plan', '01632 960777',
    'The nurse for children in care', 'Monday to Thursday']) {
    ok(formal.includes(words) || pages('young').includes(words), `nowhere: ${words}`);
}
for (const words of ['01632 960101', 'for four years', 'A young person may stay', 'in twelve meetings']) {
    ok(!formal.includes(words), `still there: ${words}`);
}

// Mending a text by hand or taking it away settles it as well.
duet(0, 'review', 'fork', '--accept-all', '--by', 'Editor', '--on', '2026-09-21');
equal(stale(), []);
console.log(`${edits.length} edits, 10 local changes`);
