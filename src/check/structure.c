#include "check/structure.h"

#include "check/appendix.h"
#include "check/debris.h"
#include "check/match.h"
#include "check/unused.h"
#include "check/walk.h"

static Str first_line(Str where)
{
    return str_to(where, str_find_byte(where, '\n'));
}

static void skipped(struct diags *d, const struct source *src, Str where,
                    int above, int level)
{
    static const char signs[] = "######";
    diag_warning(d, src, first_line(where), "skipped-heading",
                 "this heading is %d levels below the one above it",
                 level - above);
    diag_help(d, "start it with %.*s, or write the heading that is missing",
              above + 1, signs);
}

/* Headings inside a voice's text go on from the section's. */
static void check_inner_headings(struct diags *d, const struct chapter *c,
                                 const struct section *s)
{
    for (int v = 0; v < VOICES_MAX; v++) {
        int above = s->level;
        for (size_t i = 0; i < s->npieces; i++) {
            const struct node *n = s->pieces[i].node;
            if (s->pieces[i].voice != v || n->kind != NODE_HEADING) {
                continue;
            }
            if (n->level > above + 1) {
                skipped(d, c->src, n->where, above, n->level);
            }
            above = n->level;
        }
    }
}

static void check_headings(struct diags *d, const struct chapter *c,
                           const struct section *s)
{
    if (s->parent != NULL && s->level > s->parent->level + 1) {
        skipped(d, c->src, s->where, s->parent->level, s->level);
    }
    check_inner_headings(d, c, s);
    for (const struct section *below = s->first; below != NULL;
         below = below->next) {
        check_headings(d, c, below);
    }
}

static void check_emptiness(struct diags *d, const struct edition *ed,
                            const struct ed_chapter *c,
                            const struct ed_section *s)
{
    if (s->title != NULL && s->nblocks == 0 && s->first == NULL) {
        diag_warning(d, c->source->src, s->source->where, "empty-section",
                     "nothing stands below this heading");
        diag_help(d, "write the text, or take the heading away; readers come "
                     "for what it announces");
    }
    for (const struct ed_section *below = s->first; below != NULL;
         below = below->next) {
        check_emptiness(d, ed, c, below);
    }
}

/* Words that say nothing about where a link leads. */
static const Str empty_words[] = {
    STR_INIT("click"),        STR_INIT("click here"),
    STR_INIT("here"),         STR_INIT("this"),
    STR_INIT("this link"),    STR_INIT("this page"),
    STR_INIT("this website"), STR_INIT("link"),
    STR_INIT("the link"),     STR_INIT("website"),
    STR_INIT("web page"),     STR_INIT("webpage"),
    STR_INIT("more"),         STR_INIT("read more"),
    STR_INIT("see more"),     STR_INIT("find out more"),
    STR_INIT("learn more"),   STR_INIT("more info"),
    STR_INIT("read this"),    STR_INIT("see here"),
    STR_INIT("more details"), STR_INIT("more information"),
    STR_INIT("read it here"), STR_INIT("find out more here"),
    STR_INIT("go"),           STR_INIT("download"),
};

/* The words without what is no letter at both ends. */
static Str bare_words(Str words)
{
    while (words.n > 0 && !match_letter(words, 0)) {
        words = str_from(words, 1);
    }
    while (words.n > 0 && !match_letter_before(words, words.n)) {
        words.n--;
    }
    return words;
}

static bool says_nothing(Str words)
{
    for (size_t i = 0; i < COUNT(empty_words); i++) {
        if (words.n == empty_words[i].n && match_at(words, 0, empty_words[i])) {
            return true;
        }
    }
    return words.n == 0;
}

/* An address that starts in `text`, up to the next space. What is left of one,
 * http:www.…, is debris. */
