// node bundle.mjs SCHEMAS FILE: the one document has the schemas and works as
// they do: each is found by its id, and its references stay within it.
import { deepStrictEqual } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validator } from './schemas.mjs';

const [, , folder, file] = process.argv;
const read = path => JSON.parse(readFileSync(path, 'utf8'));
const all = read(file);
const alone = Object.fromEntries(
    readdirSync(folder).map(name => [name.replace('.schema.json', ''), read(join(folder, name))]));
deepStrictEqual(all.$defs, alone);

const ajv = validator();
ajv.addSchema(all);
const terms = ajv.getSchema('urn:duet:schema:terms');
deepStrictEqual(terms([{ term: 'care leaver', means: { formal: 'A', young: 'B' } }]), true);
deepStrictEqual(terms([{ term: 'care leaver', means: [] }]), false);
