// node table.mjs PAGE: a table pasted from a plan, with several actions to an
// objective and empty cells, as a screen reader meets it: cells in reading
// order, and for each the heads that are read out with it.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { axe, launch, report } from './browser.mjs';

const ORDER = ['No', 'Objective', 'Actions', 'Evidence', 'Lead', 'Completion or review date',
    '1', 'Ensure that', 'Provide copy', 'Strategy distributed', 'Service Manager', 'July 2022',
    'Offer Corporate', 'Training delivered', 'Service Manager', 'Quarterly',
    '3', 'Corporate Parenting Committee', 'CPC members', 'Feedback', 'Strategic Lead', ''];
const HEADS = {
    'Provide copy': ['Actions', '1'],
    'Offer Corporate': ['Actions', '1'],
    'Quarterly': ['Completion or review date', '1'],
    'Feedback': ['Evidence', '3'],
};

const browser = await launch();
const page = await browser.newPage();
await page.goto(pathToFileURL(resolve(process.argv[2])).href);
const findings = await axe(page);

// The accessibility tree is what a screen reader is given.
const session = await page.context().newCDPSession(page);
const { nodes } = await session.send('Accessibility.getFullAXTree');
const byId = new Map(nodes.map(node => [node.nodeId, node]));
const text = node => (node.childIds ?? []).map(id => byId.get(id))
    .map(child => child.role?.value === 'StaticText' ? child.name.value : text(child)).join('');
const cells = [];
const walk = node => {
    if (['columnheader', 'rowheader', 'cell', 'gridcell'].includes(node.role?.value)) {
        cells.push(text(node));
        return;
    }
    (node.childIds ?? []).forEach(id => walk(byId.get(id)));
};
walk(nodes[0]);
ORDER.forEach((start, i) => {
    if (cells[i] === undefined || !cells[i].startsWith(start) || (start === '' && cells[i] !== '')) {
        findings.push(`cell ${i + 1} is read as "${cells[i]}", not "${start}"`);
    }
});
if (cells.length !== ORDER.length) findings.push(`${cells.length} cells are read, not ${ORDER.length}`);

const heads = await page.evaluate(() => {
    axe.setup(document);
    const found = [...document.querySelectorAll('td')].map(td =>
        [td.textContent.trim(), axe.commons.table.getHeaders(td).map(th => th.textContent.trim())]);
    axe.teardown();
    return found;
});
for (const [start, wanted] of Object.entries(HEADS)) {
    const found = heads.find(([words]) => words.startsWith(start))?.[1] ?? [];
    if (!wanted.every(head => found.includes(head))) {
        findings.push(`"${start}" is read with the heads ${found.join(', ')}, not ${wanted.join(', ')}`);
    }
}
await browser.close();
report('a pasted plan is read in order, with its heads', findings);
process.exitCode = findings.length > 0 ? 1 : 0;
