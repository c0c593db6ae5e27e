// node parity.mjs CASES CONTENT: the parity report has the form that
// src/check/parity.h promises; its sums are those of its items; the text says
// the same.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, duet, inputs } from './duet.mjs'

const names = ['paired', 'covered', 'withheld', 'only', 'missing', 'shared']
// A review, and what the text adds to the line of its item.
const reviews = { done: ' (reviewed)', reworded: ' (reviewed, and reworded since)', stale: ' (stale)', never: '' }
const keys = o => Object.keys(o).join()

function checkSum(where, sum, beside, edition) {
    const wanted = sum.states.paired + sum.states.covered + sum.states.withheld + sum.states.missing
    assert(keys(sum.states) === names.join(), where, keys(sum.states))
    assert(keys(sum.reviews) === keys(reviews), where, keys(sum.reviews))
    assert(keys(sum.words) === `${beside},${edition}`, where, keys(sum.words))
    if (wanted === 0)
        return assert(sum.share === null, where, 'has a share of nothing')
    assert(Math.abs(sum.share - sum.states.paired / wanted) < 0.011, where, 'has the share', sum.share)
    return assert((sum.share === 1) === (sum.states.paired === wanted), where, 'is not all')
}

const add = (a, b) => Object.fromEntries(Object.keys(a).map(k => [k, a[k] + b[k]]))

function checkFile(folder, f, ed, unsaid) {
    assert(keys(f) === 'path,title,share,states,reviews,words,items', f.path, keys(f))
    checkSum(f.path, f, ed.beside, ed.edition)
    const lines = readFileSync(join(folder, f.path), 'utf8').split('\n').length
    for (const item of f.items) {
        assert(names.includes(item.state) && item.line > 0 && item.line <= lines, f.path, item)
        assert(item.review === undefined || item.review in reviews, f.path, item)
        assert(item.review === undefined || item.state !== 'withheld', f.path, 'withheld, and reviewed', item)
        assert(item.state !== 'paired' || item.review || ['chapter', 'opening'].includes(item.kind), f.path, 'is no pair', item)
        assert(item.state !== 'withheld' || item.why || unsaid, f.path, 'does not say why', item)
    }
    for (const review in reviews)
        assert(f.items.filter(i => i.review === review).length === f.reviews[review], f.path, 'has other reviews', review)
    for (const name of names)
        assert(f.items.filter(i => i.state === name).length === f.states[name], f.path, 'has other items', name)
}

function checkEdition(folder, ed, unsaid) {
    assert(keys(ed) === 'edition,beside,share,states,reviews,words,files', keys(ed))
    checkSum(ed.edition, ed, ed.beside, ed.edition)
    ed.files.forEach(f => checkFile(folder, f, ed, unsaid))
    const all = what => ed.files.map(f => f[what]).reduce(add)
    assert(JSON.stringify(all('states')) === JSON.stringify(ed.states), 'the states do not add up', ed.states)
    assert(JSON.stringify(all('reviews')) === JSON.stringify(ed.reviews), 'the reviews do not add up', ed.reviews)
    assert(JSON.stringify(all('words')) === JSON.stringify(ed.words), 'the words do not add up', ed.words)
}

// Each item's line is in the text.
function checkText(name, text, report) {
    for (const p of report.publications)
        for (const ed of p.editions)
            for (const f of ed.files)
                for (const item of f.items) {
                    const state = item.state === 'only' ? `${ed.edition} only` : item.state
                    const title = [item.kind, item.id].filter(Boolean).join(' ') + (item.title ? `: ${item.title}` : '') +
                        (reviews[item.review] ?? '')
                    const line = `${String(item.line).padStart(8)}  ${state.padEnd(10)}  ${title}`
                    assert(text.split('\n').includes(line), name, 'lacks the line', line)
                }
}

let n = 0
const cases = [...inputs(process.argv[2]), ['content', join(process.argv[3], '..'), 'content']]
for (const [name, folder, content] of cases) {
    const json = duet(folder, 'check', content, '--parity', '--format', 'json')
    const text = duet(folder, 'check', content, '--parity')
    assert(json.status === text.status && json.err === text.err, name, 'ends otherwise')
    const report = JSON.parse(json.out)
    assert(keys(report) === 'version,publications' && report.version === 1, name, keys(report))
    for (const p of report.publications) {
        assert(keys(p) === 'id,path,title,editions,translations', name, keys(p))
        for (const t of p.translations) {
            assert(t.translated + t.left.length === t.of, name, `${t.edition}: ${t.translated} and ${t.left.length} are not ${t.of}`)
            assert(Object.values(t.reviews).reduce((a, b) => a + b, 0) === t.translated, name, `${t.edition}: reviews`)
        }
        p.editions.forEach(ed => checkEdition(folder, ed, text.err.includes('[withheld-without-reason]')))
        n += p.editions.length
    }
    checkText(name, text.out, report)
}
assert(n > 20, 'only', n, 'editions were seen')
