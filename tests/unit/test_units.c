#include "world.h"

#include "edition/forks.h"
#include "model/units.h"

static void folder(const char *path)
{
    assert_int_equal(mkdir(path, 0755), 0);
}

/* A model with a chapter of two sections, one inside the other. */
static void put_model(const char *homes)
{
    folder("fork");
    folder("fork/chapters");
    folder("fork/upstream");
    folder("fork/upstream/chapters");
    put("fork/upstream/publication.yaml",
        "title: {formal: A model, young: Ours}\n"
        "council: {name: Model Council}\n"
        "editions:\n  formal:\n  young: {reading-age: 9, title: For you}\n");
    put("fork/upstream/contacts.yaml",
        "- {id: team, name: The team, tel: 01632 960001}\n"
        "- {id: advocate, name: {formal: The advocate, young: Ann}}\n");
    put("fork/upstream/chapters/homes.md", homes);
    put("fork/publication.yaml",
        "extends: upstream\ncouncil: {name: Marshford Council}\n");
}

static const char homes_text[] =
    "# Homes\n\nThe opening.\n\n"
    "## Finding {#finding}\n\nOne  line,\nand another.\n\n"
    "### Visits\n\nTwo visits.\n\n## Moving\n\nNobody moves.\n";

static struct fork read_fork(struct world *w)
{
    struct fork f;
    assert_true(fork_read(w->arena, w->diags, S("fork"), &f));
    assert_int_equal(diags_errors(w->diags), 0);
    return f;
}

static const struct unit *find(const struct units *units, const char *name)
{
    const struct unit *u = units_find(units, str_from_c(name));
    assert_non_null(u);
    return u;
}

static void assert_part(const struct unit *u, const char *part,
                        const char *text)
{
    const struct unit_part *p = unit_part(u, str_from_c(part));
    assert_non_null(p);
    assert_str(p->text, text);
}

static void a_layer_is_cut_into_what_another_can_change(void **state)
{
    put_model(homes_text);
    struct fork f = read_fork(*state);
    assert_int_equal(f.below.n, 7);
    const struct unit *settings = find(&f.below, "publication.yaml");
    assert_part(settings, "title.young", "Ours");
    assert_part(settings, "editions.young.reading-age", "9");
    assert_null(unit_part(settings, S("editions.formal")));
    assert_part(find(&f.below, "contacts/team"), "name", "The team");
    assert_part(find(&f.below, "contacts/advocate"), "name.young", "Ann");
    assert_part(find(&f.below, "homes.md"), "title", "Homes");
    assert_part(find(&f.below, "homes.md"), "text", "The opening.");
    const struct unit *finding = find(&f.below, "homes#finding");
    assert_part(finding, "text",
                "## Finding {#finding}\n\nOne  line,\nand another.");
    assert_int_equal(finding->parent.n, 0);
    const struct unit *visits = find(&f.below, "homes#visits");
    assert_str(visits->parent, "homes#finding");
    assert_str(visits->file, "chapters/homes.md");
    assert_int_equal(source_place(visits->src, visits->where).line, 10);
    assert_int_equal(find(&f.below, "homes#moving")->kind, UNIT_SECTION);
}

static void what_is_a_councils_own_is_not_inherited(void **state)
{
    put_model(homes_text);
    struct fork f = read_fork(*state);
    assert_true(unit_part(find(&f.own, "publication.yaml"), S("council"))->own);
    struct units all =
        units_over(((struct world *)*state)->arena, &f.below, &f.own);
    assert_part(find(&all, "publication.yaml"), "council",
                "name: Marshford Council");
}

static void a_record_is_covered_field_by_field_and_voice_by_voice(void **state)
{
    put_model(homes_text);
    put("fork/contacts.yaml", "- {id: team, tel: 01632 960009}\n"
                              "- {id: advocate, name: {young: Bea}}\n");
    struct fork f = read_fork(*state);
    const struct unit *team = find(&f.below, "contacts/team");
    assert_true(units_cover(&f.own, &f.below, team, S("tel")));
    assert_false(units_cover(&f.own, &f.below, team, S("name")));
    const struct unit *advocate = find(&f.below, "contacts/advocate");
    assert_true(units_cover(&f.own, &f.below, advocate, S("name.young")));
    assert_false(units_cover(&f.own, &f.below, advocate, S("name.formal")));
    assert_true(units_cover(&f.own, &f.below, advocate, S("name")));
    assert_int_equal(fork_here(&f, team), HERE_CHANGED);
}

