// "Read aloud": the page's text, a sentence at a time, in the voice of the
// device, with the sentence marked as it is spoken. Only voices that the device
// has itself are used, so the text goes nowhere. To pause is to stop and to
// begin again with the same sentence, which works where pause() does not.
(() => {
    'use strict';
    const root = document.documentElement;
    const main = document.querySelector('main');
    const tools = document.querySelector('[data-tools]');
    if (!tools || !main || !('speech' in root.dataset)) {
        return;
    }
    const synth = window.speechSynthesis;
    const find = name => tools.querySelector(`[data-speak${name}]`);
    const open = find(''), panel = find('-panel'), play = find('-play');
    const pause = find('-pause'), status = find('-status');
    const RATES = { slow: 0.75, fast: 1.25 };
    const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, dt, dd, th, td, caption, figcaption, summary, blockquote, pre';
    const SILENT = 'nav, form, button:not(.term), [popover], [data-scripted], input, select, svg, script, style, template, [hidden], [aria-hidden="true"], a.number, .footnote-ref, .twin, .twins';

    let sentences = [];
    let at = 0;
    let turn = 0; // tells an utterance that was cancelled from the present one
    let speaking = false;

    // ---- the sentences of the page, as ranges of its text ----

    function split(text, lang) {
        if (typeof Intl !== 'undefined' && 'Segmenter' in Intl) {
            return [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)]
                .map(part => [part.index, part.index + part.segment.length]);
        }
        const found = [];
        const pattern = /[^.!?…]+[.!?…]*["'”’)\]]*\s*/g;
        for (let match; (match = pattern.exec(text));) {
            found.push([match.index, match.index + match[0].length]);
        }
        return found.length > 0 ? found : [[0, text.length]];
    }

    // The text nodes that are spoken, in runs that lie in the same block.
    function blocks() {
        const runs = [];
        let last = null;
        const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
            acceptNode(node) {
                if (node.nodeType === Node.TEXT_NODE) {
                    return NodeFilter.FILTER_ACCEPT;
                }
                return node.matches(SILENT) || getComputedStyle(node).display === 'none'
                    ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
            },
        });
        for (let node; (node = walker.nextNode());) {
            const block = node.parentElement.closest(BLOCKS) || node.parentElement;
            if (block !== last) {
                runs.push({ block, nodes: [] });
                last = block;
            }
            runs[runs.length - 1].nodes.push(node);
        }
        return runs;
    }

    // The node and offset where character `index` of the run is; at its end, the end.
    function place(nodes, index, end) {
        let before = 0;
        for (const node of nodes) {
            const length = node.data.length;
            if (end ? index <= before + length : index < before + length) {
                return [node, index - before];
            }
            before += length;
        }
        const node = nodes[nodes.length - 1];
        return [node, node.data.length];
    }

    // A title inside other words may be in a language of its own.
    function languageOf(node) {
        const owner = (node instanceof Element ? node : node.parentElement).closest('[lang]');
        return owner ? owner.lang : 'en';
    }

    function collect() {
        const list = [];
        for (const { block, nodes } of blocks()) {
            const text = nodes.map(node => node.data).join('');
            for (const [from, to] of split(text, languageOf(block))) {
                const said = text.slice(from, to);
                const words = said.trim();
                if (/[\p{L}\p{N}]/u.test(words)) {
                    const start = from + said.indexOf(words);
                    const range = document.createRange();
                    range.setStart(...place(nodes, start, false));
                    range.setEnd(...place(nodes, start + words.length, true));
                    const lang = languageOf(range.commonAncestorContainer);
                    list.push({ text: words.replace(/\s+/g, ' '), lang, range });
                }
            }
        }
        return list;
    }

    // ---- the mark ----

    const canHighlight = typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;
    let marks = [];

    function unmark() {
        if (canHighlight) {
            CSS.highlights.delete('duet-speech');
        }
        for (const mark of marks) {
            const parent = mark.parentNode;
            mark.replaceWith(...mark.childNodes);
            parent.normalize();
        }
        marks = [];
    }

    // Where there is no highlight, spans around the sentence's text, which go again.
    function markWithSpans(range) {
        const walker = document.createTreeWalker(range.commonAncestorContainer.nodeType === Node.TEXT_NODE
            ? range.commonAncestorContainer.parentNode : range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
        const inside = [];
        for (let node; (node = walker.nextNode());) {
            if (range.intersectsNode(node) && node.data.trim()) {
                inside.push([node, node === range.startContainer ? range.startOffset : 0,
                    node === range.endContainer ? range.endOffset : node.data.length]);
            }
        }
        for (const [node, from, to] of inside) {
            if (from < to) {
                const part = document.createRange();
                part.setStart(node, from);
                part.setEnd(node, to);
                const span = document.createElement('span');
                span.className = 'speech';
                part.surroundContents(span);
                marks.push(span);
            }
        }
    }

    function mark(range) {
        const box = range.getBoundingClientRect();
        if (canHighlight) {
            CSS.highlights.set('duet-speech', new Highlight(range));
        } else {
            markWithSpans(range);
        }
        if (box.top < 0 || box.bottom > window.innerHeight) {
            window.scrollBy(0, box.top - window.innerHeight / 3);
        }
    }

    // ---- the voice ----

    function voiceFor(lang) {
        const voices = synth.getVoices();
        const base = tag => tag.toLowerCase().split(/[-_]/)[0];
        const own = voices.filter(v => v.localService && base(v.lang) === base(lang));
        const near = v => v.lang.replace('_', '-').toLowerCase() === lang.toLowerCase() ? 2
            : /^en[-_]gb$/i.test(v.lang) ? 1 : 0;
        own.sort((a, b) => near(b) - near(a));
        return { known: voices.length > 0, voice: own[0] || null };
    }

    function show(now) {
        speaking = now;
        const focused = document.activeElement === play || document.activeElement === pause;
        play.hidden = now;
        pause.hidden = !now;
        if (focused) {
            (now ? pause : play).focus();
        }
    }

    function halt() {
        turn += 1;
        synth.cancel();
        unmark();
    }

    function say() {
        halt();
        // without highlights each mark changes the text nodes, so they are found anew
        sentences = sentences.length > 0 && canHighlight ? sentences : collect();
        if (at >= sentences.length) {
            at = 0;
            show(false);
            status.textContent = status.dataset.done;
            return;
        }
        const { text, lang, range } = sentences[at];
        const { known, voice } = voiceFor(lang);
        if (known && !voice) {
            show(false);
            status.textContent = status.dataset.none;
            return;
        }
        const mine = turn;
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.lang = lang;
        if (voice) {
            utterance.voice = voice;
        }
        utterance.rate = RATES[root.dataset.rate] || 1;
        const next = () => {
            if (mine === turn) {
                at += 1;
                say();
            }
        };
        utterance.onend = next;
        utterance.onerror = event => {
            if (mine === turn && event.error !== 'canceled' && event.error !== 'interrupted') {
                halt();
                show(false);
                status.textContent = status.dataset.none;
            }
        };
        mark(range);
        show(true);
        status.textContent = '';
        synth.speak(utterance);
    }

    // The first sentence that the reader can see.
    function visible() {
        const found = sentences.findIndex(s => s.range.getBoundingClientRect().bottom > 0);
        return found < 0 ? 0 : found;
    }

    function stop() {
        halt();
        show(false);
        sentences = [];
        at = 0;
        status.textContent = '';
    }

    function close() {
        stop();
        delete root.dataset.speaking;
        panel.hidden = true;
        open.setAttribute('aria-expanded', 'false');
    }

    open.addEventListener('click', () => {
        if (!panel.hidden) {
            close();
            return;
        }
        panel.hidden = false;
        root.dataset.speaking = '';
        open.setAttribute('aria-expanded', 'true');
        play.focus();
    });
    play.addEventListener('click', () => {
        if (sentences.length === 0) {
            sentences = collect();
            at = visible();
        }
        say();
    });
    pause.addEventListener('click', () => {
        turn += 1;
        synth.cancel(); // the mark stays, to show where it goes on
        show(false);
    });
    find('-back').addEventListener('click', () => {
        at = Math.max(0, at - 1);
        say();
    });
    find('-on').addEventListener('click', () => {
        at += 1;
        say();
    });
    find('-stop').addEventListener('click', stop);
    panel.addEventListener('keydown', event => {
        if (event.key === 'Escape') {
            close();
            open.focus();
        }
    });
    document.addEventListener('duet-preference', () => {
        if (speaking) {
            say(); // the same sentence, at the speed that was chosen
        }
    });
    window.addEventListener('pagehide', close);
    synth.getVoices(); // some browsers begin to look for voices only when asked
})();
