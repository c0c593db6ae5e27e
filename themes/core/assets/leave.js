// "Leave this page": the page is hidden at once, and the neutral site takes its
// place in the history, so that Back does not lead here again. Shift pressed
// three times does the same, with nothing else pressed between; never Escape,
// which people press for other reasons. After the exit-this-page of the GOV.UK
// Design System.
(() => {
    'use strict';
    const link = document.querySelector('[data-leave]');
    const status = document.querySelector('[data-leave-status]');
    const hint = document.querySelector('[data-leave-shift]');
    if (!link || !status) {
        return;
    }
    const SECONDS = 5;
    const title = document.title;
    let presses = 0;
    let alone = false; // whether Shift is down and nothing else was pressed with it
    let timer = 0;
    if (hint) {
        hint.hidden = false;
    }

    function leave() {
        clearTimeout(timer);
        presses = 0;
        status.textContent = link.dataset.now;
        document.title = link.dataset.title;
        document.documentElement.dataset.left = '';
        location.replace(link.href);
    }

    function forget(why) {
        clearTimeout(timer);
        presses = 0;
        status.textContent = why;
    }

    function press() {
        presses += 1;
        clearTimeout(timer);
        if (presses === 3) {
            leave();
            return;
        }
        status.textContent = presses === 1 ? link.dataset.two : link.dataset.one;
        timer = setTimeout(() => forget(link.dataset.late), SECONDS * 1000);
    }

    link.addEventListener('click', event => {
        event.preventDefault();
        leave();
    });
    document.addEventListener('keydown', event => {
        if (event.key === 'Shift') {
            alone = !event.repeat || alone;
        } else {
            alone = false;
            if (presses > 0) {
                forget('');
            }
        }
    }, true);
    document.addEventListener('keyup', event => {
        if (event.key === 'Shift' && alone) {
            alone = false;
            press();
        }
    }, true);
    window.addEventListener('pageshow', event => {
        if (event.persisted) {
            delete document.documentElement.dataset.left;
            document.title = title;
            forget('');
        }
    });
})();
