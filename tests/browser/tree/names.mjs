// What a screen reader is given: the browser's accessibility tree, and beside it
// what can be seen of the same elements. Each function returns findings, a line each.

const CONTROLS = new Set(['button', 'checkbox', 'combobox', 'DisclosureTriangle', 'link', 'listbox', 'radio', 'searchbox',
    'slider', 'spinbutton', 'switch', 'tab', 'textbox']);
const NAMED = new Set([...CONTROLS, 'alertdialog', 'complementary', 'dialog', 'figure', 'form', 'graphics-document',
    'graphics-symbol', 'group', 'heading', 'image', 'img', 'navigation', 'radiogroup', 'region', 'table']);
const LANDMARKS = new Set(['complementary', 'form', 'navigation', 'region', 'search']);
const ONCE = ['banner', 'main', 'contentinfo'];
const ITEMS = new Set(['listitem', 'doc-endnote']);

// Boxes that have no name of their own: a disclosure's content, and a form without a
// name, which is no landmark.
const unnamed = ({ role, facts }) => (role === 'group' && facts?.tag === 'details') ||
    (role === 'form' && facts?.tag === 'form') || (role === 'figure' && facts?.tag === 'figure');

// Runs in the page: what is seen of each element, in the order of the document.
function seen() {
    const focusable = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex]:not([tabindex="-1"])';
    // What covers the whole words alone: `innerText` leaves out what nobody sees.
    const words = e => (e.matches('select, input, textarea') ? '' : e.innerText ?? '').trim();
    return [...document.querySelectorAll('*')].map(e => ({
        tag: e.localName,
        html: e.cloneNode(false).outerHTML?.slice(0, 120) ?? '',
        shown: e.checkVisibility({ visibilityProperty: true }),
        stop: e.matches(focusable),
        words: e.matches('a[href], button, summary, h1, h2, h3, h4, h5, h6') ? words(e) : '',
        href: e.localName === 'a' && e.hasAttribute('href') ? e.href : '',
        current: e.getAttribute('aria-current') ?? '',
        item: e.matches('li:not([role])'),
        list: e.matches('ul, ol, menu') && !['presentation', 'none'].includes(e.getAttribute('role')),
    }));
}

// Returns the nodes of the accessibility tree that a reader meets, in their order:
// { role, name, properties, parent, children, facts }. `facts` is what seen()
// tells of the element, and is missing where the node has none.
export async function tree(page) {
    const session = await page.context().newCDPSession(page);
    const { root } = await session.send('DOM.getDocument', { depth: -1 });
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    const facts = await page.evaluate(seen);
    const order = new Map();
    const number = node => {
        if (node.nodeType === 1) order.set(node.backendNodeId, order.size);
        (node.children ?? []).forEach(number);
    };
    number(root);
    const byId = new Map(nodes.map(node => [node.nodeId, node]));
    const met = [];
    const walk = (node, parent) => {
        let here = parent;
        if (!node.ignored) {
            here = {
                role: node.role?.value, name: (node.name?.value ?? '').trim(), parent, children: [],
                properties: Object.fromEntries((node.properties ?? []).map(p => [p.name, p.value.value])),
                facts: facts[order.get(node.backendDOMNodeId)],
            };
            parent?.children.push(here);
            met.push(here);
        }
        for (const id of node.childIds ?? []) {
            if (byId.has(id)) walk(byId.get(id), here);
        }
    };
    walk(nodes[0], null);
    const reached = new Set(met.map(node => node.facts));
    return { met, unmet: facts.filter(fact => fact.shown && !reached.has(fact)) };
}

const describe = node => `${node.role} “${node.name}” ${node.facts?.html ?? ''}`.trim();
const within = (node, role) => node.parent !== null && (node.parent.role === role || within(node.parent, role));

function landmarks(met, without) {
    const findings = [];
    for (const role of ONCE) {
        const count = met.filter(node => node.role === role).length;
        if (count !== (without.includes(role) ? 0 : 1)) findings.push(`${count} landmarks are ${role}`);
    }
    const names = new Map();
    for (const node of met.filter(n => LANDMARKS.has(n.role))) {
        const key = `${node.role} “${node.name}”`;
        if (names.has(key)) findings.push(`two landmarks are ${key}`);
        names.set(key, node);
    }
    return findings;
}

const squeeze = text => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

// WCAG 2.5.3: who speaks to the browser says the words they see, and who listens
// hears them apart. Signs and spaces are not spoken.
function names(met) {
    const findings = [];
    for (const node of met) {
        if (NAMED.has(node.role) && !unnamed(node) && squeeze(node.name) === '') findings.push(`no name: ${describe(node)}`);
        const words = squeeze(node.facts?.words ?? '');
        if (words !== '' && (CONTROLS.has(node.role) || node.role === 'heading') &&
            !` ${squeeze(node.name)} `.includes(` ${words} `)) {
            findings.push(`the name is not what is seen, “${node.facts.words.replace(/\s+/g, ' ')}”: ${describe(node)}`);
        }
    }
    return findings;
}

function headings(met) {
    const findings = [];
    let before = 0;
    for (const node of met.filter(n => n.role === 'heading')) {
        const level = Number(node.properties.level);
        if (level > before + 1) findings.push(`level ${level} after level ${before}: ${describe(node)}`);
        if (level === 1 && before > 0) findings.push(`level 1 again: ${describe(node)}`);
        before = level;
    }
    return before === 0 ? ['no heading'] : findings;
}

function lists({ met, unmet }) {
    const findings = unmet.filter(fact => fact.list).map(fact => `a list is not read as one: ${fact.html}`);
    for (const node of met) {
        if (node.facts?.list && node.role !== 'list') findings.push(`a list is read as ${describe(node)}`);
        if (node.role === 'list') {
            const others = node.children.filter(child => !ITEMS.has(child.role));
            if (others.length > 0) findings.push(`in a list, but no item: ${describe(others[0])}`);
            if (node.children.length === 0) findings.push(`an empty list: ${describe(node)}`);
        }
        const item = ITEMS.has(node.role);
        if (node.facts?.item && !item || item && node.parent?.role !== 'list') findings.push(`an item outside a list: ${describe(node)}`);
    }
    return findings;
}

// A link to the page itself among the page's main links says so.
function current(met, url) {
    return met.filter(node => node.role === 'link' && node.facts?.href === url && within(node, 'navigation') && !node.facts.current)
        .map(node => `leads to this page and does not say so: ${describe(node)}`);
}

// WCAG 3.1.1 and 3.1.2: languages by which a voice can be chosen.
async function languages(page) {
    return page.evaluate(() => [document.documentElement, ...document.querySelectorAll('[lang]')].filter(e => {
        try {
            return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(e.lang) === undefined;
        } catch {
            return true;
        }
    }).map(e => `no language: ${e.cloneNode(false).outerHTML.slice(0, 120)}`));
}

// Returns the findings in the page as it stands, which has no landmark of the roles `without`.
export async function heard(page, without = []) {
    const both = await tree(page);
    const url = page.url().split('#')[0];
    return [
        ...await languages(page), ...landmarks(both.met, without), ...names(both.met), ...headings(both.met), ...lists(both),
        ...current(both.met, url),
        ...both.unmet.filter(fact => fact.stop).map(fact => `takes the focus and is not heard: ${fact.html}`),
    ];
}
