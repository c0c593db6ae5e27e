// What the judges that need a browser share: Chromium, axe, and a static server.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export function launch() {
    return chromium.launch({
        executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
            '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
}

// Returns axe's findings in the page as it stands, a line each. `rules` are
// switched on (true) or off (false) besides those of the tags.
export async function axe(page, rules = {}) {
    const options = { runOnly: TAGS, resultTypes: ['violations'], rules: {} };
    for (const [id, enabled] of Object.entries(rules)) {
        options.rules[id] = { enabled };
    }
    return run(page, options);
}

// The same for the rule `id` alone.
export function axeRule(page, id) {
    return run(page, { runOnly: { type: 'rule', values: [id] }, resultTypes: ['violations'] });
}

async function run(page, options) {
    // evaluated, not added as a script: the page's own policy allows no script
    if (!await page.evaluate(() => typeof window.axe?.run === 'function')) {
        await page.evaluate(AXE);
    }
    const violations = await page.evaluate(async options =>
        (await axe.run(document, options)).violations, options);
    return violations.map(v => `${v.id}: ${v.help}` + v.nodes.slice(0, 3).map(node =>
        `\n    ${node.target.join(' ')}: ${node.html.slice(0, 150)}` +
        `\n      ${node.any.concat(node.all, node.none).map(c => c.message).join('; ')}`).join('') +
        (v.nodes.length > 3 ? `\n    and ${v.nodes.length - 3} more` : ''));
}

// All files below `folder` whose names end in `ending`, sorted.
export function filesBelow(folder, ending = '') {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && entry.name.endsWith(ending))
        .map(entry => join(entry.parentPath ?? entry.path, entry.name)).sort();
}

export const TYPES = {
    '.html': 'text/html', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png',
    '.jpg': 'image/jpeg', '.woff2': 'font/woff2', '.js': 'text/javascript',
    '.xml': 'application/xml', '.atom': 'application/atom+xml',
    '.webmanifest': 'application/manifest+json', '.csv': 'text/csv', '.epub': 'application/epub+zip', '.xhtml': 'application/xhtml+xml',
};

// Serves `folder` on this machine, on a free port or on `port`. Returns the server,
// its address, and `stop`, which ends it and what it still talks to.
export async function serve(folder, port = 0) {
    const server = createServer((request, response) => {
        const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
        if (path === '/favicon.ico') { // asked for by the browser, not by the page
            response.writeHead(204).end();
            return;
        }
        try {
            const bytes = readFileSync(join(folder, normalize(path)));
            response.writeHead(200, {
                'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
                // a name with its hash is always the same file
                .../-[0-9a-f]{12}\.[a-z0-9]+$/.test(path) ? { 'Cache-Control': 'max-age=3600, immutable' } : {},
            });
            response.end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    });
    await new Promise(resolve => server.listen(port, '127.0.0.1', resolve));
    const stop = () => new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
    });
    return { server, stop, address: `http://127.0.0.1:${server.address().port}` };
}

// As many as can work at a time, made by `make`.
export function crew(make) {
    return Promise.all(Array.from({ length: Number(process.env.JOBS) || availableParallelism() }, make));
}

// Does `work(item, worker)` for each item, as soon as one of `workers` is free, and
// hands the results to `done(item, result)` in the order of `items`.
export async function share(items, workers, work, done = () => {}) {
    const results = new Map();
    let next = 0, ended = 0;
    await Promise.all(workers.map(async worker => {
        while (next < items.length) {
            const item = items[next++];
            results.set(item, await work(item, worker));
            for (; ended < items.length && results.has(items[ended]); ended++) {
                done(items[ended], results.get(items[ended]));
            }
        }
    }));
}

// Prints a test's result. Returns whether it passed.
export function report(name, findings) {
    console.log(`${findings.length ? 'FAIL' : 'ok'} ${name}`);
    for (const finding of findings) {
        console.log('    ' + finding.replaceAll('\n', '\n    '));
    }
    return findings.length === 0;
}
