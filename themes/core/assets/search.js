// Search in one edition, in the index that its build made. A word that is typed
// finds words that begin with it, or that are one slip away (two in a long
// word); all words must be found. What is typed stays on the page: it is not
// sent, not kept, and not put in the address.
(() => {
    'use strict';
    const form = document.querySelector('[data-search]');
    const box = document.getElementById('search_box');
    if (!form || !box) {
        return;
    }
    const count = document.querySelector('[data-search-count]');
    const results = document.querySelector('[data-search-results]');
    const none = document.querySelector('[data-search-none]');
    const list = document.querySelector('[data-search-list]');
    const LIMIT = 40;
    const CHAPTER = 0, RECORD = 2, TERM = 3;
    const WEIGHTS = { text: 1, record: 6, title: 12 };
    const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
    let index = null;

    // ---- words ----

    // One spelling for letters that people write in several ways, and the same for
    // the keyboards of several languages; marks above and below do not count, nor
    // does a line that is drawn longer.
    const LETTERS = { 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ک': 'ك', 'ة': 'ه', 'đ': 'd' };
    const spell = word => word.toLowerCase().normalize('NFD').replace(/[\p{M}\u0640'’]/gu, '')
        .replace(/[ٱىیکةđ]/gu, letter => LETTERS[letter]);

    // An Arabic word is found with its article and without; a short one may begin so.
    const bare = word => word.length > 4 ? word.replace(/^ال/u, '') : word;
    const fold = word => bare(spell(word));

    // The words of a text, with where they stand in it.
    function words(text) {
        return [...text.matchAll(WORD)].map(m => ({ word: fold(m[0]), from: m.index, to: m.index + m[0].length }));
    }

    // Slips from `typed` to the beginning of `word`: a letter too many, one
    // missing, one for another, two the wrong way round. More than `most` is
    // all the same.
    function slips(typed, word, most) {
        const n = Math.min(word.length, typed.length + most);
        let before = null, above = [...Array(n + 1).keys()];
        for (let i = 1; i <= typed.length; i += 1) {
            const row = [i];
            for (let k = 1; k <= n; k += 1) {
                const same = typed[i - 1] === word[k - 1];
                row[k] = Math.min(above[k] + 1, row[k - 1] + 1, above[k - 1] + (same ? 0 : 1));
                if (before && k > 1 && typed[i - 1] === word[k - 2] && typed[i - 2] === word[k - 1]) {
                    row[k] = Math.min(row[k], before[k - 2] + 1);
                }
            }
            if (Math.min(...row) > most) {
                return most + 1;
            }
            before = above;
            above = row;
        }
        return Math.min(...above);
    }

    const allowed = typed => typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;

    // ---- the index ----

    // From each word to the entries that have it, and what it weighs there.
    function build(data) {
        const found = new Map();
        const entries = data.entries.map(([chapter, address, kind, title, text, lang, textLang]) => ({
            chapter: data.chapters[chapter] || null, address, kind, title, text, lang, textLang,
        }));
        entries.forEach((entry, i) => {
            const add = (text, weight) => {
                for (const { word } of words(text)) {
                    if (!found.has(word)) {
                        found.set(word, new Map());
                    }
                    const places = found.get(word);
                    places.set(i, Math.max(places.get(i) || 0, weight));
                }
            };
            add(entry.text, WEIGHTS.text);
            add(entry.title, entry.kind === RECORD ? WEIGHTS.record : WEIGHTS.title);
        });
        return { entries, words: found };
    }

    // The words of the index that `typed` may mean, with how well: those that
    // begin with it, or else those that a slip away do.
    function meant(typed) {
        const near = new Map();
        const open = typed.replace(/^ال(?=.)/u, ''); // the word is not typed to its end
        for (const word of index.words.keys()) {
            if (word.startsWith(typed) || word.startsWith(open)) {
                near.set(word, word === typed ? 1 : 0.8);
            }
        }
        const most = allowed(typed);
        if (near.size > 0 || most === 0) {
            return near;
        }
        for (const word of index.words.keys()) {
            if (Math.abs(word.length - typed.length) <= most || word.length > typed.length) {
                const n = slips(typed, word, most);
                if (n <= most) {
                    near.set(word, 0.5 / n);
                }
            }
        }
        return near;
    }

    // The entries that have all words of `query`, the best first.
    function search(query) {
        const typed = [...new Set(words(query).map(w => w.word))];
        const long = typed.filter(word => word.length > 1);
        const wanted = long.length > 0 ? long : typed;
        const marked = new Set();
        let scores = null;
        for (const word of wanted) {
            const own = new Map();
            for (const [near, quality] of meant(word)) {
                marked.add(near);
                for (const [i, weight] of index.words.get(near)) {
                    own.set(i, Math.max(own.get(i) || 0, weight * quality));
                }
            }
            const both = new Map();
            for (const [i, score] of own) {
                if (scores === null || scores.has(i)) {
                    both.set(i, score + (scores === null ? 0 : scores.get(i)));
                }
            }
            scores = both;
        }
        const order = [...(scores || [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
        return { hits: order.map(([i]) => index.entries[i]), marked };
    }

    // ---- what is shown ----

    function element(name, text, className) {
        const e = document.createElement(name);
        e.textContent = text || '';
        if (className) {
            e.className = className;
        }
        return e;
    }

    // Says in which language `e` is, where that is not the page's.
    function speak(e, lang) {
        if (lang) {
            e.lang = lang;
            e.dir = 'auto';
        }
    }

    // Writes `text` into `parent`, with the words that were found marked.
    function mark(parent, text, marked) {
        let at = 0;
        for (const { word, from, to } of words(text)) {
            if (marked.has(word)) {
                parent.append(text.slice(at, from), element('mark', text.slice(from, to)));
                at = to;
            }
        }
        parent.append(text.slice(at));
    }

    // The part of a text around the first word that was found.
    function snippet(text, marked) {
        const first = words(text).find(w => marked.has(w.word));
        const at = first ? first.from : 0;
        let from = Math.max(0, at - 60), to = Math.min(text.length, at + 140);
        if (from > 0) {
            from = text.indexOf(' ', from) + 1;
        }
        if (to < text.length) {
            to = Math.max(text.lastIndexOf(' ', to), from);
        }
        return (from > 0 ? '… ' : '') + text.slice(from, to) + (to < text.length ? ' …' : '');
    }

    const href = entry => (entry.chapter ? entry.chapter[0] : '') + entry.address;

    function item(entry, marked) {
        const li = element('li');
        const link = element('a');
        link.href = href(entry);
        speak(link, entry.lang);
        mark(link, entry.title, marked);
        li.append(link);
        if (entry.text) {
            const p = element('p', '', 'search-text');
            speak(p, entry.textLang);
            mark(p, snippet(entry.text, marked), marked);
            li.append(p);
        }
        return li;
    }

    function show(hits, marked) {
        const groups = new Map(), langs = new Map();
        for (const hit of hits) {
            const name = hit.kind === TERM ? form.dataset.terms : hit.chapter[1];
            if (!groups.has(name)) {
                groups.set(name, element('ul', '', 'search-list'));
            }
            langs.set(name, hit.kind === TERM ? '' : hit.chapter[2]);
            groups.get(name).append(item(hit, marked));
        }
        results.replaceChildren();
        for (const [name, ul] of groups) {
            const h2 = element('h2');
            const title = element('span', name);
            speak(title, langs.get(name));
            h2.append(title);
            results.append(h2, ul);
        }
    }

    function say(n) {
        const pattern = n > LIMIT ? form.dataset.first : form.dataset.count;
        count.textContent = window.duetFill(pattern, { n, first: LIMIT });
    }

    // The index may be long: it comes when somebody begins to search. As a script
    // it comes from a disk, too.
    let fetched = null;
    function fetchIndex() {
        if (fetched) {
            return;
        }
        fetched = document.createElement('script');
        fetched.addEventListener('load', run);
        fetched.addEventListener('error', () => { // without it the list is the way on
            fetched = null;
            list.hidden = false;
        });
        fetched.src = form.dataset.index;
        document.head.append(fetched);
    }

    function run() {
        const query = box.value.trim();
        const asked = words(query).length > 0;
        list.hidden = asked;
        results.hidden = !asked;
        none.hidden = true;
        if (!asked) {
            count.textContent = '';
            return;
        }
        if (!window.duetSearch) {
            fetchIndex();
            return;
        }
        index = index || build(window.duetSearch);
        const { hits, marked } = search(query);
        say(hits.length);
        none.hidden = hits.length > 0;
        list.hidden = hits.length > 0; // when nothing is found, the list is the way on
        show(hits.slice(0, LIMIT), marked);
    }

    let timer = 0;
    box.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(run, 150);
    });
    form.addEventListener('submit', event => {
        event.preventDefault();
        clearTimeout(timer);
        run();
    });
    box.addEventListener('focus', fetchIndex);
    form.hidden = false;
    const asked = new URLSearchParams(location.search).get('q');
    if (asked) {
        box.value = asked;
        run();
    }
})();