static void a_term_without_an_id_is_known_by_its_words(void **state)
{
    struct world *w = *state;
    put_model(homes_text);
    put("fork/upstream/terms.yaml",
        "- {term: corporate parent, means: The council.}\n");
    put("fork/terms.yaml", "- {term: corporate parent, say: {young: us}}\n");
    struct fork f = read_fork(w);
    const struct unit *term = find(&f.below, "terms/corporate-parent");
    assert_true(units_cover(&f.own, &f.below, term, S("say.young")));
    assert_false(units_cover(&f.own, &f.below, term, S("means")));
    struct publication *p = publication_load(w->arena, w->diags, S("fork"));
    assert_non_null(p);
    const struct record_list *terms =
        &p->lists[kind_index(kind_find(S("term")))];
    assert_int_equal(terms->n, 1);
    assert_str(record_text(terms->items[0], S("means"))->plain.text,
               "The council.");
}

static void put_measures(const char *folder, const char *measures)
{
    char path[64], text[512];
    snprintf(path, sizeof path, "%s/chapters/homes.md", folder);
    snprintf(text, sizeof text,
             "---\ntitle: Homes\n%spriorities:\n- id: safe\n  title: Safe\n"
             "  measures:\n%s---\n",
             strcmp(folder, "fork") == 0 ? "inherit: sections\n" : "",
             measures);
    put(path, text);
}

static enum upstream_state taken(struct world *w, const char *measures)
{
    struct units newer;
    put_measures("fork/upstream", measures);
    assert_true(
        fork_read_units(w->arena, w->diags, S("fork/upstream"), &newer));
    put_measures("fork/upstream", "  - {id: moves, text: Moves, target: 5%}\n"
                                  "  - {id: near, text: Near}\n");
    struct fork f = read_fork(w);
    struct upstream u = upstream_compare(w->arena, &f, &newer);
    for (size_t i = 0; i < u.n; i++) {
        if (str_eq(u.items[i].name, S("homes/safe"))) {
            return u.items[i].state;
        }
    }
    return UPSTREAM_STATES;
}

static void a_measure_of_a_priority_is_changed_in_one_field(void **state)
{
    struct world *w = *state;
    put_model(homes_text);
    put_measures("fork", "  - {id: moves, baseline: 9%}\n"
                         "  - {id: near, drop: true, because: We are small}\n"
                         "  - {id: doors, text: Doors, unit: x}\n");
    const char *was = "  - {id: moves, text: Moves, target: 5%}\n"
                      "  - {id: near, text: Near}\n";
    assert_int_equal(taken(w, was), UPSTREAM_SAME);
    struct fork f = read_fork(w);
    assert_str(fork_changed_parts(w->arena, &f, S("homes/safe")),
               "measures (doors added), measures (moves baseline), measures "
               "(near dropped)");
    /* another field of the same measure, or another measure: no conflict */
    assert_int_equal(taken(w, "  - {id: moves, text: Moves, target: 4%}\n"
                              "  - {id: near, text: Near}\n"),
                     UPSTREAM_CHANGED);
    assert_int_equal(taken(w, "  - {id: moves, text: Moves, target: 5%}\n"
                              "  - {id: near, text: Near}\n"
                              "  - {id: carers, text: Carers}\n"),
                     UPSTREAM_CHANGED);
    /* the same field, or what was dropped */
    assert_int_equal(taken(w, "  - {id: moves, text: Moves, baseline: 8%}\n"
                              "  - {id: near, text: Near}\n"),
                     UPSTREAM_CONFLICT);
    assert_int_equal(taken(w, "  - {id: moves, text: Moves, target: 5%}\n"
                              "  - {id: near, text: Nearer}\n"),
                     UPSTREAM_CONFLICT);
    /* without its id a list is one value, which replaces the other */
    put_measures("fork", "  - {text: Doors}\n");
    assert_int_equal(taken(w, "  - {id: moves, text: Moves, target: 4%}\n"
                              "  - {id: near, text: Near}\n"),
                     UPSTREAM_CONFLICT);
}

static void what_is_dropped_takes_with_it_what_is_inside(void **state)
{
    put_model(homes_text);
    put("fork/chapters/homes.md",
        "---\ninherit: sections\ndrop: {finding: Ours is elsewhere.}\n---\n");
    struct fork f = read_fork(*state);
    const struct unit *visits = find(&f.below, "homes#visits");
    assert_true(units_hide(&f.own, &f.below, visits));
    assert_int_equal(fork_here(&f, visits), HERE_DROPPED);
    assert_str(fork_because(&f, visits), "Ours is elsewhere.");
    assert_int_equal(fork_here(&f, find(&f.below, "homes#moving")),
                     HERE_INHERITED);
    assert_int_equal(fork_here(&f, find(&f.below, "homes.md")), HERE_INHERITED);
}

