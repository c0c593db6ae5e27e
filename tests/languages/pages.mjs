// node pages.mjs FOLDER THEMES: the pages of a publication's editions in other
// languages. FOLDER is a copy of it, in which mistakes are planted.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesBelow, launch, report } from '../browser/browser.mjs';
import { names, read } from './strings.mjs';
import { look } from './look.mjs';

const root = resolve(process.argv[2]);
const words = resolve(process.argv[3]);
const RTL = ['ar', 'ps', 'prs'];
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();

const editions = readdirSync(root).map(name => /^(\w+)-([a-z]{2,3})$/.exec(name)).filter(Boolean)
    .map(([folder, voice, lang]) => ({ folder, voice, lang }));
const open = file => page.goto(pathToFileURL(file).href);

// The English words of the young theme that the language says in others: those of
// two words or more, and without anything put in.
function english(lang) {
    const of = code => Object.assign({}, ...['core', 'bright'].map(theme => read(join(words, theme, 'strings', `${code}.yaml`))));
    const en = of('en'), other = of(lang);
    return Object.keys(en).filter(key => key in other && en[key] !== other[key] && names(String(en[key])).length === 0)
        .map(key => String(en[key]).trim()).filter(text => text.includes(' '));
}

// The titles of the original's pages, of three words or more.
async function titles(voice) {
    const found = new Set();
    for (const file of filesBelow(join(root, voice), '.html').filter(f => !basename(f).startsWith('get'))) {
        await open(file);
        for (const text of await page.evaluate(() => [...document.querySelectorAll('main h1, main h2, main h3, .lead, .doorway-link, .doorway-text, figcaption')].map(e => e.textContent.trim()))) {
            if (text.split(/\s+/).length > 2) found.add(text);
        }
    }
    return [...found];
}

const source = file => readFileSync(file, 'utf8');
const languageOf = file => /<html lang="([^"]+)"/.exec(source(file))?.[1];
const switches = file => [...source(file).matchAll(/<li>(?:<a href="([^"]+)"|<span)( lang="[^"]+" dir="[^"]+")(?: aria-current="true"| hreflang="([^"]+)")>/g)]
    .map(([, href, said, to]) => ({ href, said, to, file: href && fileURLToPath(new URL(href, pathToFileURL(file))) }));

// The way to the page in each language, and back.
function judgeSwitch(file, languages) {
    const ways = switches(file), findings = [];
    const here = relative(root, file);
    if (ways.length !== languages.length) findings.push(`it leads to ${ways.length} languages, not to ${languages.length}`);
    if (ways.filter(w => !w.href).length !== 1) findings.push('it does not say in which language the page is');
    for (const way of ways.filter(w => w.href)) {
        if (!existsSync(way.file)) findings.push(`${way.href} is not there`);
        else if (languageOf(way.file) !== way.to) findings.push(`${way.href} is in ${languageOf(way.file)}, not in ${way.to}`);
        else if (basename(way.file) !== basename(file)) findings.push(`${way.href} is another page`);
        else if (!switches(way.file).some(back => back.file === file)) findings.push(`from ${way.href} no way leads back to ${here}`);
    }
    return findings;
}

const judge = async (file, rules) => {
    await open(file);
    return page.evaluate(look, rules);
};

