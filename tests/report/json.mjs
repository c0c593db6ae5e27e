// node json.mjs CASES: each case's JSON has the form that src/check/report.h
// promises, and tells the messages of the text.
import { assert, duet, inputs, messagesOf } from './duet.mjs'

const keys = o => Object.keys(o).join()
const count = (messages, severity) => messages.filter(m => m.severity === severity).length

function checkForm(name, report) {
    assert(keys(report) === 'version,messages,areas,errors,warnings,silenced', name, keys(report))
    assert(report.version === 1, name, 'has another version')
    for (const m of report.messages) {
        const place = m.line === undefined ? '' : 'line,column,endColumn,'
        const help = m.help === undefined ? '' : ',help'
        assert(keys(m) === `path,${place}severity,code,area,message${help}`, name, keys(m))
        assert(m.line === undefined || (m.line > 0 && m.column > 0 && m.endColumn >= m.column), name, m)
        assert(report.areas[m.area]?.errors + report.areas[m.area]?.warnings > 0, name, 'does not count', m.area)
    }
    for (const key of ['errors', 'warnings', 'silenced']) {
        const sum = Object.values(report.areas).reduce((n, area) => n + area[key], 0)
        assert(sum === report[key], name, 'counts', sum, key, 'by area, and', report[key], 'in all')
    }
}

let n = 0
for (const [name, folder, content] of inputs(process.argv[2])) {
    const text = duet(folder, 'check', content)
    const json = duet(folder, 'check', content, '--format=json')
    assert(json.status === text.status && json.err === '', name, 'ends otherwise', json)
    const report = JSON.parse(json.out)
    checkForm(name, report)
    const plain = m => [m.line, m.column, m.severity.replace('system', 'error'), m.code, m.message, m.help].join()
    const told = messagesOf(text.err).map(plain), written = report.messages.map(plain)
    assert(told.join('\n') === written.join('\n'), name, 'says other things:', told, written)
    assert(report.errors === count(messagesOf(text.err), 'error'), name, 'counts other errors')
    assert(report.warnings === count(messagesOf(text.err), 'warning'), name, 'counts other warnings')
    const strict = duet(folder, 'check', content, '--strict')
    assert(strict.status === (text.status || (report.warnings > 0 ? 1 : 0)), name, 'is strict otherwise')
    n += report.messages.length
}
assert(n > 50, 'only', n, 'messages were seen')
