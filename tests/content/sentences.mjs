// node sentences.mjs FOLDER MAXIMUM: the mean length of the edition's sentences
// is at most so many words. Prints it, and the longest ten.
import { edition, sentences, words } from './text.mjs';

const [, , folder, maximum] = process.argv;
const all = sentences(edition(folder));
const total = all.reduce((sum, sentence) => sum + words(sentence), 0);
const mean = total / all.length;
console.log(`${all.length} sentences, ${total} words, ${mean.toFixed(2)} words a sentence (at most ${maximum})`);
for (const sentence of [...all].sort((a, b) => words(b) - words(a)).slice(0, 10)) {
    console.log(`${words(sentence)}: ${sentence}`);
}
process.exitCode = all.length > 0 && mean <= Number(maximum) ? 0 : 1;
