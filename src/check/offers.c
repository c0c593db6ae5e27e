#include "check/offers.h"

#include "base/buf.h"
#include "check/dates.h"
#include "check/numbers.h"

static const struct record_list *all_of(const struct check *c, Str name)
{
    return &c->pub->lists[kind_index(kind_find(name))];
}

static Str title_of(const struct check *c, const struct record *r)
{
    return edition_text(c->editions[0], c->arena, c->diags,
                        record_text(r, S("title")));
}

static bool has_offer(const struct check *c, const struct record *category)
{
    const struct record_list *offers = all_of(c, S("offer"));
    for (size_t i = 0; i < offers->n; i++) {
        if (str_eq(record_word(offers->items[i], S("category")),
                   category->id)) {
            return true;
        }
    }
    return false;
}

/* Whether the head binds at the publication's date; without a date now. */
static bool is_in_force(const struct check *c, const struct record *category)
{
    const struct slot *from = record_slot(category, S("from"));
    return !from->yes &&
           !dates_passed(dates_of_publication(c->pub), from->date);
}

/* The heads to come that no offer names yet, or an empty text. */
static Str heads_to_come(const struct check *c)
{
    const struct record_list *all = all_of(c, S("category"));
    struct buf b = buf_in(c->arena);
    for (size_t i = 0; i < all->n; i++) {
        const struct record *r = all->items[i];
        if (!is_in_force(c, r) && !has_offer(c, r)) {
            buf_printf(&b, "%s'%.*s'", b.n > 0 ? ", " : "",
                       STR_ARG(title_of(c, r)));
        }
    }
    return buf_str(&b);
}

/* `Children Act 1989, section 22` */
static Str law_of(const struct check *c, const struct record *category)
{
    Str act = record_word(category, S("act"));
    Str section = record_word(category, S("section"));
    return section.n == 0 ? act
                          : str_printf(c->arena, "%.*s, section %.*s",
                                       STR_ARG(act), STR_ARG(section));
}

static void uncovered(const struct check *c, const struct record *category,
                      Str coming)
{
    Str law = law_of(c, category);
    diag_warning(c->diags, category->src, record_slot(category, S("id"))->where,
                 "category-uncovered",
                 "no offer falls under the head '%.*s'%s%.*s%s",
                 STR_ARG(title_of(c, category)), law.n > 0 ? " (" : "",
                 STR_ARG(law), law.n > 0 ? ")" : "");
    diag_help(c->diags, "add an offer with `category: %.*s`%s%.*s",
              STR_ARG(category->id),
              coming.n > 0 ? "; not in force yet, but coming: " : "",
              STR_ARG(coming));
}

static void check_categories(const struct check *c)
{
    const struct record_list *all = all_of(c, S("category"));
    Str coming = heads_to_come(c);
    if (all->n > 0 && all_of(c, S("offer"))->n == 0) {
        diag_warning(c->diags, all->items[0]->src,
                     record_slot(all->items[0], S("id"))->where,
                     "category-uncovered",
                     "the law names the heads of a local offer, and there are "
                     "no offers");
        diag_help(c->diags, "add `offers:` to a chapter, or take `categories` "
                            "out where this is no local offer");
        return;
    }
    for (size_t i = 0; i < all->n; i++) {
        if (is_in_force(c, all->items[i]) && !has_offer(c, all->items[i])) {
            uncovered(c, all->items[i], coming);
            coming = S(""); /* once is enough */
        }
    }
}

/* Where a message about the whole offer points. */
static Str place_of(const struct record *offer)
{
    return record_slot(offer, S("id"))->where;
}

static void check_asking(const struct check *c, const struct record *r)
{
    if (record_slot(r, S("how"))->set || record_slot(r, S("contact"))->set ||
        record_slot(r, S("url"))->set) {
        return;
    }
    diag_warning(c->diags, r->src, place_of(r), "no-way-to-ask",
                 "this offer does not say how to ask for it");
    diag_help(c->diags, "add `how: {formal: …, young: …}`, or `contact: …` "
                        "with an id from contacts.yaml");
}

