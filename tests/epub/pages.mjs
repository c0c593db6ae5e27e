// node pages.mjs FOLDER: axe over the pages of an unpacked EPUB, as they are.
import { relative } from 'node:path';
import { axe, filesBelow, launch, report, serve } from '../browser/browser.mjs';

const folder = process.argv[2];
const files = filesBelow(folder, '.xhtml');
const findings = files.length ? [] : ['there are no pages'];
const { server, address } = await serve(folder); // axe may not read style sheets from a disk
const browser = await launch();
const page = await browser.newPage();
page.on('request', r => {
    if (!r.url().startsWith(address)) findings.push(`asks for ${r.url()}`);
});
page.on('response', r => {
    if (r.status() >= 400) findings.push(`${r.status()} for ${r.url()}`);
});
page.on('console', m => findings.push(`console: ${m.text()}`));
for (const file of files) {
    const path = relative(folder, file);
    await page.goto(`${address}/${path}`);
    // the page is a part of a book: the reading system is around it
    const found = await axe(page, { region: false, 'landmark-one-main': false });
    findings.push(...found.map(line => `${path}: ${line}`));
}
await browser.close();
server.close();
server.closeAllConnections();
process.exitCode = report(`axe finds nothing in ${files.length} pages`, findings) ? 0 : 1;
