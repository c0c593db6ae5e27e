// "How this page looks": a panel whose choices become data-attributes of
// <html>, which the style sheet reads. They are kept in this browser alone, and
// nothing is kept before the reader has chosen something.
(() => {
    'use strict';
    const KEY = 'duet-preferences';
    const NAMES = ['size', 'spacing', 'font', 'colours', 'ruler', 'rate'];
    const root = document.documentElement;
    const tools = document.querySelector('[data-tools]');
    if (!tools) {
        return;
    }
    const find = name => tools.querySelector(`[data-look${name}]`);
    const open = find(''), panel = find('-panel');
    tools.hidden = false;

    function read() {
        try {
            const kept = JSON.parse(localStorage.getItem(KEY));
            return kept && typeof kept === 'object' ? kept : {};
        } catch (closed) {
            return {};
        }
    }

    // Keeps what is on <html>. Returns whether the browser lets it.
    function keep() {
        const chosen = {};
        for (const name of NAMES) {
            if (root.dataset[name]) {
                chosen[name] = root.dataset[name];
            }
        }
        try {
            if (Object.keys(chosen).length > 0) {
                localStorage.setItem(KEY, JSON.stringify(chosen));
            } else {
                localStorage.removeItem(KEY);
            }
            return true;
        } catch (closed) {
            return false;
        }
    }

    function set(name, value) {
        if (typeof value === 'string' && value) {
            root.dataset[name] = value;
        } else {
            delete root.dataset[name];
        }
        document.dispatchEvent(new CustomEvent('duet-preference'));
    }

    // Shows in the panel what is on <html>.
    function show() {
        for (const select of panel.querySelectorAll('select')) {
            select.value = root.dataset[select.name] || '';
        }
    }

    function toggle(wanted) {
        panel.hidden = !wanted;
        open.setAttribute('aria-expanded', String(wanted));
        find('-status').textContent = '';
        if (wanted) {
            show();
        }
    }

    function apply(choices) {
        for (const name of NAMES) {
            set(name, choices[name]);
        }
        show();
    }

    open.addEventListener('click', () => toggle(panel.hidden));
    find('-close').addEventListener('click', () => {
        toggle(false);
        open.focus();
    });
    panel.addEventListener('keydown', event => {
        if (event.key === 'Escape') {
            toggle(false);
            open.focus();
        }
    });
    panel.addEventListener('change', event => {
        set(event.target.name, event.target.value);
        find('-closed').hidden = keep();
        find('-status').textContent = '';
    });
    find('-forget').addEventListener('click', event => {
        apply({});
        find('-closed').hidden = keep();
        find('-status').textContent = event.currentTarget.dataset.done;
    });

    // another page of the site, or this one as it was before going on
    window.addEventListener('storage', event => {
        if (event.key === KEY || event.key === null) {
            apply(read());
        }
    });
    window.addEventListener('pageshow', event => {
        if (event.persisted) {
            apply(read());
        }
    });
})();
