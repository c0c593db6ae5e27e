// A browser from before 2024 cannot open a word in place: there its button leads
// to the list of words at the end of the page.
if (!('popover' in HTMLElement.prototype)) {
    addEventListener('click', event => {
        const word = event.target.closest('button.term');
        if (word) {
            location.hash = word.getAttribute('popovertarget').replace('pop_', 'word_');
        }
    });
}
