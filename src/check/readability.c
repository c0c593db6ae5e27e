#include "check/readability.h"

#include "base/buf.h"
#include "check/ages.h"
#include "check/wording.h"

/* How much is too much: more than this. */
struct limits {
    size_t sentence;  /* words, each name counted as one */
    size_t paragraph; /* words */
    size_t list;      /* items */
};

static const struct limits for_children = {20, 60, 9};
static const struct limits for_adults = {35, 150, 15};
/* A language may need more and smaller words for the same thought: Welsh has
 * about a quarter more than English. Paragraphs and lists are the original's.
 */
static const struct limits for_children_translated = {25, SIZE_MAX, SIZE_MAX};
static const struct limits for_adults_translated = {44, SIZE_MAX, SIZE_MAX};

static const struct limits *limits_for(const struct edition *ed)
{
    bool translated = edition_is_translation(ed);
    return reading_limit(ed) > 0
               ? translated ? &for_children_translated : &for_children
           : translated ? &for_adults_translated
                        : &for_adults;
}

/* The rules look at this many sentences or more for passives. */
enum { PASSIVE_SENTENCES = 5, PASSIVE_SHARE = 5 };

/* The check of one edition. */
struct edition_check {
    const struct check *c;
    const struct reading_tools *tools;
    const struct edition *ed;
    const struct passages *all;
    const struct limits *limits;
    struct reading reading;
    struct hard_words hard;
};

static Str id_of(const struct edition_check *e)
{
    return e->ed->folder;
}

static bool is_one_of(const struct sentence *s, size_t i, Str words)
{
    Str word;
    while (i < s->nwords && str_cut_word(&words, &word)) {
        if (str_eq(s->words[i].text, word)) {
            return true;
        }
    }
    return false;
}

/* What stands between a word and the one before it. */
static Str gap_before(const struct sentence *s, size_t i)
{
    Str before = s->words[i - 1].text;
    const char *end = before.p + before.n;
    return (Str){end, (size_t)(s->words[i].text.p - end)};
}

/* Whether a new sentence can start at the word: most often an "and" joins two
 * words, as in "children and young people", and is no place to cut at. */
static bool can_start(const struct sentence *s, size_t i)
{
    static const Str subjects = STR_INIT("I we you they he she it this these");
    static const Str verbs =
        STR_INIT("is are was were will would can could must should may has "
                 "have had does do did then");
    Str gap = gap_before(s, i);
    bool comma = str_find_byte(gap, ',') < gap.n;
    bool mark = str_find_byte(gap, ';') < gap.n ||
                str_find(gap, S(" \xE2\x80\x93 ")) < gap.n;
    if (is_one_of(s, i, S("and or so but"))) {
        return is_one_of(s, i + 1, verbs) || is_one_of(s, i + 1, subjects) ||
               (comma && is_one_of(s, i, S("but so")));
    }
    return mark || is_one_of(s, i, S("because although unless until while")) ||
           (comma && is_one_of(s, i, S("which who where when if")));
}

/* The words that start where a long sentence can be cut, nearest to its
 * middle, or none. */
static Str cut_at(const struct sentence *s)
{
    enum { SHORTEST = 6, SHOWN = 3 };
    size_t best = 0, middle = s->nwords / 2, distance = s->nwords;
    for (size_t i = SHORTEST; i + SHORTEST < s->nwords; i++) {
        size_t away = i > middle ? i - middle : middle - i;
        if (away < distance && can_start(s, i)) {
            best = i;
            distance = away;
        }
    }
    if (best == 0) {
        return S("");
    }
    const struct word *first = &s->words[best], *last = first + SHOWN - 1;
    return (Str){first->text.p,
                 (size_t)(last->text.p - first->text.p) + last->text.n};
}

/* Whether the sentence is a list in disguise. */
static bool has_many_parts(const struct sentence *s)
{
    enum { MANY = 4 };
    size_t commas = 0;
    for (size_t i = 1; i < s->nwords; i++) {
        Str gap = gap_before(s, i);
        commas +=
            str_find_byte(gap, ',') < gap.n || str_find_byte(gap, ';') < gap.n;
    }
    return commas >= MANY;
}

static void report_sentence(const struct edition_check *e,
                            const struct passage *p, const struct sentence *s)
{
    size_t length = capitals_length(s);
    if (length <= e->limits->sentence) {
        return;
    }
    size_t names = 0;
    for (size_t i = 0; i < s->nwords; i++) {
        names += s->words[i].kind == WORD_NAME;
    }
    size_t at = (size_t)(s->text.p - p->text.p);
    diag_warning(e->c->diags, p->src, passage_place(p, at, s->text.n),
                 "long-sentence",
                 "this sentence has %zu words%s; %zu are enough for the %.*s "
                 "edition",
                 length, names > 1 ? ", each name counted as one" : "",
                 e->limits->sentence, STR_ARG(id_of(e)));
    Str cut = cut_at(s);
    if (cut.n > 0) {
        diag_help(e->c->diags, "make two of it: a new one can start at '%.*s'",
                  STR_ARG(cut));
    } else if (has_many_parts(s)) {
        diag_help(e->c->diags, "make two of it, or a list of its parts");
    } else {
        diag_help(e->c->diags, "make two of it, with one thought each");
    }
}

static void check_paragraph(const struct edition_check *e,
                            const struct passage *p,
                            const struct sentences *sentences)
{
    size_t words = 0;
    for (size_t i = 0; i < sentences->n; i++) {
        words += capitals_length(&sentences->items[i]);
    }
    bool prose = p->kind == PASSAGE_PARAGRAPH || p->kind == PASSAGE_ITEM ||
                 p->kind == PASSAGE_FIELD;
    if (prose && words > e->limits->paragraph) {
        diag_warning(e->c->diags, p->src, passage_place(p, 0, 1),
                     "long-paragraph",
                     "this paragraph has %zu words; %zu are enough for the "
                     "%.*s edition",
                     words, e->limits->paragraph, STR_ARG(id_of(e)));
        diag_help(e->c->diags, "start a new paragraph with each new thought");
    }
}

