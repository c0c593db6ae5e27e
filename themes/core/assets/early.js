// What the reader has chosen about how pages look, put on <html> before the
// first paint, so that nothing shifts or flashes. preferences.js writes it.
(() => {
    'use strict';
    const root = document.documentElement;
    root.dataset.scripts = '';
    let saved = {};
    try {
        saved = JSON.parse(localStorage.getItem('duet-preferences')) || {};
    } catch {
        return; // storage is closed to this page, or holds something else
    }
    for (const name of ['size', 'spacing', 'font', 'colours', 'ruler']) {
        if (typeof saved[name] === 'string') {
            root.dataset[name] = saved[name];
        }
    }
})();