static void a_chapter_that_inherits_nothing_leaves_the_rest_out(void **state)
{
    put_model(homes_text);
    put("fork/chapters/homes.md",
        "# Homes\n\nOur opening.\n\n## Moving\n\nNobody  moves.\n");
    struct fork f = read_fork(*state);
    assert_int_equal(fork_here(&f, find(&f.below, "homes#finding")),
                     HERE_LEFT_OUT);
    assert_int_equal(fork_here(&f, find(&f.below, "homes#moving")),
                     HERE_COPIED); /* white space is no change */
    assert_int_equal(fork_here(&f, find(&f.below, "homes.md")), HERE_CHANGED);
}

static void a_list_of_chapters_leaves_out_what_it_does_not_name(void **state)
{
    put_model(homes_text);
    put("fork/chapters/own.md", "# Own\n\nOurs.\n");
    put("fork/publication.yaml",
        "extends: upstream\nchapters: [{part: Part A, chapters: [own]}]\n");
    struct fork f = read_fork(*state);
    assert_int_equal(fork_here(&f, find(&f.below, "homes#moving")),
                     HERE_LEFT_OUT);
    assert_int_equal(fork_here(&f, find(&f.below, "contacts/team")),
                     HERE_INHERITED);
}

static void broken_markdown_loses_no_text(void **state)
{
    put_model("# Homes\n\n::: young\nNever closed.\n\n## Moving\n\nNobody.\n");
    struct fork f = read_fork(*state);
    bool found = false;
    for (size_t i = 0; i < f.below.n; i++) {
        for (size_t k = 0; k < f.below.items[i].nparts; k++) {
            Str text = f.below.items[i].parts[k].text;
            found = found || str_find(text, S("Nobody.")) < text.n;
        }
    }
    assert_true(found);
}

static void a_file_that_cannot_be_read_is_reported(void **state)
{
    struct world *w = *state;
    struct fork f;
    put_model(homes_text);
    put("fork/contacts.yaml", "- {id: team\n");
    assert_false(fork_read(w->arena, w->diags, S("fork"), &f));
    assert_int_equal(diags_errors(w->diags), 1);
}

static void the_ledger_keeps_what_stood_below(void **state)
{
    struct world *w = *state;
    struct ledger_was parts[] = {
        {S("text"), S("## Moving\n- one\n# two")},
        {S("title.young"), S("")},
    };
    struct ledger_fork forks[] = {
        {.name = S("homes#moving"), .parts = parts, .nparts = 2},
        {.name = S("contacts/team"),
         .date = {2026, 3, 1},
         .by = S("Editor: one"),
         .parts = parts,
         .nparts = 1},
    };
    struct ledger out = {.arena = w->arena, .forks = forks, .nforks = 2}, in;
    Str bytes = ledger_write(w->arena, &out);
    put("duet.lock", str_c(w->arena, bytes));
    assert_true(ledger_load(w->arena, w->diags, S("duet.lock"), &in));
    assert_int_equal(in.nforks, 2);
    assert_str(in.forks[0].name, "contacts/team");
    assert_str(in.forks[0].by, "Editor: one");
    assert_int_equal(in.forks[0].date.day, 1);
    assert_str(in.forks[1].parts[0].was, "## Moving\n- one\n# two");
    assert_str(in.forks[1].parts[1].was, "");
    Str again = ledger_write(w->arena, &in);
    assert_true(str_eq(again, bytes));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORLD_TEST(a_layer_is_cut_into_what_another_can_change),
        WORLD_TEST(what_is_a_councils_own_is_not_inherited),
        WORLD_TEST(a_record_is_covered_field_by_field_and_voice_by_voice),
        WORLD_TEST(a_term_without_an_id_is_known_by_its_words),
        WORLD_TEST(a_measure_of_a_priority_is_changed_in_one_field),
        WORLD_TEST(what_is_dropped_takes_with_it_what_is_inside),
        WORLD_TEST(a_chapter_that_inherits_nothing_leaves_the_rest_out),
        WORLD_TEST(a_list_of_chapters_leaves_out_what_it_does_not_name),
        WORLD_TEST(broken_markdown_loses_no_text),
        WORLD_TEST(a_file_that_cannot_be_read_is_reported),
        WORLD_TEST(the_ledger_keeps_what_stood_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
