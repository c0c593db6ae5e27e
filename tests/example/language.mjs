// language.mjs PAGE OWN INHERITED: in a page in Arabic the section OWN is in
// English and says that it is, and the section INHERITED is in Arabic.
import { readFileSync } from 'node:fs';

const [page, own, inherited] = process.argv.slice(2);
const html = readFileSync(page, 'utf8');
const wrong = [];

// From the tag with the id to the next section: its tag, and its text.
function section(id) {
    const tag = html.match(new RegExp(`<section[^>]*id="${id}"[^>]*>`));
    if (!tag) {
        wrong.push(`there is no section ${id}`);
        return { tag: '', text: '' };
    }
    const rest = html.slice(tag.index + tag[0].length);
    return { tag: tag[0], text: rest.split(/<section[ >]/)[0] };
}
const arabic = (text) => (text.replace(/<[^>]*>/g, '').match(/\p{Script=Arabic}/gu) ?? []).length;
const latin = (text) => (text.replace(/<[^>]*>/g, '').match(/\p{Script=Latin}/gu) ?? []).length;

const changed = section(own);
if (!changed.text.includes('five working days') || !/lang="en"/.test(changed.tag + changed.text)) {
    wrong.push(`${own} is not the English text of the fork, marked as English`);
}
if (arabic(changed.text) === 0) {
    wrong.push(`nothing says in Arabic that ${own} is in English`);
}
const kept = section(inherited);
if (arabic(kept.text) < latin(kept.text)) {
    wrong.push(`${inherited} is not in Arabic`);
}
if (wrong.length > 0) {
    console.log(wrong.join('\n'));
    process.exit(1);
}