/* What is too long of a passage. */
static void report_lengths(const struct edition_check *e,
                           const struct passage *p,
                           const struct sentences *sentences)
{
    for (size_t i = 0; i < sentences->n; i++) {
        report_sentence(e, p, &sentences->items[i]);
    }
    check_paragraph(e, p, sentences);
}

static void report_list(const struct edition_check *e, const struct source *src,
                        Str where, size_t items)
{
    if (items > e->limits->list) {
        diag_warning(e->c->diags, src, where, "long-list",
                     "this list has %zu items; %zu are enough for the %.*s "
                     "edition",
                     items, e->limits->list, STR_ARG(id_of(e)));
        diag_help(e->c->diags, "make groups of them, with a heading each");
    }
}

static void check_lists_in(const struct edition_check *e,
                           const struct source *src, const struct node *n)
{
    size_t items = 0;
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        items += c->kind == NODE_ITEM;
        check_lists_in(e, src, c);
    }
    if (n->kind == NODE_LIST) {
        report_list(e, src, str_to(n->where, 1), items);
    }
}

static void check_lists_of(const struct edition_check *e,
                           const struct source *src, const struct ed_section *s)
{
    bool own = s->fallback == e->ed->voice;
    for (size_t i = 0; i < s->nblocks && own; i++) {
        check_lists_in(e, src, s->blocks[i].node);
    }
    for (const struct ed_section *c = s->first; c != NULL; c = c->next) {
        check_lists_of(e, src, c);
    }
}

/* Lists of texts in a record: its passages of one field stand together. */
static void check_record_lists(const struct edition_check *e)
{
    for (size_t i = 0; i < e->all->n;) {
        const struct passage *p = &e->all->items[i];
        size_t n = 1;
        while (p->record != NULL && i + n < e->all->n &&
               p[n].record == p->record && str_eq(p[n].field, p->field)) {
            n++;
        }
        report_list(e, p->src, passage_place(p, 0, 1), n);
        i += n;
    }
}

static void check_lists(const struct edition_check *e)
{
    for (size_t i = 0; i < e->ed->nchapters; i++) {
        const struct ed_chapter *c = e->ed->chapters[i];
        check_lists_of(e, c->source->src, c->opening);
    }
    check_record_lists(e);
}

static void check_passives(const struct edition_check *e)
{
    for (size_t i = 0; i < e->reading.nparts; i++) {
        const struct reading_part *part = &e->reading.parts[i];
        size_t sentences = part->counts.sentences;
        const struct passage *p = part->passive_at;
        if (sentences < PASSIVE_SENTENCES ||
            part->passives * PASSIVE_SHARE <= sentences) {
            continue;
        }
        size_t at = (size_t)(part->passive.p - p->text.p);
        diag_warning(e->c->diags, p->src, passage_place(p, at, part->passive.n),
                     "passive",
                     "%zu of the %zu sentences here do not say who does what; "
                     "this is the first",
                     part->passives, sentences);
        diag_help(e->c->diags,
                  "a hint, not a rule: name who does it, as in 'your social "
                  "worker will help you'");
    }
}

static void check_edition(const struct check *c, struct reading_tools *t,
                          size_t edition)
{
    struct edition_check e = {
        .c = c,
        .tools = t,
        .ed = c->editions[edition],
        .all = &c->passages[edition],
        .hard = hard_words_in(c->arena),
    };
    enum reading_measure measure = reading_measure_of(t, e.ed);
    struct arena *scratch = arena_create();
    ArenaMark mark = arena_mark(scratch);
    e.limits = limits_for(e.ed);
    e.reading = reading_start(t, measure, e.all);
    for (size_t i = 0; i < e.all->n; i++) {
        const struct passage *p = &e.all->items[i];
        struct sentences s = reading_split(t, &e.reading, scratch, p);
        reading_add(t, &e.reading, p, &s);
        if (!passage_is_tabbed(p)) {
            report_lengths(&e, p, &s);
        }
        if (measure == READING_CHILDREN) {
            struct hard_search search = hard_in(t, e.ed, scratch, p);
            hard_words_add(&e.hard, &search, &s);
        }
        arena_rewind(scratch, mark);
    }
    arena_free(scratch);
    check_lists(&e);
    if (measure == READING_CHILDREN) {
        ages_check(c, e.ed, &e.reading);
        check_passives(&e);
        wording_report_hard(c->diags, e.ed, &e.hard);
    }
}

/* Of another language than English there are no lists of words: a translation
 * is held to the lengths of its sentences. */
static void check_translation(const struct check *c, size_t edition)
{
    struct reading_tools t;
    Str language = c->editions[edition]->locale->icu;
    if (reading_tools_open(c->arena, c->diags, language, &t)) {
        check_edition(c, &t, edition);
        reading_tools_close(&t);
    }
}

void check_reading(const struct check *c)
{
    struct reading_tools t;
    if (!reading_tools_open(c->arena, c->diags, reading_language(c->pub), &t)) {
        return;
    }
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        check_edition(c, &t, v);
        wording_check_terms(c, v);
        if (splitter_is_english(t.splitter)) {
            wording_check_abbreviations(c, t.vocabulary, v);
        }
    }
    reading_tools_close(&t);
    for (size_t i = c->pub->voices.n; i < c->neditions; i++) {
        check_translation(c, i);
    }
}
