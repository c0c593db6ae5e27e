// A reading ruler: a band across the page that follows the pointer, a finger,
// or the place that has the focus. Without any of them the text scrolls beneath it.
(() => {
    'use strict';
    const root = document.documentElement;
    let band = null;

    function move(y) {
        if (band) {
            const top = Math.max(0, Math.min(y - band.offsetHeight / 2,
                window.innerHeight - band.offsetHeight));
            band.style.setProperty('inset-block-start', `${Math.round(top)}px`);
        }
    }

    function update() {
        const wanted = root.dataset.ruler === 'on';
        if (wanted && !band) {
            band = document.createElement('div');
            band.className = 'ruler';
            band.setAttribute('aria-hidden', 'true');
            document.body.append(band);
            move(window.innerHeight / 2);
        } else if (!wanted && band) {
            band.remove();
            band = null;
        }
    }

    document.addEventListener('pointermove', event => move(event.clientY), { passive: true });
    document.addEventListener('pointerdown', event => move(event.clientY), { passive: true });
    document.addEventListener('focusin', event => {
        const box = event.target.getBoundingClientRect();
        move(box.top + box.height / 2);
    });
    document.addEventListener('duet-preference', update);
    update();
})();
