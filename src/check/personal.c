#include "check/personal.h"

#include "check/identity.h"
#include "check/match.h"
#include "check/walk.h"
#include "check/wordset.h"

#define WHY                                                                    \
    "a few such details are enough to find a child who must not be found"

/* The state of looking through a publication. */
struct looking {
    const struct check *c;
    const struct people *known;
};

static Str part(const struct passage *p, size_t at, size_t n)
{
    return str_to(str_from(p->text, at), n);
}

/* A number that belongs to one person. The message does not repeat it: it may
 * be kept in logs. */
static size_t check_identity(const struct looking *l, const struct passage *p,
                             size_t at)
{
    static const struct {
        size_t (*find)(Str text, size_t at);
        const char *what;
    } numbers[] = {
        {identity_nhs, "an NHS number"},
        {identity_pupil, "a unique pupil number"},
        {identity_insurance, "a National Insurance number"},
    };
    for (size_t i = 0; i < COUNT(numbers); i++) {
        size_t n = numbers[i].find(p->text, at);
        if (n > 0 && texts_typed(p, at, n)) {
            diag_error(l->c->diags, p->src, passage_place(p, at, n),
                       "personal-data", "this is %s", numbers[i].what);
            diag_help(l->c->diags,
                      "take it out, here and in every older copy of the file: "
                      "it stands for one person for life");
            return n;
        }
    }
    return 0;
}

/* A field that is there to hold a team's number. */
static bool is_team_number(const struct passage *p)
{
    return p->record != NULL && str_eq(p->record->kind->name, S("contact")) &&
           (str_eq(p->field, S("tel")) || str_eq(p->field, S("text")));
}

static void warn(const struct looking *l, const struct source *src, Str where,
                 Str what, const char *message, const char *help)
{
    diag_warning(l->c->diags, src, where, "personal-data", "'%.*s' %s",
                 STR_ARG(what), message);
    diag_help(l->c->diags, "%s", help);
}

static size_t check_mobile(const struct looking *l, const struct passage *p,
                           size_t at)
{
    size_t n = identity_mobile(p->text, at);
    if (n > 0 && !is_team_number(p) && texts_typed(p, at, n)) {
        warn(l, p->src, passage_place(p, at, n), part(p, at, n),
             "is a mobile number, perhaps somebody's own",
             "if it is a team's, put it into contacts.yaml and write "
             "{{ contact ID }}; one person's does not belong on a public page");
    }
    return n;
}

static bool mail_sign(char c)
{
    return ascii_alpha(c) || ascii_digit(c) || c == '.' || c == '_' ||
           c == '-' || c == '+';
}

/* The words of `jane.moore` have a person's first name among them. */
static bool names_person(const struct looking *l, Str local)
{
    bool parts = str_find_byte(local, '.') < local.n ||
                 str_find_byte(local, '_') < local.n;
    for (size_t i = 0; i < local.n; i++) {
        bool starts = i == 0 || !ascii_alpha(local.p[i - 1]);
        Str word = starts ? match_word(local, i) : S("");
        bool initial = i == 0 && word.n == 1 && parts;
        if (initial ||
            (parts && people_is_first(l->known, l->c->arena, word))) {
            return true;
        }
    }
    return !parts && people_is_first(l->known, l->c->arena, local);
}

static Str small(struct arena *a, Str word)
{
    Str out = str_copy(a, word);
    for (size_t i = 0; i < out.n; i++) {
        ((char *)out.p)[i] = ascii_lower(out.p[i]);
    }
    return out;
}

/* The address whose `@` is at `at`, and where it starts; empty: none. */
static Str mail_around(Str text, size_t at, size_t *start)
{
    size_t end = at + 1;
    *start = at;
    while (*start > 0 && mail_sign(text.p[*start - 1])) {
        --*start;
    }
    while (end < text.n && mail_sign(text.p[end])) {
        end++;
    }
    while (end > at && text.p[end - 1] == '.') {
        end--;
    }
    Str host = str_from(str_to(text, end), at + 1);
    return *start == at || str_find_byte(host, '.') == host.n
               ? S("")
               : str_from(str_to(text, end), *start);
}

