// Layers for the property test: a publication as a plain object, its files, and
// its units as the rules of layers would have them, worked out here a second
// time and from the object, not from the files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Numbers that depend on the seed alone (mulberry32). */
export function random(seed) {
    let state = seed >>> 0;
    const next = () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    return {
        chance: (p) => next() < p,
        below: (n) => Math.floor(next() * n),
        pick: (list) => list[Math.floor(next() * list.length)],
        shuffle(list) {
            const out = [...list];
            for (let i = out.length - 1; i > 0; i--) {
                const k = Math.floor(next() * (i + 1));
                [out[i], out[k]] = [out[k], out[i]];
            }
            return out;
        },
    };
}

const yamlText = (text) => JSON.stringify(text);

function yamlFields(fields) {
    const groups = new Map();
    for (const [name, text] of Object.entries(fields)) {
        const [key, voice] = name.split('.');
        if (voice === undefined) {
            groups.set(key, yamlText(text));
        } else {
            groups.set(key, [...(groups.get(key) ?? []), `${voice}: ${yamlText(text)}`]);
        }
    }
    return [...groups].map(([key, value]) =>
        `${key}: ${Array.isArray(value) ? `{${value.join(', ')}}` : value}`);
}

function yamlRecord(r) {
    if (r.drop !== undefined) {
        return `  - {id: ${r.id}, drop: true, because: ${yamlText(r.drop)}}`;
    }
    return `  - {${[`id: ${r.id}`, ...yamlFields(r.fields)].join(', ')}}`;
}

export function sectionText(s) {
    return `${'#'.repeat(s.level)} Heading {#${s.id}}\n\n${s.formal}\n\n::: young\n${s.young}\n:::\n`;
}

function chapterText(c) {
    const front = [];
    if (c.inherit) {
        front.push('inherit: sections');
    }
    if (Object.keys(c.drop).length > 0) {
        front.push('drop:', ...Object.entries(c.drop).map(([id, why]) => `  ${id}: ${yamlText(why)}`));
    }
    front.push(...yamlFields(c.fields));
    if (c.promises.length > 0) {
        front.push('promises:', ...c.promises.map(yamlRecord));
    }
    const opening = c.opening === null ? '' : `${c.opening.formal}\n\n::: young\n${c.opening.young}\n:::\n\n`;
    return `---\n${front.join('\n')}\n---\n${opening}${c.sections.map(sectionText).join('\n')}`;
}

/** The files of a layer, by path. */
export function filesOf(layer) {
    const files = { ...layer.files };
    const settings = [...layer.head, ...yamlFields(layer.fields)];
    if (layer.list !== null) {
        settings.push(`chapters: [${layer.list.join(', ')}]`);
    }
    files['publication.yaml'] = `${settings.join('\n')}\n`;
    for (const [name, c] of Object.entries(layer.chapters)) {
        files[`chapters/${name}.md`] = chapterText(c);
    }
    if (layer.contacts.length > 0) {
        files['contacts.yaml'] = `${layer.contacts.map((r) => yamlRecord(r).slice(2)).join('\n')}\n`;
    }
    if (layer.categories.length > 0) {
        files['law.yaml'] = `categories:\n${layer.categories.map(yamlRecord).join('\n')}\n`;
    }
    return files;
}

/** Writes files in the order of their names that `order` makes. */
export function write(folder, files, order = (names) => names) {
    for (const name of order(Object.keys(files).sort())) {
        const path = join(folder, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, files[name]);
    }
}

const records = (units, list, stem, file) => {
    for (const r of list) {
        units.set(`${stem}/${r.id}`, {
            kind: `record ${file}`, file, dropped: r.drop !== undefined, parts: r.drop === undefined ? r.fields : {},
        });
    }
};

/** The units of a layer, by name. */
export function unitsOf(layer) {
    const units = new Map();
    const settings = { ...layer.fields };
    if (layer.list !== null) {
        settings.chapters = layer.list.map((name) => `- ${name}`).join('\n');
    }
    units.set('publication.yaml', { kind: 'settings', file: 'publication.yaml', parts: settings });
    for (const [name, c] of Object.entries(layer.chapters)) {
        const file = `chapters/${name}.md`;
        const parts = { ...c.fields };
        if (c.opening !== null) {
            parts.text = `${c.opening.formal}\n\n::: young\n${c.opening.young}\n:::`;
        }
        units.set(`${name}.md`, { kind: 'chapter', file, chapter: name, parts });
        let around = '';
        for (const s of c.sections) {
            const parent = s.level === 3 ? around : '';
            around = s.level === 2 ? `${name}#${s.id}` : around;
            units.set(`${name}#${s.id}`, { kind: 'section', file, chapter: name, parent, parts: { text: sectionText(s) } });
        }
        for (const id of Object.keys(c.inherit ? c.drop : {})) {
            if (!units.has(`${name}#${id}`)) {
                units.set(`${name}#${id}`, { kind: 'section', file, chapter: name, dropped: true, parts: {} });
            }
        }
        records(units, c.promises, name, file);
        for (const r of c.promises) {
            units.get(`${name}/${r.id}`).chapter = name;
        }
    }
    records(units, layer.contacts, 'contacts', 'contacts.yaml');
    records(units, layer.categories, 'law', 'law.yaml');
    for (const [name, text] of Object.entries(layer.files)) {
        units.set(name, { kind: 'file', file: name, parts: { file: text } });
    }
    return units;
}
