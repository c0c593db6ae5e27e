// A chapter's page: marks the place in the side list, copies the address of a
// paragraph whose number is pressed, and offers its citation. Nothing is kept.
(() => {
    'use strict';
    const chapter = document.querySelector('.chapter');
    if (!chapter) {
        return;
    }

    // ---- the place ----
    const links = [...document.querySelectorAll('.side .side-sections a')];
    const places = links.map(link => document.getElementById(link.hash.slice(1)));
    const side = document.querySelector('.side');

    const mark = () => {
        const line = 80; // pixels: a heading that a link led to is above it
        const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
        let now = -1;
        places.forEach((place, i) => {
            const top = place ? place.getBoundingClientRect().top : Infinity;
            if (top <= line || (end && top < innerHeight && scrollY > 0)) {
                now = i;
            }
        });
        links.forEach((link, i) => {
            if (i !== now) {
                link.removeAttribute('aria-current');
            } else if (!link.hasAttribute('aria-current')) {
                link.setAttribute('aria-current', 'location');
                const box = side.getBoundingClientRect(), at = link.getBoundingClientRect();
                if (at.bottom > box.bottom || at.top < box.top) {
                    side.scrollTop += at.top - box.top - box.height / 3;
                }
            }
        });
    };
    if (links.length > 0) {
        let waiting = false;
        const soon = () => {
            if (!waiting) {
                waiting = true;
                requestAnimationFrame(() => {
                    waiting = false;
                    mark();
                });
            }
        };
        addEventListener('scroll', soon, { passive: true });
        addEventListener('resize', soon);
        mark();
    }

    // ---- tables: one that fits needs no stop of the keyboard ----
    const frames = [...document.querySelectorAll('.table[tabindex]')];
    const stops = () => frames.forEach(frame => {
        const scrolls = getComputedStyle(frame).overflowX !== 'visible' &&
            (frame.scrollWidth > frame.clientWidth || frame.scrollHeight > frame.clientHeight);
        frame.toggleAttribute('tabindex', scrolls);
        if (scrolls) {
            frame.tabIndex = 0;
        }
    });
    if (frames.length > 0) {
        stops();
        const sizes = new ResizeObserver(stops);
        frames.forEach(frame => {
            sizes.observe(frame);
            sizes.observe(frame.firstElementChild);
        });
    }

    // ---- permalinks and citations ----
    const parts = document.getElementById('cite_parts');
    if (!parts) {
        return;
    }
    const panel = parts.content.firstElementChild.cloneNode(true);
    const said = panel.querySelector('.cite-said');
    const text = panel.querySelector('.cite-text');
    const live = document.createElement('p');
    live.className = 'unseen';
    live.setAttribute('role', 'status');
    document.body.append(live);

    // Where the clipboard is closed, a selection can still be copied.
    const copyOld = what => {
        const box = document.createElement('textarea');
        box.value = what;
        box.className = 'unseen';
        box.setAttribute('aria-hidden', 'true');
        document.body.append(box);
        const before = document.activeElement;
        box.select();
        let done = false;
        try {
            done = document.execCommand('copy');
        } catch {
            done = false;
        }
        box.remove();
        before?.focus({ preventScroll: true });
        return done;
    };
    const copy = async what => {
        try {
            await navigator.clipboard.writeText(what);
            return true;
        } catch {
            return copyOld(what);
        }
    };
    const say = words => {
        said.textContent = words;
        live.textContent = words;
    };

    // The published address, or the one that is being read, which on a disk is
    // nobody else's: then the page's own place in the publication.
    const address = hash => {
        const here = location.protocol.startsWith('http') ? location.href.split('#')[0] : chapter.dataset.path;
        return (chapter.dataset.address || here) + hash;
    };

    chapter.addEventListener('click', async event => {
        const number = event.target.closest('a.number');
        if (!number || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
            return;
        }
        const paragraph = number.parentElement;
        const numbered = paragraph.classList.contains('numbered');
        const what = (numbered ? panel.dataset.paragraph : panel.dataset.section).replace('{number}', number.textContent);
        text.textContent = `${chapter.dataset.cite}, ${what}, ${address(number.hash)}`;
        panel.querySelector('summary').textContent = numbered ? panel.dataset.citeParagraph : panel.dataset.citeSection;
        panel.querySelector('details').open = false;
        panel.setAttribute('aria-label', what);
        paragraph.after(panel);
        live.textContent = '';
        const done = await copy(address(number.hash));
        say((done ? panel.dataset.copied : panel.dataset.failed).replace('{what}', what));
    });
    panel.querySelector('.cite-copy').addEventListener('click', async () => {
        live.textContent = '';
        const done = await copy(text.textContent);
        if (!done) {
            getSelection().selectAllChildren(text);
        }
        say(done ? panel.dataset.copiedCitation : panel.dataset.failedCitation);
    });
    panel.querySelector('.cite-close').addEventListener('click', () => {
        const number = panel.previousElementSibling?.querySelector('a.number');
        panel.remove();
        live.textContent = '';
        number?.focus();
    });
})();
