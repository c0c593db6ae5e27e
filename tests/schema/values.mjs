// node values.mjs SCHEMAS DUET FOLDER: of many values for fields of each type,
// the schema refuses those that Duet refuses. FOLDER is for a publication.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, errorsOf, inherited, load, messagesOf, readings, yamlOf } from './schemas.mjs';

const [, , schemaFolder, duet, folder] = process.argv;

const texts = ['a text', '2022', '64.8', '', '"a: b"', '{formal: a, young: b}', '{young: b}', '{}', '{formal: 12}',
    '{formal: , young: b}', '[a]', '{formal: [a]}', '{formal: {young: b}}'];
const lists = ['[a, b]', 'a', '', '[]', '[12]', '[[a]]', '[{a: b}]', '{a: b}'];
const ids = ['safe-home', 'a', 'a1', 'a-', '1a', '12', '-a', 'A', 'safe home', 'safe_home', 'å', '[a]', '{a: b}'];
const dates = ['2022-07-19', '2022-07', '2022', '', '"2022"', '2024-02-29', '2022-04-30', '2022-01-31', '2022-02-30',
    '2022-04-31', '2022-13', '2022-00', '2022-01-00', '2022-1', '2022-01-1', '22', '20222', '0000-01', '19 July 2022',
    '2022-07-19x', '2022-07-19T00:00:00', '[2022]', '{a: 2022}'];
const numbers = ['0', '18', '-1', '64.8', '"18"', '.5', '-.5', '"5."', '"1,200"', '1 200', '18 years', '--1',
    '"+1"', '1.2.3', '"-"', '.', '12345678901', '123456789012', '-123456789012', '00012', '"000123456789012"',
    '1.2345', '"1.23456"', '[18]', '{a: 18}'];
const links = ['https://example.org', 'http://example.org/a?b#c', 'HTTPS://example.org', 'https://[::1]', '',
    'mailto:a@b.org', 'tel:0800', '"mailto:"', '"tel:"', 'https://', 'https:///a', 'https://?a', '"https://:80"',
    'https:/example.org', 'ftp://example.org', 'javascript:alert(1)', 'example.org', '/a', '"#a"',
    'https://example.org/a b', 'https://example.org\\a', '[https://example.org]'];

// By file, by key of its list (none where the file is the list): the fields and
// their values, and what else such a record must have.
const tried = {
    'strategy.md': {
        promises: [{ id: 'x', title: 't', text: 't' }, {
            id: [...ids, ''], title: texts, text: texts, by: ['a line', '2022', '', '[a]', '{a: b}'],
            because: texts, 'made-on': dates, priorities: [...ids, '', '[a, b]', '[]', '[A]', '[[a]]'],
            status: ['kept', 'on-track', '', 'ontrack', 'Kept', '[kept]', '{kept: kept}'],
            updates: ['[]', '', '[{date: 2022, text: a}]', '[{date: 2022}]', '[{date: July, text: a}]', '[a]', 'a',
                '[{date: 2022, text: a, evidence: x}]', '[{date: 2022, text: a, by: x}]', '[[]]', '[{}]'],
            stauts: ['kept'],
        }],
        offers: [{ id: 'x', title: 't', category: 'health' }, {
            category: ['health', ...ids.slice(4), ''], url: links, needs: lists,
            who: ['[in-care]', 'in-care', '[in-care, eligible]', '', '[]', '[incare]', 'incare', '[[in-care]]', '{in-care: a}'],
            age: ['{from: 18}', '{from: 18, to: 21}', '{}', '', '{from: x}', '{form: 18}', '18', '[18]',
                ...numbers.map(number => `{to: ${number}}`)],
            amount: ['{value: "£10", as-at: 2022}', '{value: 10}', '{}', '{value: 10, as-at: x}'],
            conditions: [...lists.filter(text => !text.includes('a: b')), '[{formal: a, young: b}]', '{formal: [a], young: [b, c]}',
                '{formal: a}', '{formal: [[a]]}', '{formal: {young: [a]}}', '{}', '2022'],
        }],
        actions: [{ id: 'x', objective: 't' }, {
            steps: ['[{text: a, due: 2022-07}]', '[{text: a, due: soon}]', '[{text: a, due: {formal: a}}]',
                '[{text: a, due: [a]}]', '[{due: 2022}]', '[{text: a, leads: [b]}]', '[{text: a, leads: b}]'],
        }],
    },
    'contacts.yaml': {
        '': [{ id: 'x', name: 't' }, { always: ['true', 'false', '"true"', '', 'yes', 'no', '1', '[true]'], web: links, tel: ['0800', '116 111', '[1]'] }],
    },
    'figures.yaml': {
        '': [{ id: 'x', title: 't', unit: 'children', source: 's' }, {
            points: ['{2022: 294}', '{2021-22: 64.8, Apr: "12"}', '', '{}', '294', '[294]', '{2022: many}', '{2022: [1]}', '{2022: }',
                ...numbers.map(number => `{a: ${number}}`)],
            x: lists, series: ['{a: [1, 2]}', '{a: [], 2019: [1.5]}', '', '{}', '[1]', '{a: 1}', '{a: [x]}', '{a: [[1]]}', '{a: {b: 1}}'],
        }],
    },
    'law.yaml': {
        principles: [{ id: 'x', text: 't' }, { from: [...dates, 'prospective', 'Prospective', '[prospective]'] }],
        categorys: [{ id: 'x', text: 't' }, { id: ['x'] }],
    },
    'publication.yaml': {
        '': [null, {
            title: texts, status: ['draft', 'drafty'], period: ['{from: 2022}', '{to: 2022}', '2022'], languages: lists,
            editions: ['{formal: {audience: a}, young: }', '{formal: , young: {numbering: none}}', '{}', '[formal]', 'formal', '',
                '{formal: {numbering: some}, young: }', '{formal: {thème: civic}, young: }', '{formal: x, young: }',
                '{formal: , young: , Easy Read: }', '{a: , b: , c: , d: , e: , f: , g: , formal: , young: }',
                ...['9', '{limit: 9, until: 2027-03-31, no-worse-than: duet.lock}', '{limit: 9}', '{until: 2027}', '{}', 'nine',
                    '[9]', '{limit: nine}', '{limit: [9]}', '{limit: 9, unitl: 2027}'].map(age => `{formal: , young: {reading-age: ${age}}}`)],
            allow: ['{long-list: why}', '{}', '', 'long-list', '[long-list]', '{long-list: }', '{long-list: ""}', '{long-list: [a]}',
                '{long-list: {a: b}}', '{raw-html: why}', '{longlist: why}', '{hard-word: why, long-list: 2022}'],
            chapters: ['[one]', '', '[{part: A, chapters: [one]}]', '[{part: {formal: A}, chapters: [one]}]', '{formal: [one], young: []}',
                'one', '[[one]]', '[One]', '[one.md]', '[../one]', '[{part: A}]', '[{chapters: [one]}]', '[{part: A, chapters: one}]',
                '[{part: A, chapters: [{part: B, chapters: [one]}]}]', '{formal: one}', '[{part: A, chapters: [one], more: b}]'],
        }],
    },
};

