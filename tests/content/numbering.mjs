// node numbering.mjs SITE: the numbers that committees cite, the permalinks that
// carry them, and the way from each section to its twin and back.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const site = process.argv[2];
const findings = [];
const want = (is, what) => { if (!is) findings.push(what); };
const read = path => readFileSync(join(site, path), 'utf8');
const pages = folder => readdirSync(join(site, folder))
    .filter(name => name.endsWith('.html') && name !== 'print.html');
const paragraphs = html =>
    [...html.matchAll(/<p id="([^"]+)" class="numbered"><a class="number"[^>]*>([^<]+)</g)];

// Leicestershire: paragraphs 1 to 26 through parts A and B, in order.
const print = paragraphs(read('leicestershire-2019/formal/print.html')).map(m => m[2]);
want(print.slice(0, 26).join() === [...Array(26).keys()].map(i => i + 1).join(),
    `Leicestershire's paragraphs are ${print.join(' ')}`);

// Its paragraph 17 has the same permalink in the site and in the book.
const seventeen = pages('leicestershire-2019/formal')
    .flatMap(name => paragraphs(read(`leicestershire-2019/formal/${name}`))).find(m => m[2] === '17');
const book = join(site, 'leicestershire-2019/downloads/leicestershire-2019-formal.epub');
const chapter = execFileSync('unzip', ['-p', book, 'EPUB/consultation.xhtml'], { encoding: 'utf8' });
want(seventeen && chapter.includes(`id="${seventeen[1]}"`) && chapter.includes(`href="#${seventeen[1]}"`),
    'paragraph 17 has another permalink in the book');
want(!/17/.test(seventeen?.[1].replace(/[0-9a-f]{8}/, '')), 'the permalink holds the number');

// Thurrock 2020: sections 1.1 to 4, and the falls of 30% and 38%.
const numbers = pages('thurrock-2020/formal')
    .flatMap(name => paragraphs(read(`thurrock-2020/formal/${name}`)).map(m => m[2]));
for (const number of ['1.1', '1.12', '2.1', '2.2', '3.1']) {
    want(numbers.includes(number), `Thurrock 2020 has no paragraph ${number}`);
}
const falls = read('thurrock-2020/formal/numbers.html');
want(falls.includes('30% fewer') && falls.includes('38% fewer'), 'the falls of 30% and 38% are not there');
want(/<svg[\s\S]*<table/.test(falls), 'the monthly series has no chart with its table');

// Every twin's section leads back to the edition that it came from.
let twins = 0;
const edition = { formal: 'young', young: 'formal' };
for (const publication of readdirSync(site).filter(name => existsSync(join(site, name, 'young')))) {
    for (const from of Object.keys(edition)) {
        for (const name of pages(`${publication}/${from}`)) {
            const html = read(`${publication}/${from}/${name}`);
            for (const [, page, id] of html.matchAll(/<p class="twin"><a href="\.\.\/[a-z]+\/([^"#]+)#([^"]+)"/g)) {
                twins++;
                const there = read(`${publication}/${edition[from]}/${page}`);
                const start = there.indexOf(`<section id="${id}"`);
                want(start >= 0 && there.indexOf(`../${from}/`, start) >= 0,
                    `${publication}/${from}/${name}: its twin ${page}#${id} does not lead back`);
            }
        }
    }
}
want(twins > 100, `only ${twins} sections have a twin`);

console.log([`${twins} twins`, ...findings].join('\n'));
process.exitCode = findings.length > 0 ? 1 : 0;
