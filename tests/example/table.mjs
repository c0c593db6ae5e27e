// table.mjs README REPORT: the table in the README, whose rows name what is
// changed, added, dropped and left out, against what `duet upstream --format
// json` reports. A name is a record's id, `#ID` for a section, or a file's name
// for its start; `all` is all that the report names in the file, `all others`
// what no other row names. Each change is in exactly one row. `changed here:
// amount` says which fields are.
import { readFileSync } from 'node:fs';

const [readme, report] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const units = JSON.parse(report).forks[0].units.filter((u) => u.here !== 'inherited');
const states = ['changed here', 'added here', 'dropped here', 'left out here'];
const wrong = [];

const rows = readme.split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
    .map((cells) => [...cells.slice(0, 3), ...(cells[3] ?? '').split(/: (.*)/, 2)])
    .filter((cells) => states.includes(cells[3]))
    .map(([kind, file, names, here, parts]) => ({
        kind, here, parts, file: file.replaceAll('`', ''),
        rest: /^all( others)?$/.test(names),
        names: [...names.matchAll(/`([^`]+)`/g)].map((m) => m[1]),
    }));

const taken = new Set();
const idOf = (row, name) => {
    const stem = row.file.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');
    return name.includes('.') ? name : stem + (name.startsWith('#') ? name : `/${name}`);
};
function take(row, unit) {
    if (unit.here !== row.here) {
        wrong.push(`${unit.id} is ${unit.here}, and the README says ${row.here}`);
    }
    if (row.parts !== undefined && unit.parts !== row.parts) {
        wrong.push(`of ${unit.id} are changed: ${unit.parts}; the README says ${row.parts}`);
    }
    if (taken.has(unit)) {
        wrong.push(`${unit.id} is in two rows`);
    }
    taken.add(unit);
}

for (const row of rows.filter((r) => !r.rest)) {
    if (row.names.length === 0) {
        wrong.push(`the row “${row.kind}” names nothing`);
    }
    for (const name of row.names) {
        const unit = units.find((u) => u.id === idOf(row, name) && u.file === row.file);
        unit ? take(row, unit) : wrong.push(`${row.file}: ${name} is not changed, and the README says ${row.here}`);
    }
}
for (const row of rows.filter((r) => r.rest)) {
    const left = units.filter((u) => u.file === row.file && !taken.has(u));
    if (left.length === 0) {
        wrong.push(`the row “${row.kind}” is about nothing`);
    }
    left.forEach((unit) => take(row, unit));
}
for (const unit of units.filter((u) => !taken.has(u))) {
    wrong.push(`${unit.id} is ${unit.here}, and the README does not say so`);
}
for (const here of states.filter((s) => !rows.some((r) => r.here === s))) {
    wrong.push(`no row shows what is ${here}`);
}
console.log(`${rows.length} rows, ${taken.size} changes`);
if (wrong.length > 0 || rows.length === 0) {
    console.log(wrong.join('\n'));
    process.exit(1);
}