static void check_whom(const struct check *c, const struct record *r)
{
    if (record_slot(r, S("age"))->set || record_slot(r, S("who"))->set) {
        return;
    }
    diag_warning(c->diags, r->src, place_of(r), "offer-incomplete",
                 "this offer does not say for whom it is");
    diag_help(c->diags, "add `age: {from: 16, to: 25}`, or `who: "
                        "[former-relevant]`, or both");
}

/* Whether no insert places the offer, so that it stands at the end of its
 * chapter, under no heading of its own. */
static bool is_left_over(const struct check *c, const struct record *r)
{
    const struct ed_chapter *page = map_get(&c->editions[0]->pages, r->id);
    size_t kind = kind_index(r->kind);
    for (size_t i = 0; page != NULL && i < page->rest[kind].n; i++) {
        if (page->rest[kind].items[i] == r) {
            return true;
        }
    }
    return page == NULL;
}

static void check_finding(const struct check *c, const struct record *r)
{
    /* a category that law.yaml does not know is an error already */
    if (record_slot(r, S("needs"))->nwords > 0 ||
        all_of(c, S("category"))->n > 0 || !is_left_over(c, r)) {
        return;
    }
    diag_warning(c->diags, r->src, place_of(r), "offer-unfindable",
                 "nothing leads somebody to this offer who needs it");
    diag_help(c->diags,
              "add `needs: [home, money]` with the words that they "
              "would look for, or place it under a heading with "
              "{{ offers category=%.*s }}",
              STR_ARG(record_word(r, S("category"))));
}

static void check_review(const struct check *c, const struct record *r)
{
    const struct slot *review = record_slot(r, S("review"));
    Date own = dates_of_publication(c->pub);
    bool today = review->set && dates_passed(review->date, c->today);
    if (!today && !(review->set && dates_passed(review->date, own))) {
        return;
    }
    diag_warning(c->diags, r->src, review->where, "expired-offer",
                 "this offer was to be looked at again by %.*s, and %s %.*s",
                 STR_ARG(date_english(c->arena, review->date)),
                 today ? "today is" : "the publication is of",
                 STR_ARG(date_english(c->arena, today ? c->today : own)));
    diag_help(c->diags, "find out whether it still holds and set the next "
                        "`review`, or take it out");
}

/* Whether the offer's `amount`, which has a date, says the sum too. */
static bool is_dated(const struct check *c, const struct record *offer,
                     const struct number *sum)
{
    static const Str fields[] = {STR_INIT("value"), STR_INIT("cap")};
    const struct record *amount = record_group(offer, S("amount"));
    for (size_t f = 0; amount != NULL && f < COUNT(fields); f++) {
        struct numbers all =
            numbers_of(c->arena, record_word(amount, fields[f]));
        for (size_t i = 0; i < all.n; i++) {
            if (number_agrees(sum, &all.items[i])) {
                return true;
            }
        }
    }
    return false;
}

/* Sums in the words of an offer; the loader wants a date of its `amount`. */
static void check_amounts(const struct check *c, const struct passages *all)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct passage *p = &all->items[i];
        if (p->root == NULL || !str_eq(p->root->kind->name, S("offer"))) {
            continue;
        }
        struct numbers sums = numbers_of(c->arena, p->text);
        for (size_t k = 0; k < sums.n; k++) {
            const struct number *n = &sums.items[k];
            if (n->class != NUMBER_MONEY || n->value == 0 ||
                passage_inserted(p, n->at) || is_dated(c, p->root, n)) {
                continue;
            }
            diag_warning(c->diags, p->src, passage_place(p, n->at, n->n),
                         "amount-without-date",
                         "nothing says when the sum of %.*s was right",
                         STR_ARG(number_words(n, p->text)));
            diag_help(c->diags,
                      "add `amount: {value: \"%.*s\", as-at: …}`, which both "
                      "editions show",
                      STR_ARG(number_words(n, p->text)));
        }
    }
}

void check_offers(const struct check *c)
{
    const struct record_list *offers = all_of(c, S("offer"));
    check_categories(c);
    for (size_t i = 0; i < offers->n; i++) {
        const struct record *r = offers->items[i];
        check_asking(c, r);
        check_whom(c, r);
        check_finding(c, r);
        check_review(c, r);
    }
    for (size_t v = 0; v < c->pub->voices.n; v++) {
        check_amounts(c, &c->passages[v]);
    }
}
