// Runs `duet check` over the inputs of golden cases.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export function duet(cwd, ...args) {
    const r = spawnSync(process.env.DUET, args, { cwd, maxBuffer: 1 << 28 })
    if (r.status > 3 || r.status === null)
        throw new Error(`${cwd}: duet ${args.join(' ')}: ${r.signal ?? r.status}\n${r.stderr}`)
    return { status: r.status, out: r.stdout.toString(), err: r.stderr.toString() }
}

// The messages of the text: path, place, severity, words, code, help.
export function messagesOf(text) {
    const messages = []
    let helps = false // the line before was one of help, which may go on
    for (const line of text.split('\n')) {
        const head = /^(\S.*?):(?:(\d+):(\d+):)? (error|warning): (.*) \[([a-z0-9-]+)\]$/.exec(line)
        const help = /^    help: (.*)$/.exec(line)
        const more = helps && /^ {10}(.*)$/.exec(line)
        if (head)
            messages.push({
                path: head[1], line: +head[2] || undefined, column: +head[3] || undefined,
                severity: head[4], message: head[5], code: head[6],
            })
        else if (help)
            messages.at(-1).help = help[1]
        else if (more)
            messages.at(-1).help += `\n${more[1]}`
        helps = help !== null || Boolean(more)
    }
    return messages
}

// [name, folder, what to check] of each case that has an input.
export function* inputs(cases) {
    for (const name of readdirSync(cases).sort()) {
        const folder = join(cases, name)
        if (existsSync(join(folder, 'in')))
            yield [name, folder, 'in']
    }
    yield ['nowhere', cases, 'nowhere']
}

export function assert(truth, ...words) {
    if (!truth) {
        console.log(...words)
        process.exitCode = 1
    }
    return truth
}
