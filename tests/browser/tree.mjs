// node tree.mjs SITE [ONLY]: pages of each kind as a screen reader is given them,
// with scripts and all open that opens, without scripts, over http and from the
// disk; what is said when they change; and that nothing moves for a reader who
// asked for less motion. Then the same with planted faults.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, report, serve } from './browser.mjs';
import { keyboard } from './checks.mjs';
import { ended, heardFaults, motionFaults, sheetFaults } from './tree/faults.mjs';
import { motion, watchMotion } from './tree/motion.mjs';
import { heard } from './tree/names.mjs';
import { deeds, said, silence } from './tree/said.mjs';

const root = resolve(process.argv[2]);
const only = new RegExp(process.argv[3] ?? '');

// A page of each kind: all that the model has, and of a real council's what differs.
const KINDS = {
    model: ['index', 'introduction', 'action-plan', 'meetings', 'priorities', 'promises', 'offers', 'rights', 'people-who-help',
        'get', 'get_age_16', 'get_need_health', 'search', 'words', 'print'],
    'thurrock-2022': ['index', 'numbers', 'work-programme', 'promises', 'help', 'get', 'get_who_in-care', 'print'],
};
const ON_DISK = /^model\/(young\/(index|get|search)|formal\/(index|action-plan))\.html/;

// At 400 % in a window of 1280 by 1024 pixels this much is left of it.
const ENLARGED = { width: 320, height: 256 };
const ENLARGED_PAGES = ['young/index', 'young/get', 'formal/action-plan'].map(name => `model/${name}.html`);

// Paper has no foot of links, and the shelf of all publications neither a head nor a foot.
const without = path => path === 'index.html' ? ['banner', 'contentinfo'] : path.endsWith('/print.html') ? ['contentinfo'] : [];

const paths = ['index.html', ...Object.entries(KINDS).flatMap(([name, kinds]) => ['index.html', '404.html',
    ...['formal', 'young'].flatMap(voice => kinds.map(kind => `${voice}/${kind}.html`))].map(path => `${name}/${path}`))]
    .filter(path => existsSync(join(root, path)) && only.test(path));

const browser = await launch();
const { stop, address } = await serve(root);
const disk = pathToFileURL(root).href;
const settings = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', serviceWorkers: 'block' };
const scripted = await browser.newContext(settings);
await scripted.addInitScript(watchMotion);
const plain = await browser.newContext({ ...settings, javaScriptEnabled: false });
const [withScripts, withoutScripts] = [await scripted.newPage(), await plain.newPage()];
withScripts.setDefaultTimeout(5000);

// Runs in the page: presses what opens something, and opens each disclosure. Only
// one word's window can be open at a time.
function openAll() {
    for (const e of document.querySelectorAll('[aria-expanded="false"]')) e.click();
    for (const e of document.querySelectorAll('details')) e.open = true;
    const window = document.querySelector('[popover]');
    window?.showPopover();
}

let passed = true;
for (const path of paths) {
    const findings = [];
    const add = (when, list) => findings.push(...list.map(line => `${when}: ${line}`));
    const judge = page => heard(page, without(path));
    await Promise.all([withScripts.goto(`${address}/${path}`), withoutScripts.goto(`${address}/${path}`)]);
    await withScripts.evaluate(openAll);
    add('opened', await judge(withScripts));
    add('less motion', await motion(withScripts));
    add('without scripts', await judge(withoutScripts));
    if (ON_DISK.test(path)) {
        await Promise.all([withScripts.goto(`${disk}/${path}`), withoutScripts.goto(`${disk}/${path}`)]);
        add('from the disk', await judge(withScripts));
        add('from the disk, less motion', await motion(withScripts));
        add('from the disk, without scripts', await judge(withoutScripts));
    }
    if (ENLARGED_PAGES.includes(path)) {
        await withScripts.goto(`${address}/${path}`);
        add('at 400 %', await keyboard(withScripts, ENLARGED));
        await withScripts.setViewportSize(settings.viewport);
    }
    passed = report(`${path} is read out as it is meant, and keeps still`, [...new Set(findings)]) && passed;
}

for (const deed of deeds.filter(deed => only.test(deed.name))) {
    const findings = [];
    for (const base of [address, disk]) {
        await withScripts.goto(`${base}/${deed.path}`);
        findings.push(...await said(withScripts, deed));
    }
    await withScripts.goto(`${address}/${deed.path}`);
    await withScripts.evaluate(silence, deed.region);
    if ((await said(withScripts, deed, 4)).length === 0) findings.push('it is said where no region is live');
    passed = report(`it is said ${deed.name}`, findings) && passed;
}

const missed = [];
for (const [path, list, judge] of [['model/young/index.html', heardFaults, heard],
    ['model/formal/action-plan.html', [...motionFaults, ...sheetFaults], motion]]) {
    for (const [wanted, plant, text] of list) {
        await withScripts.goto(`${address}/${path}`);
        await withScripts.evaluate(plant, text);
        const found = await judge(withScripts);
        if (!found.some(line => line.startsWith(wanted))) missed.push(`“${wanted}” is not found after ${text ?? plant}`);
    }
}
await withScripts.goto(`${address}/model/young/index.html`);
await withScripts.evaluate(...ended);
missed.push(...(await motion(withScripts)).map(line => `the style sheet does not end it: ${line}`));
passed = report('each planted fault of the tree and of motion is found', missed) && passed;

await browser.close();
await stop();
process.exitCode = passed ? 0 : 1;