static void judge_mail(const struct looking *l, const struct source *src,
                       Str mail, Str where)
{
    size_t at = str_find_byte(mail, '@');
    Str host = small(l->c->arena, str_from(mail, at + 1));
    if (wordset_has(&l->known->mail, host)) {
        warn(l, src, where, mail, "is a private e-mail address",
             "give the team's address, in contacts.yaml; " WHY);
    } else if (names_person(l, str_to(mail, at))) {
        warn(l, src, where, mail, "is one person's e-mail address",
             "give the team's address, which is still answered when somebody "
             "moves on");
    }
}

static void check_mail(const struct looking *l, const struct passage *p,
                       size_t at)
{
    size_t start;
    Str mail = mail_around(p->text, at, &start);
    if (mail.n > 0 && texts_typed(p, start, mail.n)) {
        judge_mail(l, p->src, mail, passage_place(p, start, mail.n));
    }
}

/* The number at `at`, at most 25 as an age, in digits; its length, or 0. */
static size_t age_at(Str text, size_t at)
{
    enum { OLDEST = 25 };
    size_t n = 0;
    int age = 0;
    while (at + n < text.n && n < 3 && ascii_digit(text.p[at + n])) {
        age = age * 10 + (text.p[at + n++] - '0');
    }
    return n > 0 && age <= OLDEST && !match_letter(text, at + n) ? n : 0;
}

/* `Jade, 9,`, `Sam (14)`, `Ali, aged 3`, `Jade is 9`: the length behind the
 * name, or 0. */
static size_t age_behind(Str text, size_t at)
{
    static const struct {
        Str words;
        Str end; /* one of these must follow; empty: anything */
    } ways[] = {
        {STR_INIT(", aged "), STR_INIT("")},
        {STR_INIT(" aged "), STR_INIT("")},
        {STR_INIT(", age "), STR_INIT("")},
        {STR_INIT(" (aged "), STR_INIT("")},
        {STR_INIT(" (age "), STR_INIT("")},
        {STR_INIT(" ("), STR_INIT(")")},
        {STR_INIT(", "), STR_INIT(",.;:)")},
        {STR_INIT(" is "), STR_INIT(",.;:)")},
        {STR_INIT(" was "), STR_INIT(",.;:)")},
        {STR_INIT(" turned "), STR_INIT("")},
    };
    for (size_t i = 0; i < COUNT(ways); i++) {
        if (!match_at(text, at, ways[i].words)) {
            continue;
        }
        size_t start = at + ways[i].words.n, n = age_at(text, start);
        size_t end = start + n;
        bool ended = ways[i].end.n == 0 || end == text.n ||
                     str_find_byte(ways[i].end, text.p[end]) < ways[i].end.n;
        if (n > 0 && ended) {
            bool closes = end < text.n && text.p[end] == ')';
            return end + closes - at;
        }
    }
    return 0;
}

static size_t check_age(const struct looking *l, const struct passage *p,
                        size_t at)
{
    Str word = match_word(p->text, at), name = word;
    bool owns = str_ends(word, S("\u2019s")) || str_ends(word, S("'s"));
    if (owns) {
        name = str_to(word, word.n - (str_ends(word, S("'s")) ? 2 : 4));
    }
    if (!wordset_has(&l->known->first, name)) {
        return 0;
    }
    size_t end = at + word.n, n = age_behind(p->text, end);
    Str rest = str_to(str_from(p->text, end), S(" 16th birthday").n);
    bool birthday = owns && match_find(rest, 0, S("birthday")) < rest.n;
    if (n == 0 && !birthday) {
        return 0;
    }
    n = birthday ? match_find(rest, 0, S("birthday")) + S("birthday").n : n;
    n += word.n;
    if (texts_typed(p, at, n)) {
        warn(l, p->src, passage_place(p, at, n), part(p, at, n),
             "tells a first name and an age",
             "leave the name out, as in 'a girl of 9': with the place, the two "
             "are enough to know who it is");
    }
    return n;
}

