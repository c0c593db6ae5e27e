// What the reader has chosen about how pages look, put on <html> before the
// first paint, so that nothing shifts or flashes. preferences.js keeps it.
(() => {
    'use strict';
    const root = document.documentElement;
    root.dataset.scripts = '';
    if ('speechSynthesis' in window && 'SpeechSynthesisUtterance' in window) {
        root.dataset.speech = '';
    }
    let kept = null;
    try {
        kept = JSON.parse(localStorage.getItem('duet-preferences'));
    } catch (closed) {
        // storage is closed to this page, or holds something else
    }
    for (const name of ['size', 'spacing', 'font', 'colours', 'ruler', 'rate']) {
        if (kept && typeof kept[name] === 'string') {
            root.dataset[name] = kept[name];
        }
    }
})();
