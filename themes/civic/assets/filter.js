// Filters an action plan, or a programme of meetings, by lead and by date. The
// list is complete without this; nothing is kept, sent or put in the address.
(() => {
    'use strict';
    const words = element => element.textContent.replace(/\s+/g, ' ').trim();

    // A row of an action plan, or an item of a meeting's agenda.
    const itemOf = (row, when) => {
        const time = when?.querySelector('time') ?? (when?.matches('time') ? when : null);
        return {
            row,
            leads: [...row.querySelectorAll('.leads .item')].map(words),
            date: when ? words(when) : '',
            iso: time?.getAttribute('datetime') ?? '',
        };
    };

    const setUp = filter => {
        const list = filter.parentElement;
        const plan = list.querySelector('.actions');
        const meetings = [...list.querySelectorAll('.meeting')];
        const items = plan
            ? [...plan.querySelectorAll('tbody tr')].map(row => itemOf(row, row.querySelector('.due')))
            : meetings.flatMap(meeting => [...meeting.querySelectorAll('tbody tr')]
                .map(row => itemOf(row, meeting.querySelector('time'))));
        const [lead, date] = filter.querySelectorAll('select');
        const count = filter.querySelector('.filter-count');
        const all = filter.querySelector('.filter-all');

        const add = (select, names) => names.forEach(name => select.add(new Option(name, name)));
        add(lead, [...new Set(items.flatMap(item => item.leads))].sort((a, b) => a.localeCompare(b)));
        // days in their order, then what is said in words, in the order of the plan
        const dates = new Map(items.filter(item => item.date).map(item => [item.date, item.iso]));
        const dated = [...dates.keys()].filter(name => dates.get(name));
        dated.sort((a, b) => dates.get(a) < dates.get(b) ? -1 : dates.get(a) > dates.get(b) ? 1 : 0);
        add(date, [...dated, ...[...dates.keys()].filter(name => !dates.get(name))]);

        // The head of several rows stands in the first of those that are left.
        const heads = new Map();
        for (const head of plan?.querySelectorAll('tbody th[rowspan]') ?? []) {
            heads.set(head.closest('tbody'), head);
        }

        const show = () => {
            let shown = 0;
            for (const { row, leads, date: when } of items) {
                row.hidden = (lead.value !== '' && !leads.includes(lead.value)) ||
                    (date.value !== '' && date.value !== when);
                shown += row.hidden ? 0 : 1;
            }
            for (const [body, head] of heads) {
                const rows = [...body.rows].filter(row => !row.hidden);
                body.hidden = rows.length === 0;
                if (rows.length > 0) {
                    rows[0].prepend(head);
                    head.rowSpan = rows.length;
                }
            }
            for (const meeting of meetings) {
                meeting.hidden = !meeting.querySelector('tbody tr:not([hidden])') &&
                    (lead.value !== '' || date.value !== '') &&
                    (meeting.querySelector('tbody') !== null || words(meeting.querySelector('time')) !== date.value);
            }
            const narrowed = lead.value !== '' || date.value !== '';
            all.hidden = !narrowed;
            count.textContent = (shown === 0 ? count.dataset.none : count.dataset.some)
                .replace('{shown}', shown).replace('{all}', items.length);
        };

        const reset = () => {
            lead.value = '';
            date.value = '';
            show();
        };
        lead.addEventListener('change', show);
        date.addEventListener('change', show);
        all.addEventListener('click', () => {
            reset();
            lead.focus(); // the button that had the focus is gone
        });
        // whoever follows a link to what is left out must find it
        addEventListener('hashchange', () => {
            const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
            if (target && list.contains(target) && target.closest('[hidden]')) {
                reset();
                target.scrollIntoView();
            }
        });
        reset(); // a browser may have kept the choice of an earlier visit
        filter.hidden = items.length < 2; // there is nothing to choose
    };
    document.querySelectorAll('.filter').forEach(setUp);
})();
