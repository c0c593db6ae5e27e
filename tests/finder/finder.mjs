// node finder.mjs FOLDER: asks the finder of every publication all it can be asked.
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, launch, report } from '../browser/browser.mjs';

const STATUSES = ['in-care', 'eligible', 'relevant', 'former-relevant', 'qualifying'];
const root = resolve(process.argv[2]);
const finders = filesBelow(root, '.html').filter(file => basename(file) === 'get.html');
const browser = await launch();
const withScripts = await browser.newContext();
const without = await browser.newContext({ javaScriptEnabled: false });

async function open(context, file) {
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href); // from the disk, as a reader may have it
    return page;
}

// Runs in the page: every answer to the age and the status, with each thing that
// can be needed alone, with two, and with none. Returns what is shown for each.
function askAll() {
    const form = document.getElementById('finder');
    const rows = [...document.querySelectorAll('#offers > li')];
    const inputs = name => [...form.querySelectorAll(`[name="${name}"]`)];
    const orNone = list => (list.length > 0 ? list : [null]);
    const wants = inputs('want[]');
    const picks = [[], ...wants.map(want => [want]), ...wants.slice(1).map((want, i) => [wants[i], want])];
    const answers = [];
    for (const age of orNone(inputs('age'))) {
        for (const who of orNone(inputs('who'))) {
            for (const pick of picks) {
                if (age) age.checked = true;
                if (who) who.checked = true;
                for (const want of wants) want.checked = pick.includes(want);
                form.dispatchEvent(new Event('change'));
                answers.push({
                    age: age?.value ?? '', who: who?.value ?? '', wants: pick.map(want => want.value),
                    shown: rows.filter(row => row.checkVisibility()).map(row => rows.indexOf(row)),
                    count: document.getElementById('finder_count').textContent,
                    none: document.getElementById('finder_none').checkVisibility(),
                });
            }
        }
    }
    return {
        answers, rows: rows.length,
        pattern: document.getElementById('finder_count').dataset.count,
        titles: rows.map(row => row.querySelector('a').textContent),
        people: document.querySelectorAll('.person, .help-item').length,
        left: [document.cookie, location.search, location.hash, localStorage.length, sessionStorage.length].join('/'),
    };
}

function judge(asked) {
    const findings = [];
    const { answers, rows, titles } = asked;
    const say = a => `age '${a.age}', status '${a.who}', need '${a.wants}'`;
    const everything = answers.find(a => !a.age && !a.who && a.wants.length === 0);
    if (everything?.shown.length !== rows) findings.push('without an answer not all is shown');
    for (let i = 0; i < rows; i++) {
        const specific = answers.some(a => (a.age || a.who || a.wants.length > 0) && a.shown.includes(i));
        if (!specific) findings.push(`no answer finds “${titles[i]}”`);
    }
    for (const a of answers) {
        // Arabic has words for one and two of something, and no digit in them
        const words = { one: 1, two: 2 };
        const named = Object.keys(words).find(form => asked.pattern.includes(`${form} {${a.count}}`));
        const n = Number(a.count.match(/\d+/)?.[0] ?? words[named] ?? 0);
        if (n !== a.shown.length) findings.push(`${say(a)}: it says “${a.count}” of ${a.shown.length}`);
        if (a.none !== (a.shown.length === 0)) findings.push(`${say(a)}: what it says of nothing found is wrong`);
    }
    if (asked.people === 0) findings.push('there is nobody to ask');
    if (asked.left !== '///0/0') findings.push(`answers were kept: ${asked.left}`);
    return findings;
}

// What a page without scripts lists, and whom it names.
async function listed(file) {
    const page = await open(without, file);
    const found = await page.evaluate(() => ({
        titles: [...document.querySelectorAll('.card-offer h2, .card-offer h3')].map(h => h.textContent.trim()),
        people: document.querySelectorAll('.person').length,
    }));
    await page.close();
    return found;
}

