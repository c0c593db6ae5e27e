// node content.mjs SCHEMAS FILE…: the files are valid, however their YAML is read.
import { errorsOf, load, readings, yamlOf } from './schemas.mjs';

const [, , folder, ...paths] = process.argv;
const schemas = load(folder);
let bad = 0;
for (const path of paths) {
    const { name, text } = yamlOf(path);
    for (const reading of readings) {
        const errors = schemas.has(name)
            ? errorsOf(schemas.get(name), text, reading)
            : [{ line: 1, message: 'there is no schema for it' }];
        for (const { line, message } of errors ?? [{ line: 1, message: 'not YAML' }]) {
            console.log(`${path}:${line}: ${message} (${reading})`);
            bad++;
        }
    }
}
console.log(`${paths.length} files`);
process.exitCode = bad === 0 && paths.length > 0 ? 0 : 1;