static bool find_address(Str text, Str *out)
{
    static const Str starts[] = {STR_INIT("http://"), STR_INIT("https://"),
                                 STR_INIT("www.")};
    for (size_t at = 0; at < text.n; at++) {
        bool inside =
            match_letter_before(text, at) ||
            (at > 0 && (text.p[at - 1] == ':' || text.p[at - 1] == '/'));
        for (size_t i = 0; i < COUNT(starts) && !inside; i++) {
            size_t end = at + starts[i].n;
            if (match_at(text, at, starts[i]) && match_letter(text, end)) {
                while (end < text.n && !ascii_space(text.p[end])) {
                    end++;
                }
                while (!match_letter_before(text, end) &&
                       text.p[end - 1] != '/') {
                    end--; /* what ends the sentence, or a bracket */
                }
                *out = str_to(str_from(text, at), end - at);
                return true;
            }
        }
    }
    return false;
}

static Str place_of(const struct node *n, Str words)
{
    size_t at = str_find(n->where, words);
    return at < n->where.n ? str_to(str_from(n->where, at), words.n)
                           : first_line(n->where);
}

static void check_link(const struct check *c, const struct step *step)
{
    const struct node *n = step->node;
    const struct source *src = step->chapter->src;
    Str words = node_words_and_inserts(c->arena, n), address;
    /* without words, a link says its section's number and title */
    if (words.n > 0 && says_nothing(bare_words(words))) {
        diag_warning(c->diags, src, place_of(n, words), "link-text",
                     "'%.*s' does not say where the link leads",
                     STR_ARG(words));
        diag_help(c->diags, "write what one finds there: [how to "
                            "complain](complaints.md)");
    } else if (find_address(words, &address) && address.n == words.n) {
        diag_warning(c->diags, src, place_of(n, words), "link-text",
                     "a bare address does not say what one finds there");
        diag_help(c->diags,
                  "write [what it is](%.*s); listeners would hear "
                  "the address letter by letter",
                  STR_ARG(n->text));
    }
}

/* `www.essex.gov.uk`, and not the `www.essex` of one in pieces */
static bool is_whole(Str address)
{
    size_t www = str_find(address, S("www."));
    Str host = www < address.n
                   ? str_from(address, www + 4)
                   : str_from(address, str_find(address, S("://")) + 3);
    return str_find_byte(host, '.') < str_find_byte(host, '/');
}

/* Whether the address at `where` goes on in the next line: that is debris. */
static bool in_pieces(const struct source *src, Str where)
{
    return str_within(where, src->text) &&
           debris_address_in_pieces(
               str_from(src->text, (size_t)(where.p - src->text.p)));
}

/* An address in a text that nobody can follow. */
static void check_text(const struct check *c, const struct step *step)
{
    Str rest = step->node->text, address;
    while (find_address(rest, &address)) {
        Str where = place_of(step->node, address);
        if (is_whole(address) && !in_pieces(step->chapter->src, where)) {
            diag_warning(c->diags, step->chapter->src, where, "link-text",
                         "this address is no link");
            diag_help(c->diags, "write [what one finds there](%s%.*s)",
                      address.p[0] == 'w' ? "https://" : "", STR_ARG(address));
        }
        rest = str_from(rest, (size_t)(address.p - rest.p) + address.n);
    }
}

static void check_node(void *state, const struct step *step)
{
    const struct check *c = state;
    switch ((int)step->node->kind) {
    case NODE_TABLE:
        if (step->node->title == NULL) {
            diag_warning(c->diags, step->chapter->src,
                         first_line(step->node->where), "table-without-caption",
                         "this table has no caption");
            diag_help(c->diags, "write a line `Table: what it shows` right "
                                "above or below it");
        }
        break;
    case NODE_LINK:
        check_link(c, step);
        break;
    case NODE_TEXT:
        if (!step->in_link) {
            check_text(c, step);
        }
        break;
    default:
        break;
    }
}

void check_structure(const struct check *c)
{
    for (size_t i = 0; i < c->pub->nchapters; i++) {
        check_headings(c->diags, c->pub->chapters[i],
                       c->pub->chapters[i]->opening);
        walk_chapter(c->pub->chapters[i], check_node, (void *)c);
    }
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        const struct edition *ed = c->editions[v];
        for (size_t i = 0; i < ed->nchapters; i++) {
            check_emptiness(c->diags, ed, ed->chapters[i],
                            ed->chapters[i]->opening);
        }
    }
    check_unused(c);
    check_appendices(c);
}
