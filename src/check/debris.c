#include "check/debris.h"

#include "check/debris_titles.h"
#include "check/match.h"
#include "check/repeats.h"

/* Something that was found at a place of a passage. */
struct find {
    size_t at;
    size_t n;
    const char *message; /* goes on after what is quoted */
    const char *help;
};

/* What bullets are to be; all of a file are reported together. */
static const char as_list[] = "write a hyphen and a space in its place, and "
                              "each item on a line of its own";

static bool at_sign(Str text, size_t at, Str sign)
{
    return str_starts(str_from(text, at), sign);
}

static bool private_sign(Str text, size_t at)
{
    /* U+E000 to U+F8FF: a font's own signs */
    unsigned char c = (unsigned char)text.p[at];
    unsigned char next = at + 1 < text.n ? (unsigned char)text.p[at + 1] : 0;
    return c == 0xEE || (c == 0xEF && next >= 0x80 && next <= 0xA3);
}

static bool ligature(Str text, size_t at)
{
    unsigned char last = at + 2 < text.n ? (unsigned char)text.p[at + 2] : 0;
    return at_sign(text, at, S("\xEF\xAC")) && last <= 0x86;
}

/* A bullet that is one still, and stands where a list was. */
static size_t round_bullet(Str text, size_t at)
{
    static const Str signs[] = {STR_INIT("\u2022"), STR_INIT("\u25E6"),
                                STR_INIT("\u25AA"), STR_INIT("\u25CF"),
                                STR_INIT("\u25A0"), STR_INIT("\u25AB")};
    for (size_t i = 0; i < COUNT(signs); i++) {
        if (at_sign(text, at, signs[i])) {
            return signs[i].n;
        }
    }
    return 0;
}

/* A letter or sign that a scanner took a bullet for, at the start of a line. */
static size_t false_bullet(Str text, size_t at)
{
    static const Str quotes[] = {STR_INIT("\u00AB"), STR_INIT("\u00BB")};
    for (size_t i = 0; i < COUNT(quotes); i++) {
        size_t end = at + quotes[i].n;
        if (at_sign(text, at, quotes[i]) && end < text.n &&
            ascii_space(text.p[end])) {
            return quotes[i].n;
        }
    }
    bool letter = text.p[at] == 'e' || text.p[at] == 'o';
    size_t next = match_skip(text, at + 1);
    return letter && next > at + 1 && next < text.n &&
                   (match_capital(str_from(text, next)) || text.p[at] == 'o')
               ? 1
               : 0;
}

size_t debris_bullet(const struct passage *p, size_t at)
{
    Str text = p->text;
    if (at >= text.n || !texts_starts_line(p, at)) {
        return 0;
    }
    if (at_sign(text, at, S("\u00B6"))) {
        return S("\u00B6").n;
    }
    if (private_sign(text, at)) {
        return S("\uE000").n;
    }
    size_t n = round_bullet(text, at);
    return n > 0 ? n : false_bullet(text, at);
}

static bool find_sign(const struct passage *p, size_t at, struct find *out)
{
    Str text = p->text;
    if (ligature(text, at)) {
        *out = (struct find){at, 3, "is a PDF's sign for two letters",
                             "type the letters; search and screen readers do "
                             "not know the sign"};
    } else if (at_sign(text, at, S("\u00B6"))) {
        *out = (struct find){at, 2, "was a bullet of a list", as_list};
    } else if (private_sign(text, at)) {
        *out = (struct find){at, 3, "is a sign of a font that readers lack",
                             "delete it; where it was a bullet, write a hyphen "
                             "and a space"};
    } else if (round_bullet(text, at) > 0 &&
               (at == 0 || ascii_space(text.p[at - 1]))) {
        *out = (struct find){at, round_bullet(text, at),
                             "is a bullet typed as a sign", as_list};
    } else if (texts_starts_line(p, at) && false_bullet(text, at) > 0) {
        *out = (struct find){at, false_bullet(text, at),
                             "was a bullet of a list", as_list};
    } else {
        return false;
    }
    return true;
}

/* `short- and long-term` is written so on purpose. */
static bool is_hanging(Str next)
{
    static const Str words[] = {
        STR_INIT("and"), STR_INIT("or"), STR_INIT("to"),  STR_INIT("nor"),
        STR_INIT("but"), STR_INIT("as"), STR_INIT("than")};
    for (size_t i = 0; i < COUNT(words); i++) {
        if (str_eq(next, words[i])) {
            return true;
        }
    }
    return false;
}

