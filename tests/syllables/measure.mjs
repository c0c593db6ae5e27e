// node measure.mjs SITE COUNTER RUNNING LISTED: of the running words of all
// editions below SITE that the CMU pronouncing dictionary has, COUNTER counts at
// least RUNNING percent as one of their pronunciations there, and of the words
// of the lists of familiar words, each taken once, at least LISTED percent.
// Prints the shares, and what is counted wrong, the most frequent first.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { dictionary } from 'cmu-pronouncing-dictionary';
import { blocks } from '../content/text.mjs';

const [, , site, counter, ofRunning, ofListed] = process.argv;

// A syllable is a vowel, and vowels carry their stress: AH0. A second
// pronunciation of `area` is called `area(1)`.
const syllables = new Map();
for (const [name, sounds] of Object.entries(dictionary)) {
    const word = name.replace(/\(\d+\)$/, '');
    const n = sounds.match(/\d/g)?.length ?? 0;
    syllables.set(word, (syllables.get(word) ?? new Set()).add(n));
}

// The pages of an edition; print.html says all of it once more.
const pages = folder => !existsSync(folder) ? [] : readdirSync(folder)
    .filter(name => name.endsWith('.html') && name !== 'print.html')
    .map(name => readFileSync(join(folder, name), 'utf8'));

function runningWords() {
    const words = new Map();
    const texts = readdirSync(site)
        .flatMap(name => ['formal', 'young'].flatMap(voice => pages(join(site, name, voice))))
        .flatMap(page => blocks(page).map(block => block.text));
    for (const text of texts) {
        const plain = text.replace(/\S*(?:@|:\/\/|www\.)\S*/g, ' ').replaceAll('’', "'").toLowerCase();
        for (const [word] of plain.matchAll(/(?<![\p{L}\p{N}])[a-z]+(?:'[a-z]+)*(?![\p{L}\p{N}])/gu)) {
            words.set(word, (words.get(word) ?? 0) + 1);
        }
    }
    return words;
}

function listedWords() {
    const folder = new URL('../../src/check/words/', import.meta.url);
    return new Map(['dale-chall.txt', 'spache.txt', 'british.txt']
        .flatMap(name => readFileSync(new URL(name, folder), 'utf8').split('\n'))
        .filter(word => /^[a-z']+$/.test(word)).map(word => [word, 1]));
}

// Whether enough of `words`, a map to how often each stands there, is right. A
// measure of few words would pass for nothing: at least `enough` of them.
function measure(what, words, minimum, enough) {
    const sum = list => list.reduce((n, [, times]) => n + times, 0);
    const known = [...words].filter(([word]) => syllables.has(word));
    const counted = execFileSync(counter, { input: known.map(([word]) => word + '\n').join('') })
        .toString().trim().split('\n').map(Number);
    const wrong = known.map(([word, times], i) => [word, times, counted[i]])
        .filter(([word, , n]) => !syllables.get(word).has(n))
        .sort((a, b) => b[1] - a[1]);
    const share = 100 * (1 - sum(wrong) / sum(known));
    console.log(`${sum([...words])} ${what}, ${sum(known)} of them in the dictionary (${known.length} different ones)`);
    console.log(`${share.toFixed(2)}% are counted right (at least ${minimum}%)`);
    for (const [word, times, n] of wrong.slice(0, 10)) {
        console.log(`${word}: ${n}, not ${[...syllables.get(word)].join(' or ')} (${times} times)`);
    }
    return sum(known) > enough && sum(known) > 0.9 * sum([...words]) && share >= Number(minimum);
}

const results = [
    measure('running words', runningWords(), ofRunning, 10000),
    measure('words of the lists', listedWords(), ofListed, 3000),
];
process.exitCode = results.every(Boolean) ? 0 : 1;
