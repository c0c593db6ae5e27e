// node sarif.mjs CASES: each case's SARIF is valid against the schema of OASIS
// (as @microsoft/jest-sarif ships it), and tells the messages of the text.
// node sarif.mjs --self: what is wrong is found.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { assert, duet, inputs, messagesOf } from './duet.mjs'

const require = createRequire(import.meta.url)
const home = createRequire(require.resolve('@microsoft/jest-sarif/package.json'))
const Ajv = home('ajv') // version 6, which knows draft 4
const ajv = new Ajv({ schemaId: 'auto', allErrors: true, meta: false })
ajv.addMetaSchema(home('ajv/lib/refs/json-schema-draft-04.json'))
const valid = ajv.compile(home('./lib/schemas/sarif-2.1.0-rtm.5.json'))

// What the schema cannot say. Returns the complaints.
function wrong(log) {
    const bad = []
    if (!valid(log))
        return valid.errors.map(e => `${e.dataPath} ${e.message}`)
    const [run] = log.runs
    const rules = run.tool.driver.rules
    if (new Set(rules.map(r => r.id)).size !== rules.length)
        bad.push('two rules have one id')
    for (const r of run.results) {
        if (rules[r.ruleIndex]?.id !== r.ruleId)
            bad.push(`rule ${r.ruleIndex} is not ${r.ruleId}`)
        const { artifactLocation, region } = r.locations[0].physicalLocation
        if (/^[a-z]+:|^\//.test(artifactLocation.uri) || /[^!-~]|[\\#?]/.test(artifactLocation.uri))
            bad.push(`${artifactLocation.uri} is not a relative reference`)
        if (region && region.endColumn < region.startColumn)
            bad.push('a region ends before it starts')
    }
    return bad
}

// The bytes of a path that a URI names; latin1 keeps those that are no UTF-8.
const bytes = uri => Buffer.from(unescape(uri), 'latin1')

function regionText(folder, { artifactLocation, region }) {
    const file = Buffer.concat([Buffer.from(folder + '/'), bytes(artifactLocation.uri)])
    const line = readFileSync(file, 'utf8').split('\n')[region.startLine - 1] ?? ''
    return [...line].slice(region.startColumn - 1, region.endColumn - 1).join('')
}

// The caret's line in the text is as long as the region; where the line above it is
// cut off, it ends there.
function checkRegions(name, folder, results, err) {
    const lines = err.split('\n')
    const carets = lines.flatMap((l, i) => /^ {4}\s*\^~*$/.test(l) ? [{
        length: l.trim().length,
        cut: lines[i - 1].endsWith('…') && [...lines[i - 1]].length - 1 === l.length,
    }] : [])
    const placed = results.filter(r => r.locations[0].physicalLocation.region)
    assert(placed.length === carets.length, name, 'has other places')
    placed.forEach((r, i) => {
        const text = regionText(folder, r.locations[0].physicalLocation)
        const { region } = r.locations[0].physicalLocation
        assert([...text].length === region.endColumn - region.startColumn, name, 'goes past its line', region)
        const { length, cut } = carets[i], wanted = Math.max(1, [...text].length)
        assert(length === wanted || cut && length < wanted, name, JSON.stringify(text), 'has a caret of', length)
    })
}

function checkCase(name, folder, content) {
    const text = duet(folder, 'check', content)
    const sarif = duet(folder, 'check', content, '--format', 'sarif')
    assert(sarif.status === text.status && sarif.err === '', name, 'ends otherwise', sarif)
    const log = JSON.parse(sarif.out)
    const bad = wrong(log)
    assert(bad.length === 0, name, bad)
    const [run] = log.runs
    assert(run.invocations[0].executionSuccessful === (text.status !== 3), name, 'succeeds otherwise')
    const told = messagesOf(text.err).filter(m => m.code !== 'system').map(m =>
        [m.code, m.severity, m.help ? `${m.message}; ${m.help}` : m.message, m.line, m.column].join())
    const results = run.results.map(r => {
        const { region } = r.locations[0].physicalLocation
        return [r.ruleId, r.level, r.message.text, region?.startLine, region?.startColumn].join()
    })
    assert(told.join('\n') === results.join('\n'), name, 'says other things:', told, results)
    const notes = run.invocations[0].toolExecutionNotifications
    assert(notes.length === messagesOf(text.err).filter(m => m.code === 'system').length, name, 'tells other failures')
    if (content === 'in')
        checkRegions(name, folder, run.results, text.err)
    return run.results.length
}

if (process.argv[2] === '--self') {
    const log = () => ({
        version: '2.1.0',
        runs: [{
            tool: { driver: { name: 'x', rules: [{ id: 'a' }] } },
            results: [{
                ruleId: 'a', ruleIndex: 0, level: 'error', message: { text: 'no' },
                locations: [{ physicalLocation: { artifactLocation: { uri: 'a.md' }, region: { startLine: 1, startColumn: 1, endColumn: 2 } } }],
            }],
        }],
    })
    const finds = change => {
        const l = log()
        change(l, l.runs[0].results[0], l.runs[0].results[0].locations[0].physicalLocation)
        assert(wrong(l).length > 0, 'it passed:', String(change))
    }
    assert(wrong(log()).length === 0, 'it refused', wrong(log()))
    finds(l => { l.version = '2.0.0' })
    finds((l, r) => { r.level = 'fatal' })
    finds((l, r) => { r.massage = {} })
    finds((l, r) => { r.ruleIndex = 1 })
    finds((l, r, p) => { p.region.startLine = 0 })
    finds((l, r, p) => { p.artifactLocation.uri = '/a.md' })
    finds((l, r, p) => { p.artifactLocation.uri = 'é.md' })
} else {
    let n = 0
    for (const [name, folder, content] of inputs(process.argv[2]))
        n += checkCase(name, join(folder), content)
    assert(n > 50, 'only', n, 'results were seen')
}