/* A day, a month and a year at `at`: 03/05/2009, 3 May 2009, 2009-05-03. */
static bool is_full_date(Str text)
{
    static const Str months[] = {
        STR_INIT("jan"), STR_INIT("feb"), STR_INIT("mar"), STR_INIT("apr"),
        STR_INIT("may"), STR_INIT("jun"), STR_INIT("jul"), STR_INIT("aug"),
        STR_INIT("sep"), STR_INIT("oct"), STR_INIT("nov"), STR_INIT("dec"),
    };
    size_t numbers = 0;
    bool year = false, month = false;
    for (size_t at = 0; at < text.n;) {
        size_t n = 0;
        while (at + n < text.n && ascii_digit(text.p[at + n])) {
            n++;
        }
        numbers += n > 0;
        year = year || n == 4;
        for (size_t i = 0; i < COUNT(months) && n == 0; i++) {
            month = month || (match_at(text, at, months[i]) &&
                              !match_letter_before(text, at));
        }
        at += n > 0 ? n : 1;
    }
    return (numbers >= 2 && month && year) || numbers >= 3;
}

static size_t check_birth(const struct looking *l, const struct passage *p,
                          size_t at)
{
    static const Str words[] = {
        STR_INIT("date of birth"), STR_INIT("d.o.b"),
        STR_INIT("dob"),           STR_INIT("born on"),
        STR_INIT("was born"),      STR_INIT("birthday is")};
    enum { REACH = 24 };
    for (size_t i = 0; i < COUNT(words); i++) {
        size_t end = at + words[i].n;
        if (!match_at(p->text, at, words[i]) || match_letter(p->text, end)) {
            continue;
        }
        Str reach = str_to(str_from(p->text, end), REACH);
        if (is_full_date(reach) && texts_typed(p, at, words[i].n)) {
            warn(l, p->src, passage_place(p, at, words[i].n),
                 part(p, at, words[i].n), "gives a date of birth",
                 "say the age or the year, or leave it out; " WHY);
        }
        return words[i].n;
    }
    return 0;
}

/* Returns: how far to go on, at least 1. */
static size_t check_place(const struct looking *l, const struct passage *p,
                          size_t at)
{
    char c = p->text.p[at];
    size_t n = 0;
    if (c == '@') {
        check_mail(l, p, at);
    } else if (match_letter_before(p->text, at)) {
        return 1;
    } else if (ascii_digit(c) || c == '+') {
        n = check_identity(l, p, at);
        n = n > 0 ? n : check_mobile(l, p, at);
    } else if (c >= 'A' && c <= 'Z') {
        n = check_identity(l, p, at);
        n = n > 0 ? n : check_age(l, p, at);
    }
    if (n == 0 && ascii_alpha(c)) {
        n = check_birth(l, p, at);
    }
    return n > 0 ? n : 1;
}

/* mailto: and tel: behind other words */
static void check_link(void *state, const struct step *step)
{
    const struct looking *l = state;
    const struct node *n = step->node;
    if (n->kind != NODE_LINK) {
        return;
    }
    size_t at = str_find(n->where, n->text);
    Str where = at < n->where.n ? str_to(str_from(n->where, at), n->text.n)
                                : str_to(n->where, 1);
    if (str_starts(n->text, S("mailto:"))) {
        Str mail = str_from(n->text, S("mailto:").n);
        mail = str_to(mail, str_find_byte(mail, '?'));
        judge_mail(l, step->chapter->src, mail,
                   str_from(where, str_find(where, mail)));
    } else if (str_starts(n->text, S("tel:")) &&
               identity_mobile(n->text, S("tel:").n) > 0) {
        warn(l, step->chapter->src, where, str_from(n->text, S("tel:").n),
             "is a mobile number, perhaps somebody's own",
             "if it is a team's, put it into contacts.yaml and write "
             "{{ contact ID }}");
    }
}

void check_personal(const struct check *c, const struct people *known,
                    const struct passages *all)
{
    struct looking l = {c, known};
    for (size_t i = 0; i < all->n; i++) {
        for (size_t at = 0; at < all->items[i].text.n;) {
            at += check_place(&l, &all->items[i], at);
        }
    }
    for (size_t i = 0; i < c->pub->nchapters; i++) {
        walk_chapter(c->pub->chapters[i], check_link, &l);
    }
}
