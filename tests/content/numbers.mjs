// node numbers.mjs LIST FOLDER: each fact of the list is in the edition's text.
// A line of the list is `what the source says :: regular expression`, which
// must match within one block of text (a paragraph, a row of a table). A line that
// starts with a hyphen is what was left out on purpose, and why.
import { readFileSync } from 'node:fs';
import { edition } from './text.mjs';

const [, , list, folder] = process.argv;
const text = edition(folder).map(block => block.text).join('\n');
const facts = readFileSync(list, 'utf8').split('\n').filter(line => line && !/^[#-]/.test(line));
const missing = facts.filter(fact => !new RegExp(fact.split(' :: ')[1], 'i').test(text));
for (const fact of missing) {
    console.log(`not in the text: ${fact}`);
}
console.log(`${facts.length - missing.length} of ${facts.length} facts are in the text`);
process.exitCode = missing.length === 0 && facts.length > 0 ? 0 : 1;