// The pages of each list, which get.html itself links to without scripts.
async function judgePlain(file, asked) {
    const findings = [];
    const page = await open(without, file);
    const seen = await page.evaluate(() => ({
        ways: [...document.querySelectorAll('.get-ways a')].filter(a => a.checkVisibility()).map(a => a.getAttribute('href')),
        form: document.getElementById('finder').checkVisibility(),
    }));
    await page.close();
    if (seen.form) findings.push('without scripts there is a form that does nothing');
    const expected = filesBelow(dirname(file), '.html').map(f => relative(dirname(file), f)).filter(f => f.startsWith('get_'));
    for (const name of expected) {
        if (!seen.ways.includes(name)) findings.push(`without scripts nothing leads to ${name}`);
    }
    const pages = new Map();
    for (const name of seen.ways) {
        pages.set(name, await listed(join(dirname(file), name)));
    }
    const lists = { head: n => !/^get_(need|age|who)_/.test(n), age: n => n.startsWith('get_age_'), need: n => n.startsWith('get_need_') };
    for (const [list, belongs] of Object.entries(lists)) {
        const own = [...pages].filter(([name]) => belongs(name));
        for (const title of own.length > 0 && list !== 'need' ? asked.titles : []) {
            if (!own.some(([, p]) => p.titles.includes(title))) findings.push(`no page by ${list} has “${title}”`);
        }
    }
    for (const [name, p] of pages) {
        if (p.people === 0) findings.push(`${name} names nobody to ask`);
    }
    // one answer alone finds with scripts what its pages list without
    const same = (names, answer) => {
        const shown = answer.shown.map(k => asked.titles[k]).sort();
        const listed = [...new Set(names.flatMap(name => pages.get(name)?.titles ?? []))].sort();
        if (shown.join('\n') !== listed.join('\n')) {
            findings.push(`${names.join(' and ')}: ${listed.length} listed, the finder has ${shown.length}`);
        }
    };
    const ages = [...pages.keys()].filter(name => name.startsWith('get_age_'));
    for (const a of asked.answers) {
        if (a.age && !a.who && a.wants.length === 0) {
            same([ages['abcdefghij'.indexOf(a.age)]], a);
        } else if (!a.age && a.who && a.wants.length === 0) {
            same([...a.who].map(n => `get_who_${STATUSES[n]}.html`), a);
        } else if (!a.age && !a.who && a.wants.length === 1) {
            same([pages.has(`get_need_${a.wants[0]}.html`) ? `get_need_${a.wants[0]}.html` : `get_${a.wants[0]}.html`], a);
        }
    }
    return findings;
}

// By the keyboard alone, and by a reader who changes their mind.
async function judgeKeyboard(file) {
    const findings = [];
    const page = await open(withScripts, file);
    const count = () => page.locator('#finder_count').textContent();
    const all = await count();
    await page.locator('#finder input').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('#finder input[type=checkbox]').last().focus();
    await page.keyboard.press('Space');
    const some = await count();
    if (some === all) findings.push('the keyboard does not answer');
    await page.locator('#finder button[type=reset]').focus();
    await page.keyboard.press('Enter');
    await page.waitForTimeout(50);
    if (await count() !== all) findings.push('starting again does not show all');
    await page.locator('#finder input').first().focus();
    await page.keyboard.press('Enter'); // a form that is sent would leave the page
    if (page.url() !== pathToFileURL(file).href) findings.push(`the form is sent: ${page.url()}`);
    await page.close();
    return findings;
}

let passed = report('there are finders', finders.length > 0 ? [] : [`no get.html below ${root}`]);
for (const file of finders) {
    const name = relative(root, file);
    const page = await open(withScripts, file);
    const asked = await page.evaluate(askAll);
    await page.close();
    passed = report(`${name}: ${asked.answers.length} answers, each finds an offer or somebody to ask`, judge(asked)) && passed;
    passed = report(`${name}: the same without scripts, on pages of their own`, await judgePlain(file, asked)) && passed;
    passed = report(`${name}: by the keyboard`, await judgeKeyboard(file)) && passed;
}
await browser.close();
process.exitCode = passed ? 0 : 1;