// One document that tries values: a list of records, or the lists by their keys.
// `tests` gets the line and words of each trial.
function listsOf(fields, tests, start) {
    const lines = [...start];
    for (const [key, [needed, tries]] of Object.entries(fields)) {
        if (key !== '') {
            lines.push(`${key}:`);
        }
        for (const [field, value] of Object.entries(tries).flatMap(([name, all]) => all.map(it => [name, it]))) {
            // the trial comes first, where Duet says what the record lacks
            lines.push(`- ${field}: ${value}`);
            tests.push({ line: lines.length, words: `${field}: ${value}` });
            for (const [name, filler] of Object.entries(needed)) {
                if (name !== field) {
                    lines.push(`  ${name}: ${name === 'id' ? `${filler}${lines.length}` : filler}`);
                }
            }
        }
    }
    return `${lines.join('\n')}\n`;
}

let bad = 0;
let count = 0;
let refusals = 0;
const schemas = load(schemaFolder);

// Writes the files, asks Duet, and compares for each trial.
function judge(files) {
    mkdirSync(folder, { recursive: true });
    for (const [name, { text }] of Object.entries(files)) {
        writeFileSync(join(folder, name), text);
    }
    const said = spawnSync(duet, ['check', folder], { encoding: 'utf8' });
    const refused = messagesOf(said.stderr).filter(({ code }) => codes.includes(code));
    for (const [name, { tests }] of Object.entries(files)) {
        const { name: schema, text } = yamlOf(join(folder, name));
        for (const reading of readings) {
            const errors = errorsOf(schemas.get(schema), text, reading);
            for (const { line, words } of tests) {
                const byDuet = refused.find(it => it.path === join(folder, name) && it.line === line);
                const bySchema = errors?.find(it => it.line === line);
                count++;
                refusals += byDuet !== undefined;
                const either = byDuet !== undefined && inherited.test(byDuet.message);
                if (!either && (byDuet === undefined) !== (bySchema === undefined) || errors === null) {
                    console.log(`${name}: ${words} (${reading})\n  Duet: ${byDuet?.message}\n  schema: ${bySchema?.message}`);
                    bad++;
                }
            }
        }
    }
}

const files = {};
for (const [name, fields] of Object.entries(tried)) {
    if (name !== 'publication.yaml') {
        const tests = [];
        const text = listsOf(fields, tests, name.endsWith('.md') ? ['---', 'title: Trials'] : []);
        files[name] = { tests, text: name.endsWith('.md') ? `${text}---\nSome text.\n` : text };
    }
}
judge({ ...files, 'publication.yaml': { text: 'title: Trials\n', tests: [] } });

// A map has each key once: a publication for each trial.
for (const [field, values] of Object.entries(tried['publication.yaml'][''][1])) {
    for (const value of values) {
        const lines = field === 'title' ? [] : ['title: Trials'];
        lines.unshift(`${field}: ${value}`);
        judge({
            'publication.yaml': { text: `${lines.join('\n')}\n`, tests: [{ line: 1, words: `${field}: ${value}` }] },
            'one.md': { text: 'Some text.\n', tests: [] },
        });
    }
}
console.log(`${count} comparisons, ${refusals} values refused`);
process.exitCode = bad === 0 && refusals > 0 && refusals < count ? 0 : 1;
