// node screenshots.mjs SITE README [OUT]: pictures of a built site's main pages, to be
// looked at. README gets the four that the README shows; OUT a folder for each
// publication and index.html, which shows them all.
//
// On the screen: three widths in light, a phone and a desk in the dark and with the
// colours that a reader forces (Windows' contrast themes). On paper: the first pages
// of each edition's PDF. In a book: some of its pages, as a narrow reading system
// shows them.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, launch, serve } from './browser/browser.mjs';

const [site, readme, out] = process.argv.slice(2).map(path => resolve(path));
const PUBLICATIONS = ['thurrock-2022', 'model'];
const EDITIONS = ['young', 'young-ar', 'formal'];
const PAGES = ['index', 'promises', 'offers', 'priorities', 'numbers', 'about-our-children', 'voices',
    'what-young-people-said', 'help', 'people-who-help', 'words', 'action-plan', 'engagement-plan',
    'meetings', 'work-programme', 'search', 'get', 'get_need_money', 'get_accommodation'];
const BOOK_PAGES = ['cover', 'title-page', 'promises', 'offers', 'help-contacts'];
const MODES = [
    { name: 'light', widths: [320, 768, 1280], media: { colorScheme: 'light', forcedColors: 'none' } },
    { name: 'dark', widths: [320, 1280], media: { colorScheme: 'dark', forcedColors: 'none' } },
    { name: 'high contrast', widths: [320, 1280], media: { colorScheme: 'dark', forcedColors: 'active' } },
];
const TALLEST = 2600; // a picture longer than this is cut: its page goes on in the same way
const PAPER_PAGES = 4;

const browser = await launch();
const { address, stop } = await serve(site);
const context = await browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce' });
const page = await context.newPage();
const shots = []; // { publication, part, page, mode, file }

const url = path => `${address}/${path}`;

async function open(path, width, media) {
    await page.setViewportSize({ width, height: width < 600 ? 700 : 900 });
    await page.emulateMedia({ media: 'screen', ...media });
    await page.goto(path, { waitUntil: 'load' });
    // a second visit, when the fonts are at hand, is how most pages are seen
    await page.reload({ waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => {}));
}

async function shoot(file, height = TALLEST) {
    const size = page.viewportSize();
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.min(whole, height) });
    await page.screenshot({ path: file, animations: 'disabled' });
}

function note(publication, part, name, mode, file) {
    shots.push({ publication, part, page: name, mode, file: relative(out, file) });
}

async function screens(publication, part, name, path) {
    for (const mode of MODES) {
        for (const width of mode.widths) {
            const file = join(out, publication, `${part}-${name}-${mode.name.replace(' ', '-')}-${width}.png`);
            await open(url(path), width, mode.media);
            await shoot(file);
            note(publication, part, name, `${mode.name}, ${width}`, file);
        }
    }
}

async function paper(publication, edition) {
    const folder = join(out, publication);
    const pdf = join(folder, `${edition}.pdf`);
    await page.emulateMedia({ media: 'print', colorScheme: 'light', forcedColors: 'none' });
    await page.goto(url(`${publication}/${edition}/print.html`), { waitUntil: 'load' });
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    await page.pdf({ path: pdf, preferCSSPageSize: true, format: 'A4' });
    execFileSync('pdftoppm', ['-png', '-r', '60', '-l', String(PAPER_PAGES), pdf, join(folder, `${edition}-paper`)]);
    const made = readdirSync(folder).filter(file => file.startsWith(`${edition}-paper`)).sort();
    made.forEach((file, i) => note(publication, edition, 'print', `paper, page ${i + 1}`, join(folder, file)));
}

async function book(publication, edition) {
    const folder = mkdtempSync(join(tmpdir(), 'duet-book-'));
    execFileSync('unzip', ['-qq', join(site, publication, 'downloads', `${publication}-${edition}.epub`), '-d', folder]);
    for (const file of filesBelow(folder, '.xhtml')) {
        const name = basename(file, '.xhtml');
        if (!BOOK_PAGES.includes(name)) continue;
        const picture = join(out, publication, `${edition}-book-${name}.png`);
        await open(pathToFileURL(file).href, 480, MODES[0].media);
        await page.addStyleTag({ content: 'body { margin: 1.5rem }' }); // as reading systems do
        await shoot(picture, 720);
        note(publication, edition, 'EPUB', `book, ${name}`, picture);
    }
    rmSync(folder, { recursive: true });
}

// The four of the README, all of one size so that they stand side by side.
async function four() {
    const list = [
        ['formal', 'thurrock-2022/formal/promises.html', 'light'],
        ['young', 'thurrock-2022/young/promises.html', 'light'],
        ['doors', 'thurrock-2022/index.html', 'light'],
        ['dark', 'thurrock-2022/young/index.html', 'dark'],
    ];
    mkdirSync(readme, { recursive: true });
    for (const [name, path, colorScheme] of list) {
        await open(url(path), 900, { colorScheme, forcedColors: 'none' });
        await page.setViewportSize({ width: 900, height: 1000 });
        await page.screenshot({ path: join(readme, `${name}.png`), animations: 'disabled' });
    }
}

const text = words => words.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`);

function sheet() {
    const rows = [];
    const groups = Map.groupBy?.(shots, s => `${s.publication}: ${s.part}, ${s.page}`) ??
        shots.reduce((map, s) => {
            const key = `${s.publication}: ${s.part}, ${s.page}`;
            return map.set(key, [...map.get(key) ?? [], s]);
        }, new Map());
    for (const [title, list] of groups) {
        rows.push(`<h2>${text(title)}</h2>\n<div>` + list.map(s =>
            `<figure><a href="${text(encodeURI(s.file))}"><img src="${text(encodeURI(s.file))}" alt="" loading="lazy"></a>` +
            `<figcaption>${text(s.mode)}</figcaption></figure>`).join('\n') + '</div>');
    }
    return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Screenshots</title>
<style>
body { font: 1rem/1.4 system-ui, sans-serif; margin: 1rem; background: #ddd; color: #111 }
div { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; padding-block-end: 1rem }
figure { margin: 0; flex: none } img { block-size: 26rem; display: block; background: #fff }
h2 { font-size: 1.1rem }
</style>
<h1>Screenshots</h1>
${rows.join('\n')}
</html>
`;
}

async function all() {
    rmSync(out, { recursive: true, force: true });
    await screens('site', 'all', 'index', 'index.html');
    for (const publication of PUBLICATIONS) {
        mkdirSync(join(out, publication), { recursive: true });
        await screens(publication, 'front', 'index', `${publication}/index.html`);
        await screens(publication, 'front', '404', `${publication}/404.html`);
        for (const edition of EDITIONS) {
            for (const name of PAGES) {
                const path = `${publication}/${edition}/${name}.html`;
                if (existsSync(join(site, path))) await screens(publication, edition, name, path);
            }
            await paper(publication, edition);
            await book(publication, edition);
        }
        console.log(`${publication}: ${shots.filter(s => s.publication === publication).length} pictures`);
    }
    writeFileSync(join(out, 'index.html'), sheet());
    console.log(`open ${join(out, 'index.html')}`);
}

await four();
if (out) await all();
await browser.close();
await stop();
