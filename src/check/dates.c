#include "check/dates.h"

/*
 * For how many months a contact is taken to be right, and a statement about
 * accessibility, which SI 2018/952, regulation 8(5), wants reviewed regularly;
 * the government's guidance says at least once a year.
 */
enum { CONTACT_MONTHS = 12, STATEMENT_MONTHS = 12 };

Date dates_of_publication(const struct publication *p)
{
    const struct record *approved = record_group(p->record, S("approved"));
    const struct record *period = record_group(p->record, S("period"));
    return approved != NULL ? record_slot(approved, S("on"))->date
           : period != NULL ? record_slot(period, S("from"))->date
                            : record_slot(p->record, S("review"))->date;
}

int dates_months(Date from, Date to)
{
    if (from.year == 0 || to.year == 0) {
        return 0;
    }
    /* the fewest that there may be, when only the year is known */
    int first = from.month == 0 ? 12 : from.month;
    int last = to.month == 0 ? 1 : to.month;
    int months = (to.year - from.year) * 12 + last - first;
    return months - (from.day > 0 && to.day > 0 && to.day < from.day);
}

bool dates_passed(Date date, Date by)
{
    if (date.year == 0 || by.year == 0) {
        return false;
    }
    if (date.year != by.year || date.month == 0 || by.month == 0) {
        return date.year < by.year;
    }
    if (date.month != by.month || date.day == 0 || by.day == 0) {
        return date.month < by.month;
    }
    return date.day < by.day;
}

/* Every record of the kind `name`. */
static const struct record_list *all_of(const struct check *c, Str name)
{
    return &c->pub->lists[kind_index(kind_find(name))];
}

static bool is_history(const struct check *c)
{
    return str_eq(record_word(c->pub->record, S("status")), S("superseded"));
}

/* Reports that `slot` of `r`, its review, is over. */
static void review_passed(const struct check *c, const struct source *src,
                          const struct slot *slot, Str what, const char *help)
{
    diag_warning(c->diags, src, slot->where, "review-passed",
                 "this %.*s was to be looked at again by %.*s, and today is "
                 "%.*s",
                 STR_ARG(what), STR_ARG(date_english(c->arena, slot->date)),
                 STR_ARG(date_english(c->arena, c->today)));
    diag_help(c->diags, "%s", help);
}

static bool is_over(const struct check *c, const struct slot *slot)
{
    return slot->set && dates_passed(slot->date, c->today);
}

static void check_reviews(const struct check *c)
{
    const struct slot *own = record_slot(c->pub->record, S("review"));
    const struct record_list *promises = all_of(c, S("promise"));
    if (is_over(c, own)) {
        /* one message: the promises are looked at again with it */
        review_passed(c, c->pub->src, own, S("publication"),
                      "look at it again and set the next `review`, or write "
                      "`status: superseded` when another has taken its place");
        return;
    }
    for (size_t i = 0; i < promises->n; i++) {
        const struct record *r = promises->items[i];
        const struct slot *slot = record_slot(r, S("review"));
        if (is_over(c, slot)) {
            review_passed(c, r->src, slot, S("promise"),
                          "say in `updates` how it is going, and set the next "
                          "`review`");
        }
    }
}

/* Every page says until when readers can have a say. */
static void check_consultation(const struct check *c)
{
    const struct record *r = c->pub->record;
    const struct record *open = record_group(r, S("consultation"));
    const struct slot *until =
        open == NULL ? NULL : record_slot(open, S("until"));
    if (until == NULL || !is_over(c, until) ||
        !str_eq(record_word(r, S("status")), S("consultation"))) {
        return;
    }
    diag_warning(c->diags, open->src, until->where, "consultation-over",
                 "every page asks for answers until %.*s, and today is %.*s",
                 STR_ARG(date_english(c->arena, until->date)),
                 STR_ARG(date_english(c->arena, c->today)));
    diag_help(c->diags, "write `status: draft` while the answers are read, or "
                        "a later day");
}

static void check_meetings(const struct check *c)
{
    const struct record_list *meetings = all_of(c, S("meeting"));
    for (size_t i = 0; i < meetings->n; i++) {
        const struct record *r = meetings->items[i];
        const struct slot *date = record_slot(r, S("date"));
        if (!is_over(c, date) || record_slot(r, S("outcome"))->set) {
            continue;
        }
        diag_warning(c->diags, r->src, date->where, "meeting-passed-unmarked",
                     "nothing says what came of this meeting, and today is "
                     "%.*s",
                     STR_ARG(date_english(c->arena, c->today)));
        diag_help(c->diags, "add `outcome: {formal: …, young: …}` with what "
                            "was decided, or take the meeting out");
    }
}

static void check_contacts(const struct check *c)
{
    const struct record_list *contacts = all_of(c, S("contact"));
    for (size_t i = 0; i < contacts->n; i++) {
        const struct record *r = contacts->items[i];
        const struct slot *on = record_slot(r, S("checked-on"));
        int months = on->set ? dates_months(on->date, c->today) : 0;
        if (months <= CONTACT_MONTHS) {
            continue;
        }
        diag_warning(c->diags, r->src, on->where, "contact-unchecked",
                     "this contact was last checked %d months before %.*s",
                     months, STR_ARG(date_english(c->arena, c->today)));
        diag_help(c->diags, "ring the number and open the address; then write "
                            "the day on which they were right");
    }
}

static void check_statement(const struct check *c)
{
    const struct record *statement =
        record_group(c->pub->record, S("accessibility"));
    if (statement == NULL) {
        return;
    }
    const struct slot *on = record_slot(statement, S("statement-on"));
    int months = dates_months(on->date, c->today);
    if (months <= STATEMENT_MONTHS) {
        return;
    }
    diag_warning(c->diags, c->pub->src, on->where, "statement-old",
                 "the accessibility statement was last looked at %d months "
                 "before %.*s",
                 months, STR_ARG(date_english(c->arena, c->today)));
    diag_help(c->diags, "look whether it is still true, mend it, and write the "
                        "day on which it was right");
}

void check_dates(const struct check *c)
{
    if (c->today.year == 0) {
        return;
    }
    if (!is_history(c)) {
        check_reviews(c);
        check_consultation(c);
        check_meetings(c);
        check_statement(c);
    }
    check_contacts(c);
}