let passed = report('there are editions in other languages', editions.length > 0 ? [] : [`none below ${root}`]);
const all = [...new Set(['en', ...editions.map(e => e.lang)])];
for (const { folder, voice, lang } of editions) {
    const rules = { lang, dir: RTL.includes(lang) ? 'rtl' : 'ltr', original: 'en', english: english(lang), titles: await titles(voice) };
    const files = filesBelow(join(root, folder), '.html');
    const findings = [], seen = { arrows: 0, numbers: 0, dates: 0, untranslated: 0, titles: 0 };
    for (const file of files) {
        const found = await judge(file, rules);
        findings.push(...found.findings.map(f => `${basename(file)}: ${f}`));
        for (const what of Object.keys(seen)) seen[what] += found.seen[what];
    }
    passed = report(`${folder}: ${files.length} pages are in their language, and say what is not`, findings.slice(0, 20)) && passed;
    passed = report(`${folder}: there was something to look at`, Object.keys(seen)
        .filter(what => seen[what] === 0 && (rules.dir === 'rtl' || !['numbers', 'dates', 'arrows'].includes(what))).map(what => `no ${what}`)) && passed;
    const screens = files.filter(f => basename(f) !== 'print.html');
    passed = report(`${folder}: each page leads to itself in each language, and back`,
        screens.flatMap(file => judgeSwitch(file, all).map(f => `${basename(file)}: ${f}`)).slice(0, 20)) && passed;
    passed = report(`${folder}: paper has no way to other languages`, switches(join(root, folder, 'print.html')).length === 0 ? [] : ['it has one']) && passed;

    // mistakes that are planted are found
    const plant = async (what, name, change, expected) => {
        const file = join(root, folder, name), planted = join(dirname(file), `planted-${name}`);
        const text = change(source(file));
        writeFileSync(planted, text);
        const { findings } = await judge(planted, rules);
        rmSync(planted);
        passed = report(`${folder}: ${what} is found`, text === source(file) ? ['there was nowhere to plant it']
            : findings.some(f => expected.test(f)) ? [] : ['it was not', ...findings]) && passed;
    };
    await plant('a title without its language', 'index.html', t => t.replace(/(<a class="doorway-link"[^>]*>)<span lang="en" dir="ltr">([^<]+)<\/span>/, '$1$2'), /without its language/);
    await plant('a text whose language nobody is told', 'introduction.html', t => t.replace(/<p class="fallback">[^<]*<\/p>/, ''), /no line/);
    await plant('an English word of the theme', 'index.html', t => t.replace('</main>', `<p>${rules.english[0]}</p></main>`), /English word/);
    await plant('another language', 'index.html', t => t.replace(`<html lang="${lang}"`, '<html lang="en"'), /lang is/);
    if (rules.dir === 'rtl') {
        await plant('a number in another order', 'people-who-help.html', t => t.replaceAll('<bdi dir="ltr">', '<bdi dir="rtl">'), /stands before/);
        await plant('an arrow that points back', 'foreword.html', t => t.replaceAll('class="way"', ''), /arrow/);
        await plant('a page from left to right', 'foreword.html', t => t.replace('dir="rtl"', 'dir="ltr"'), /right/);
    }
    const wrong = join(root, folder, 'planted.html');
    writeFileSync(wrong, source(join(root, folder, 'foreword.html')).replace(/(<li><a href=")[^"]*(" lang="en")/, '$1../index.html$2'));
    passed = report(`${folder}: a way to another page is found`, judgeSwitch(wrong, all).length > 0 ? [] : ['it was not']) && passed;
    rmSync(wrong);
}

// The first page leads to the young edition in every language.
const doors = switches(join(root, 'index.html'));
passed = report('the first page leads to the young edition in each language', all.flatMap(lang => {
    const way = doors.find(d => d.to === lang);
    const folder = lang === 'en' ? 'young' : `young-${lang}`;
    return way && relative(root, way.file) === join(folder, 'index.html') ? [] : [`${lang}: ${way?.href}`];
})) && passed;

// A word is found however it is written.
async function hits(file, query) {
    await page.goto(`${pathToFileURL(file).href}?q=${encodeURIComponent(query)}`);
    await page.waitForFunction(() => document.querySelector('[data-search-count]').textContent !== '');
    return page.evaluate(() => [...document.querySelectorAll('.search-list a')].map(a => `${a.textContent} ${a.lang}`));
}
const search = join(root, 'young-ar', 'search.html');
if (existsSync(search)) {
    const plain = (await hits(search, 'حقوق')).join('|'), findings = [];
    if (plain === '') findings.push('nothing is found');
    for (const written of ['الحقوق', 'حُقُوق', 'حقـــوق', 'الحقو']) {
        if ((await hits(search, written)).join('|') !== plain) findings.push(`${written} finds something else`);
    }
    if ((await hits(search, 'اشخاص')).join() === '' || (await hits(search, 'اشخاص')).join() !== (await hits(search, 'أشخاص')).join()) findings.push('hamza counts');
    passed = report('young-ar: a word is found with its article and without, with marks and without', findings) && passed;
    const foreign = await hits(search, 'committee meets');
    passed = report('young-ar: what is found in English says so', foreign.length > 0 && foreign.every(f => f.endsWith(' en')) ? [] : foreign) && passed;
    await open(search);
    const letters = await page.evaluate(() => [...document.querySelectorAll('.a-to-z-nav a')].map(a => a.textContent));
    const arabic = letters.filter(l => /\p{Script=Arabic}/u.test(l));
    passed = report('young-ar: the list is in the order of the Arabic letters', arabic.length > 9 && letters.length > arabic.length &&
        arabic.join() === [...arabic].sort(new Intl.Collator('ar').compare).join() && letters.indexOf('A') > letters.indexOf(arabic.at(-1)) ? [] : [letters.join(' ')]) && passed;
}
await browser.close();
process.exitCode = passed ? 0 : 1;
