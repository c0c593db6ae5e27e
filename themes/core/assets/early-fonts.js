// The fonts that the page begins with, asked for before the first paint, so that they
// are there at once or, where the line is slow, on the next page: letters never change
// under a reader's eyes (font-display: optional). A browser reads none from a disk in
// this way; there the style sheet alone asks for them.
(() => {
    'use strict';
    const fonts = document.currentScript.dataset.fonts;
    if (!fonts || !/^https?:$/.test(location.protocol)) {
        return;
    }
    for (const href of fonts.split(' ')) {
        const link = document.createElement('link');
        Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href });
        document.head.append(link);
    }
})();
