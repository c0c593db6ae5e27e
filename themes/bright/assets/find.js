// The questions of "What can I get?": they filter the one list in place. What
// the reader answers is kept nowhere: not stored, not sent, not in the address.
(() => {
    'use strict';
    const form = document.getElementById('finder');
    const count = document.getElementById('finder_count');
    const none = document.getElementById('finder_none');
    const probably = document.getElementById('finder_probably');
    const rows = [...document.querySelectorAll('#offers > li')].map(element => ({
        element,
        fits: (element.dataset.fits || '').split(' '),
        wants: (element.dataset.wants || '').split(' '),
    }));

    const answer = name => form.querySelector(`[name="${name}"]:checked`)?.value || '';

    // `fits` holds pairs of an age and a status: a0 is the first of each. No
    // answer fits everything.
    const shows = (row, age, who, wants) =>
        ((!age && !who) || row.fits.some(pair => (!age || pair[0] === age) && (!who || who.includes(pair[1])))) &&
        (wants.length === 0 || wants.some(want => row.wants.includes(want)));

    const say = n => window.duetFill(count.dataset.count, { n });

    const update = () => {
        const wants = [...form.querySelectorAll('[name="want[]"]:checked')].map(box => box.value);
        const age = answer('age'), who = answer('who');
        let n = 0;
        for (const row of rows) {
            const shown = shows(row, age, who, wants);
            row.element.hidden = !shown;
            n += shown;
        }
        none.hidden = n > 0;
        probably.hidden = n === 0 || (!age && !who);
        count.textContent = say(n);
    };

    form.addEventListener('change', update);
    form.addEventListener('reset', () => setTimeout(update));
    form.addEventListener('submit', event => {
        event.preventDefault(); // nothing is sent; the reader is led to the list
        document.getElementById('found_title').focus();
    });
    addEventListener('pageshow', update); // a browser may bring old answers back
})();
