// node scripted.mjs PUBLICATION: what the scripts of a built publication add,
// from a server and from the disk, and what is left without them. Each check
// has faults, changes to the scripts that it must find: a check that passes
// with one of them cannot fail, and so proves nothing.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, report, serve } from './browser.mjs';
import { checks as preferences } from './scripted/preferences.mjs';
import { checks as leave } from './scripted/leave.mjs';
import { checks as search } from './scripted/search.mjs';
import { checks as speak } from './scripted/speak.mjs';

const all = [...preferences, ...speak, ...leave, ...search];
const root = resolve(process.argv[2]);
const only = process.argv[3] ?? '';

// Runs one check below `base`. `faults` are pairs of a text of a script and what
// stands there instead. Returns the findings.
async function run(check, base, faults = []) {
    const findings = [];
    const missed = new Set(faults.map(([written]) => written));
    const contexts = [];
    // A page in a browser of its own, whose storage is empty.
    const open = async (path, options = {}) => {
        const context = await browser.newContext({ serviceWorkers: 'block', ...options });
        contexts.push(context);
        for (const script of options.scripts ?? []) {
            await context.addInitScript(script);
        }
        if (faults.length > 0) {
            await context.route(/\/assets\/[^/]*\.js$/, route => {
                let text = readFileSync(join(root, 'assets', new URL(route.request().url()).pathname.split('/').pop()), 'utf8');
                for (const [written, to] of faults) {
                    const from = written.replace(/\n +/g, '\n'); // as scripts are published
                    if (text.includes(from)) {
                        missed.delete(written);
                        text = text.replaceAll(from, to);
                    }
                }
                return route.fulfill({ body: text, contentType: 'text/javascript' });
            });
        }
        const page = await context.newPage();
        page.setDefaultTimeout(2500);
        page.setDefaultNavigationTimeout(20000);
        page.on('pageerror', e => findings.push(`script: ${e.message}`));
        page.on('console', m => {
            if (m.type() === 'error') findings.push(`console: ${m.text()}`);
        });
        page.on('request', r => {
            if (!r.url().startsWith(base) && !(options.mayAsk ?? []).some(url => r.url().startsWith(url))) {
                findings.push(`asks for ${r.url()}`);
            }
        });
        await page.goto(`${base}/${path}`);
        return page;
    };
    try {
        findings.push(...await check.run({ open, base, root }));
    } catch (e) {
        findings.push(String(e.message).split('\n')[0]);
    }
    for (const context of contexts) {
        await context.close();
    }
    return missed.size > 0 ? null : findings;
}

const browser = await launch();
const { server, address } = await serve(root);
let passed = true;
for (const check of all.filter(c => c.name.includes(only))) {
    const findings = [
        ...(await run(check, address)).map(line => `from a server: ${line}`),
        ...(await run(check, pathToFileURL(root).href)).map(line => `from the disk: ${line}`),
    ];
    for (const fault of check.faults ?? []) {
        const found = await run(check, address, [fault]);
        if (found === null) {
            findings.push(`no script has ${fault[0]}, which was to be changed`);
        } else if (found.length === 0) {
            findings.push(`it does not find the fault ${fault[1] || `without ${fault[0]}`}`);
        }
    }
    passed = report(check.name, findings) && passed;
}
await browser.close();
server.close();
server.closeAllConnections();
process.exitCode = passed ? 0 : 1;
