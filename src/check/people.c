#include "check/people.h"

#include "check/match.h"
#include "check/repeats.h"
#include "check/wordset.h"

struct people people_read(struct arena *a)
{
    return (struct people){wordset_read(a, S("first-names.txt")),
                           wordset_read(a, S("roles.txt")),
                           wordset_read(a, S("private-mail.txt"))};
}

bool people_is_first(const struct people *known, struct arena *a, Str word)
{
    if (word.n == 0 || match_capital(word)) {
        return wordset_has(&known->first, word);
    }
    Str name = str_copy(a, word);
    if (name.p[0] >= 'a' && name.p[0] <= 'z') {
        ((char *)name.p)[0] = (char)(name.p[0] - 'a' + 'A');
    }
    return wordset_has(&known->first, name);
}

static bool among(Str word, const Str *words, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (str_eq(word, words[i])) {
            return true;
        }
    }
    return false;
}

/* The word behind one space, when it has a capital; or an empty text. */
static Str next_capital(Str text, size_t end)
{
    if (end + 1 >= text.n || text.p[end] != ' ') {
        return S("");
    }
    Str word = match_word(text, end + 1);
    return match_capital(word) ? word : S("");
}

/* "Victoria Road", "the Joseph Rowntree Foundation": no persons. */
static bool is_thing(Str word)
{
    static const Str things[] = {
        STR_INIT("Academy"), STR_INIT("Act"),        STR_INIT("Award"),
        STR_INIT("Awards"),  STR_INIT("Building"),   STR_INIT("Case"),
        STR_INIT("Centre"),  STR_INIT("Charity"),    STR_INIT("College"),
        STR_INIT("Company"), STR_INIT("Court"),      STR_INIT("Foundation"),
        STR_INIT("Fund"),    STR_INIT("Hall"),       STR_INIT("Hospital"),
        STR_INIT("House"),   STR_INIT("Institute"),  STR_INIT("Lane"),
        STR_INIT("Library"), STR_INIT("Park"),       STR_INIT("Place"),
        STR_INIT("Prize"),   STR_INIT("Report"),     STR_INIT("Review"),
        STR_INIT("Road"),    STR_INIT("School"),     STR_INIT("Scheme"),
        STR_INIT("Society"), STR_INIT("Square"),     STR_INIT("Station"),
        STR_INIT("Street"),  STR_INIT("Trust"),      STR_INIT("University"),
        STR_INIT("Way"),     STR_INIT("Inquiry"),    STR_INIT("Council"),
        STR_INIT("Team"),    STR_INIT("Service"),    STR_INIT("Services"),
        STR_INIT("Project"), STR_INIT("Programme"),  STR_INIT("Avenue"),
        STR_INIT("Close"),   STR_INIT("Ltd"),        STR_INIT("Group"),
        STR_INIT("Line"),    STR_INIT("University"),
    };
    return among(word, things, COUNT(things));
}

/* St Thomas, Queen Elizabeth: what they are followed by is a place. */
static bool is_hallowed(Str text, size_t at)
{
    static const Str titles[] = {
        STR_INIT("St "),       STR_INIT("St. "),   STR_INIT("Saint "),
        STR_INIT("King "),     STR_INIT("Queen "), STR_INIT("Prince "),
        STR_INIT("Princess "),
    };
    for (size_t i = 0; i < COUNT(titles); i++) {
        if (str_ends(str_to(text, at), titles[i])) {
            return true;
        }
    }
    return false;
}

/* A name's last word ends before its 's. */
static Str bare(Str word)
{
    return str_ends(word, S("'s"))        ? str_to(word, word.n - 2)
           : str_ends(word, S("\u2019s")) ? str_to(word, word.n - 4)
                                          : word;
}

/* `Dan Jones` at `at`: its length, or 0 */
static size_t full_name(const struct people *known, Str text, size_t at)
{
    Str first = match_word(text, at);
    Str last = bare(next_capital(text, at + first.n));
    size_t end = at + first.n + 1 + last.n;
    if (last.n < 2 || !wordset_has(&known->first, first) || is_thing(last) ||
        wordset_has(&known->roles, last) || is_hallowed(text, at) ||
        is_thing(next_capital(text, end))) {
        return 0;
    }
    return end - at;
}

/* `Cllr Adam Carter`, `Dr Smith` at `at`: the length, or 0 */
static size_t titled_name(const struct people *known, Str text, size_t at)
{
    static const Str titles[] = {
        STR_INIT("Cllr"),     STR_INIT("Councillor"), STR_INIT("Mr"),
        STR_INIT("Mrs"),      STR_INIT("Ms"),         STR_INIT("Mx"),
        STR_INIT("Dr"),       STR_INIT("Sir"),        STR_INIT("Dame"),
        STR_INIT("Baroness"), STR_INIT("Prof"),       STR_INIT("Professor"),
        STR_INIT("Rev"),      STR_INIT("Alderman"),
    };
    Str title = match_word(text, at);
    size_t end = at + title.n;
    if (!among(title, titles, COUNT(titles))) {
        return 0;
    }
    end += end < text.n && text.p[end] == '.' ? 1 : 0;
    Str name = bare(next_capital(text, end));
    if (name.n < 2 || wordset_has(&known->roles, name) || is_thing(name)) {
        return 0;
    }
    end += 1 + name.n;
    Str more = bare(next_capital(text, end));
    if (more.n > 1 && !wordset_has(&known->roles, more)) {
        end += 1 + more.n;
    }
    return end - at;
}

/* Who wrote a book is a part of its name. */
static bool about_works(const struct passage *p)
{
    return p->record != NULL && (str_eq(p->record->kind->name, S("source")) ||
                                 str_eq(p->record->kind->name, S("resource")));
}

static void find_names(struct repeats *out, const struct people *known,
                       const struct passage *p)
{
    Str text = p->text;
    for (size_t at = 0; at < text.n; at++) {
        if (text.p[at] < 'A' || text.p[at] > 'Z' ||
            match_letter_before(text, at)) {
            continue;
        }
        size_t n = titled_name(known, text, at);
        n = n > 0 ? n : full_name(known, text, at);
        if (n == 0 || !texts_typed(p, at, n)) {
            continue;
        }
        repeats_add(out, p, at, n);
        at += n - 1;
    }
}

static void report(const struct check *c, const struct repeat *r)
{
    Str name = repeat_words(r), more = repeats_more(c->arena, r->nplaces);
    diag_warning(c->diags, r->passage->src, repeat_place(r), "named-person",
                 "'%.*s' is a person's name, and a role will do%.*s",
                 STR_ARG(name), STR_ARG(more));
    diag_help(c->diags,
              "write the role, such as the Chair of the Corporate Parenting "
              "Committee: people move on, and a name can lead to a child who "
              "must not be found");
}

void check_people(const struct check *c, const struct people *known,
                  const struct passages *all)
{
    struct repeats names = repeats_in(c->arena);
    for (size_t i = 0; i < all->n; i++) {
        if (!about_works(&all->items[i])) {
            find_names(&names, known, &all->items[i]);
        }
    }
    for (size_t i = 0; repeats_get(&names, i) != NULL; i++) {
        report(c, repeats_get(&names, i));
    }
}
