// What the schemas say of a file, line by line, with a validator and a reader
// of YAML that know nothing of Duet.
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';

// What a schema can tell of Duet's messages; the rest takes other files.
export const codes = [
    'allow-without-reason', 'bad-date', 'bad-id', 'bad-link', 'cannot-allow', 'drop-without-reason', 'missing-field',
    'unknown-choice', 'unknown-code', 'unknown-key', 'wrong-type',
];

// What a layer, which a file may be, has from the one below.
export const inherited = /^this \w+ has no '(?!because)/;

// As editors read YAML, and as Duet does: every value is a text.
export const readings = ['core', 'failsafe'];

// Strict but for types: `type` may list several, and `minLength` stand without.
export function validator() {
    const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
    ajv.addKeyword('patternErrorMessage'); // what editors show
    return ajv;
}

// The schemas that `duet schema -o FOLDER` wrote, by name. Refuses what is no
// schema of the draft that it names.
export function load(folder) {
    const schemas = new Map();
    for (const file of readdirSync(folder)) {
        const name = basename(file, '.schema.json');
        schemas.set(name, validator().compile(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
    }
    return schemas;
}

// The part of a file that is YAML, its lines where they are, and its schema's name.
export function yamlOf(path) {
    const text = readFileSync(path, 'utf8');
    if (!path.endsWith('.md')) {
        return { name: basename(path, '.yaml'), text };
    }
    const front = /^---\r?\n([^]*?)^---\s*$/m.exec(text);
    return { name: 'chapter', text: front === null ? '' : `#\n${front[1]}` };
}

function child(node, part) {
    if (isSeq(node)) {
        return node.items[Number(part)];
    }
    return isMap(node) ? node.items.find(pair => String(pair.key.value) === part)?.value : undefined;
}

// Where the value of an error is, or the key that it is about.
function offsetOf(root, error) {
    const path = error.instancePath.split('/').slice(1).map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const node = path.reduce(child, root);
    const key = error.params.additionalProperty ?? error.params.propertyName ?? error.propertyName;
    const pair = key !== undefined && isMap(node) ? node.items.find(item => String(item.key.value) === key) : undefined;
    return (pair?.key ?? node)?.range?.[0] ?? 0;
}

// What `anyOf` and the shape `nothing` add to the error that matters.
const beside = new Set(['anyOf', 'not', 'maxLength']);

// Returns: the errors in `text`, each with its line; null when it is not YAML.
export function errorsOf(validate, text, reading) {
    const lines = new LineCounter();
    const document = parseDocument(text, { schema: reading, lineCounter: lines });
    if (document.errors.length > 0) {
        return null;
    }
    const value = document.toJS();
    // without anything in it Duet takes a file for an empty map or list
    if (value === null || value === '' || validate(value)) {
        return [];
    }
    return validate.errors
        .filter(error => !beside.has(error.keyword))
        .map(error => ({
            line: lines.linePos(offsetOf(document.contents, error)).line,
            message: `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
        }));
}

// Duet's messages that a schema can tell, as {path, line, message, code}.
export function messagesOf(text) {
    return [...text.matchAll(/^(\S+):(\d+):\d+: error: (.*) \[([a-z-]+)\]$/gm)]
        .map(([, path, line, message, code]) => ({ path, line: Number(line), message, code }));
}