static bool lower(Str text, size_t at)
{
    return at < text.n && text.p[at] >= 'a' && text.p[at] <= 'z';
}

static bool upper(Str text, size_t at)
{
    return at < text.n && text.p[at] >= 'A' && text.p[at] <= 'Z';
}

static bool find_hyphen(Str text, size_t at, struct find *out)
{
    if (text.p[at] != '-' || at == 0 || !lower(text, at - 1) ||
        at + 2 >= text.n || text.p[at + 1] != ' ' || !lower(text, at + 2)) {
        return false;
    }
    size_t start = at;
    while (start > 0 && match_letter_before(text, start)) {
        start--;
    }
    Str next = match_word(text, at + 2);
    size_t chunk = start;
    while (chunk > 0 && !ascii_space(text.p[chunk - 1])) {
        chunk--;
    }
    Str before = str_from(str_to(text, start), chunk);
    /* an address in pieces is reported as such */
    if (is_hanging(next) || str_find_byte(before, '/') < before.n) {
        return false;
    }
    *out = (struct find){start, at + 2 + next.n - start,
                         "was one word, broken at the end of a line",
                         "write it as one, without the hyphen unless it has "
                         "one anyway"};
    return true;
}

/* `families.Help`, in no address */
static bool find_joint(Str text, size_t at, struct find *out)
{
    if (text.p[at] != '.' || at < 2 || !lower(text, at - 1) ||
        !lower(text, at - 2) || !upper(text, at + 1) || !lower(text, at + 2)) {
        return false;
    }
    size_t start = at, end = at;
    while (start > 0 && !ascii_space(text.p[start - 1])) {
        start--;
    }
    while (end < text.n && !ascii_space(text.p[end])) {
        end++;
    }
    Str word = str_from(str_to(text, end), start);
    if (str_find_byte(word, '/') < word.n ||
        str_find_byte(word, '@') < word.n || str_starts(word, S("www."))) {
        return false;
    }
    *out = (struct find){start, word.n, "has two sentences run together",
                         "write a space behind the full stop, or an item of "
                         "its own"};
    return true;
}

/* Where the address at `at` goes on behind a space, or 0. */
static size_t broken_at(Str text, size_t at)
{
    size_t end = at;
    while (end < text.n && !ascii_space(text.p[end])) {
        end++;
    }
    size_t next = match_skip(text, end), last = next;
    char c = text.p[end - 1];
    if (end == text.n || !lower(text, next) ||
        (c != '.' && c != '/' && c != '-')) {
        return 0;
    }
    while (last < text.n && !ascii_space(text.p[last])) {
        last++;
    }
    while (last > next && !match_letter_before(text, last)) {
        last--; /* a bracket or a full stop */
    }
    Str rest = str_from(str_to(text, last), next);
    size_t sign = str_find_byte(rest, '.') < str_find_byte(rest, '/')
                      ? str_find_byte(rest, '.')
                      : str_find_byte(rest, '/');
    return sign + 1 < rest.n && match_letter(rest, sign + 1) ? last : 0;
}

static bool find_address(Str text, size_t at, struct find *out)
{
    static const Str schemes[] = {STR_INIT("https"), STR_INIT("http")};
    static const char whole[] = "write the whole address: https://www.…";
    size_t end = at;
    for (size_t i = 0; i < COUNT(schemes) && end == at; i++) {
        end += match_at(text, at, schemes[i]) ? schemes[i].n : 0;
    }
    if (end > at && !at_sign(text, end, S("://")) &&
        (at_sign(text, end, S(":")) || at_sign(text, end, S("//")))) {
        while (end < text.n && !ascii_space(text.p[end])) {
            end++;
        }
        *out = (struct find){at, end - at, "is no whole web address", whole};
        return true;
    }
    bool web = at_sign(text, end, S("://"));
    size_t name = web ? end + 3 : end;
    bool www = match_at(text, name, S("www"));
    if (!web && !www) {
        return false;
    }
    size_t dot = name + 3;
    if (www && dot + 1 < text.n && (text.p[dot] == '.' || text.p[dot] == ',') &&
        (text.p[dot] == ',' || text.p[dot + 1] == ' ')) {
        size_t last = match_skip(text, dot + 1);
        last += match_word(text, last).n;
        *out =
            (struct find){at, last - at, "is a web address in pieces", whole};
        return true;
    }
    size_t last = broken_at(text, at);
    *out = (struct find){at, last - at, "is a web address in pieces",
                         "write it without the space"};
    return last > 0;
}

bool debris_address_in_pieces(Str text)
{
    struct find f;
    return find_address(text, 0, &f);
}

/* The number of digits at `at`. */
static size_t digits(Str text, size_t at)
{
    size_t n = 0;
    while (at + n < text.n && ascii_digit(text.p[at + n])) {
        n++;
    }
    return n;
}

/* `Page 3 of 12`, or `Page 3` and `3` as a paragraph of their own. */
static bool find_page_number(const struct passage *p, size_t at,
                             struct find *out)
{
    static const char help[] = "delete it; pages have no numbers here";
    Str text = p->text;
    bool paragraph = p->kind == PASSAGE_PARAGRAPH && at == 0;
    size_t n = digits(text, at);
    if (paragraph && n > 0 && n < 4 && n == text.n) {
        *out = (struct find){at, n, "was the number of a page", help};
        return true;
    }
    size_t number = at + S("page ").n;
    if (!match_at(text, at, S("page ")) || digits(text, number) == 0) {
        return false;
    }
    size_t end = number + digits(text, number);
    size_t of = end + S(" of ").n;
    bool counted = match_at(text, end, S(" of ")) && digits(text, of) > 0;
    end = counted ? of + digits(text, of) : end;
    *out = (struct find){at, end - at, "was the foot of a page", help};
    return counted || (paragraph && end == text.n);
}

static bool find_debris(const struct passage *p, size_t at, struct find *out)
{
    Str text = p->text;
    char c = text.p[at];
    bool starts = !match_letter_before(text, at);
    switch (ascii_lower(c)) {
    case '-':
        return find_hyphen(text, at, out);
    case '.':
        return find_joint(text, at, out);
    case 'h':
    case 'w':
        return starts && find_address(text, at, out);
    case 'e':
    case 'o':
        return find_sign(p, at, out);
    case 'p':
        return starts && find_page_number(p, at, out);
    default:
        return (ascii_digit(c) && find_page_number(p, at, out)) ||
               ((unsigned char)c >= 0xC2 && find_sign(p, at, out));
    }
}

static void report_bullet(const struct check *c, const struct repeat *r)
{
    struct find f;
    Str sign = repeat_words(r);
    Str more = repeats_more(c->arena, r->nplaces);
    if (find_sign(r->passage, r->at, &f)) {
        diag_warning(c->diags, r->passage->src, repeat_place(r), "debris",
                     "'%.*s' %s%.*s", STR_ARG(sign), f.message, STR_ARG(more));
        diag_help(c->diags, "%s", f.help);
    }
}

/* One message for all of a kind that stand on one line of the author's. */
static void check_passage(const struct check *c, const struct passage *p,
                          struct repeats *bullets)
{
    Str last = S("");
    const char *said = NULL;
    struct find f;
    for (size_t at = 0; at < p->text.n; at++) {
        if (!find_debris(p, at, &f) || !texts_typed(p, f.at, f.n)) {
            continue;
        }
        Str where = passage_place(p, f.at, f.n);
        bool same = said == f.message && last.p <= where.p &&
                    str_find_byte((Str){last.p, (size_t)(where.p - last.p)},
                                  '\n') == (size_t)(where.p - last.p);
        if (f.help == as_list) {
            repeats_add(bullets, p, f.at, f.n);
        } else if (!same) {
            diag_warning(c->diags, p->src, where, "debris", "'%.*s' %s",
                         STR_ARG(str_to(str_from(p->text, f.at), f.n)),
                         f.message);
            diag_help(c->diags, "%s", f.help);
        }
        last = where;
        said = f.message;
        at = f.at + f.n > at ? f.at + f.n - 1 : at;
    }
}

static void check_rows(const struct check *c, const struct passage *p)
{
    if (passage_is_tabbed(p)) {
        diag_warning(c->diags, p->src, passage_place(p, 0, 1), "debris",
                     "this was a table, with tabs between its cells");
        diag_help(c->diags, "write each row as `| Item | Lead |`, and "
                            "`| --- | --- |` below the first");
    }
}

void check_debris(const struct check *c, const struct passages *all)
{
    struct repeats bullets = repeats_in(c->arena);
    for (size_t i = 0; i < all->n; i++) {
        check_passage(c, &all->items[i], &bullets);
        check_rows(c, &all->items[i]);
    }
    for (size_t i = 0; repeats_get(&bullets, i) != NULL; i++) {
        report_bullet(c, repeats_get(&bullets, i));
    }
    check_debris_titles(c, all);
}
