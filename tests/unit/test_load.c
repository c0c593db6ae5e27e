#include "reading.h"

#include "model/load.h"

static const struct voices two_voices = {
    .ids = {STR_INIT("formal"), STR_INIT("young")},
    .n = 2,
};

static struct loading loading_of(struct reading *r)
{
    return (struct loading){
        .arena = r->arena,
        .diags = r->diags,
        .src = r->src,
        .voices = &two_voices,
    };
}

static struct record *read_as(struct reading *r, const struct kind *kind,
                              const char *text)
{
    reading_again(r);
    const struct source *src = source_of(r, str_from_c(text));
    struct yaml *y = yaml_parse(r->arena, r->diags, src, src->text);
    assert_non_null(y);
    struct loading l = loading_of(r);
    return record_load(&l, y, kind, false);
}

static struct record *read_kind(struct reading *r, const char *kind,
                                const char *text)
{
    return read_as(r, kind_find(str_from_c(kind)), text);
}

/* Reads what holds one mistake, and says where it must be reported. */
static struct record *read_bad(struct reading *r, const char *kind,
                               const char *text, size_t line, size_t column,
                               const char *code)
{
    struct record *record = read_kind(r, kind, text);
    assert_reported_at(r, line, column, code);
    assert_non_null(strstr(messages(r), "\n    help: "));
    return record;
}

static void a_record_has_the_values_of_its_fields(void **state)
{
    struct reading *r = *state;
    struct record *o = read_kind(
        r, "offer",
        "id: council-tax\n"
        "title: {formal: Council tax relief, young: You pay no council tax}\n"
        "category: accommodation\n"
        "basis: council\n"
        "who: [relevant, former-relevant]\n"
        "age: {from: 18, to: 25}\n"
        "needs: money\n"
        "amount: {value: \"\xC2\xA3"
        "2,000\", as-at: 2022-07}\n"
        "conditions:\n  - One\n  - {formal: Two, young: 2}\n"
        "contact: leaving-care\n"
        "review: 2024-03-31\n"
        "url: https://example.org\n");
    assert_diags(r->diags, "");
    assert_str(o->id, "council-tax");
    assert_str(record_text(o, S("title"))->voice[1].text,
               "You pay no council tax");
    assert_int_equal(record_text(o, S("title"))->plain.text.n, 0);
    assert_str(record_word(o, S("category")), "accommodation");
    assert_str(record_word(o, S("basis")), "council");
    const struct slot *who = record_slot(o, S("who"));
    assert_int_equal(who->nwords, 2);
    assert_str(who->words[1].text, "former-relevant");
    const struct slot *needs = record_slot(o, S("needs"));
    assert_int_equal(needs->nwords, 1); /* one word is a list of one */
    const struct record *age = record_group(o, S("age"));
    assert_str(record_word(age, S("to")), "25");
    const struct record *amount = record_group(o, S("amount"));
    assert_int_equal(record_slot(amount, S("as-at"))->date.month, 7);
    const struct slot *conditions = record_slot(o, S("conditions"));
    assert_false(conditions->texts->whole);
    assert_int_equal(conditions->texts->nitems, 2);
    assert_int_equal(record_slot(o, S("review"))->date.day, 31);
    assert_false(record_slot(o, S("how"))->set);
    assert_null(record_text(o, S("how")));
    assert_null(record_group(o, S("how")));
}

static void records_hold_records(void **state)
{
    struct reading *r = *state;
    struct record *p = read_kind(r, "promise",
                                 "id: heard\ntitle: T\ntext: x\nupdates:\n"
                                 "  - {date: 2023, text: a}\n"
                                 "  - {date: 2023-02, text: b}\n");
    assert_diags(r->diags, "");
    const struct slot *updates = record_slot(p, S("updates"));
    assert_int_equal(updates->nrecords, 2);
    assert_str(record_text(updates->records[1], S("text"))->plain.text, "b");
    p = read_kind(r, "promise", "id: heard\ntitle: T\ntext: x\nupdates: []\n");
    assert_diags(r->diags, "");
    assert_int_equal(record_slot(p, S("updates"))->nrecords, 0);
}

static void a_key_without_a_value_is_not_yet_filled_in(void **state)
{
    struct reading *r = *state;
    struct record *p = read_kind(
        r, "priority", "id: a\ntitle: T\nwhy:\nfocus:\nlead:\nmeasures:\n");
    assert_diags(r->diags, "");
    assert_false(record_slot(p, S("why"))->set);
    assert_false(record_slot(p, S("measures"))->set);
}

static void texts_are_trimmed(void **state)
{
    struct reading *r = *state;
    struct record *p =
        read_kind(r, "priority", "id: ' a '\ntitle: |\n  T\n\nlead: ' x '\n");
    assert_diags(r->diags, "");
    assert_str(p->id, "a");
    assert_str(record_text(p, S("title"))->plain.text, "T");
    assert_str(record_word(p, S("lead")), "x");
}

static void a_due_is_a_date_or_words(void **state)
{
    struct reading *r = *state;
    struct record *s = read_kind(r, "action",
                                 "id: a\nobjective: O\nsteps:\n"
                                 "  - {text: x, due: 2022-09}\n"
                                 "  - {text: x, due: every month}\n"
                                 "  - {text: x, due: {formal: a, young: b}}\n");
    assert_diags(r->diags, "");
    const struct slot *steps = record_slot(s, S("steps"));
    const struct slot *due = record_slot(steps->records[0], S("due"));
    assert_null(due->text);
    assert_int_equal(due->date.month, 9);
    due = record_slot(steps->records[1], S("due"));
    assert_str(due->text->plain.text, "every month");
    due = record_slot(steps->records[2], S("due"));
    assert_str(due->text->voice[1].text, "b");
}

static void figures_have_points_or_series(void **state)
{
    struct reading *r = *state;
    struct record *f =
        read_kind(r, "figure",
                  "id: a\ntitle: T\nunit: children\nsource: S\n"
                  "points: {2019: 293, 2020: -1.5}\nx: [Apr, May]\n"
                  "series: {2018-19: [36, 30], b: [1, 2]}\n");
    assert_diags(r->diags, "");
    const struct slot *points = record_slot(f, S("points"));
    assert_int_equal(points->nseries, 1);
    assert_str(points->series[0].points[1].name, "2020");
    assert_str(points->series[0].points[1].value, "-1.5");
    const struct slot *series = record_slot(f, S("series"));
    assert_int_equal(series->nseries, 2);
    assert_str(series->series[0].name, "2018-19");
    assert_str(series->series[1].points[0].value, "1");
}

static void an_unknown_key_suggests_the_nearest_one(void **state)
{
    struct reading *r = *state;
    read_bad(r, "priority", "id: a\ntitle: T\ncaf\xC3\xA9: x\n", 3, 1,
             "unknown-key");
    read_bad(r, "priority", "id: a\ntitle: T\nfocsu: [x]\n", 3, 1,
             "unknown-key");
    assert_diags(
        r->diags,
        "a.md:3:1: error: a priority has no key 'focsu' [unknown-key]\n"
        "    focsu: [x]\n"
        "    ^~~~~\n"
        "    help: did you mean 'focus'?\n");
    read_bad(r, "offer",
             "{id: a, title: T, category: x, amount: {as-at: 2022, value: 1, "
             "pre: week}}\n",
             1, 64, "unknown-key");
    assert_non_null(strstr(messages(r), "help: did you mean 'per'?"));
    read_bad(r, "action",
             "id: a\nobjective: O\nsteps:\n  - text: x\n    evidense: y\n", 5,
             5, "unknown-key");
    assert_non_null(strstr(messages(r), "a step has no key 'evidense'"));
}

static void an_unknown_key_far_from_all_lists_them(void **state)
{
    struct reading *r = *state;
    read_bad(r, "voice", "id: a\nsaid: x\nzzzzzz: 1\n", 3, 1, "unknown-key");
    assert_non_null(strstr(messages(r),
                           "help: its keys are: id, said, who, on, did, "
                           "because, consent\n"));
}

static void a_missing_field_is_reported_at_its_record(void **state)
{
    struct reading *r = *state;
    read_bad(r, "priority", "\n  id: a\n", 2, 3, "missing-field");
    read_bad(r, "priority", "id: a\ntitle:\n", 1, 1, "missing-field");
    read_bad(r, "priority", "id: a\ntitle: \"\"\n", 1, 1, "missing-field");
    read_bad(r, "promise",
             "id: a\ntitle: T\ntext: x\nupdates:\n  - {date: 2022, text: y}\n"
             "  - text: z\n",
             6, 5, "missing-field");
    assert_diags(r->diags,
                 "a.md:6:5: error: this update has no 'date' [missing-field]\n"
                 "      - text: z\n"
                 "        ^\n"
                 "    help: add a line `date: \xE2\x80\xA6` (when it "
                 "happened)\n");
}

static void a_field_may_be_needed_because_of_another(void **state)
{
    struct reading *r = *state;
    read_bad(r, "promise", "id: a\ntitle: T\ntext: x\nstatus: stopped\n", 1, 1,
             "missing-field");
    read_kind(r, "promise",
              "id: a\ntitle: T\ntext: x\nstatus: stopped\nbecause: y\n");
    assert_diags(r->diags, "");
    read_kind(r, "promise", "id: a\ntitle: T\ntext: x\nstatus: late\n");
    assert_diags(r->diags, "");
}

static void one_line_for_all_editions_holds_no_insert(void **state)
{
    struct reading *r = *state;
    read_bad(r, "promise",
             "id: a\ntitle: T\ntext: x\nby: \"{{ council.name }}\"\n", 4, 5,
             "misplaced-insert");
    read_bad(r, "offer",
             "id: a\ntitle: T\ncategory: x\nneeds: [a, \"b {{ c\"]\n", 4, 12,
             "misplaced-insert");
}

static void a_refused_value_is_not_missing_and_not_set(void **state)
{
    struct reading *r = *state;
    struct record *p =
        read_bad(r, "promise", "id: A b\ntitle: T\ntext: x\n", 1, 5, "bad-id");
    assert_int_equal(p->id.n, 0);
    assert_false(record_slot(p, S("id"))->set);
    p = read_bad(r, "promise",
                 "id: a\ntitle: T\ntext: x\nstatus: Kept\nby: b\n", 4, 9,
                 "unknown-choice");
    assert_int_equal(record_word(p, S("status")).n, 0);
    assert_str(record_word(p, S("by")), "b");
    read_bad(r, "promise", "id: a\ntitle: [T]\ntext: x\n", 2, 8, "wrong-type");
}

static void values_of_the_wrong_kind_are_reported_in_place(void **state)
{
    struct reading *r = *state;
    static const struct {
        const char *kind;
        const char *field; /* on line 4 */
        size_t column;
        const char *code;
    } cases[] = {
        {"priority", "why: [a]", 6, "wrong-type"},
        {"priority", "why: {formal: [a]}", 15, "wrong-type"},
        {"priority", "why: {formal: {a: b}}", 15, "wrong-type"},
        {"priority", "why: {yuong: a}", 7, "unknown-key"},
        {"priority", "focus: [[a]]", 9, "wrong-type"},
        {"priority", "focus: {formal: a}", 17, "wrong-type"},
        {"priority", "focus: {formal: [[a]]}", 18, "wrong-type"},
        {"priority", "focus: {kids: [a]}", 9, "unknown-key"},
        {"priority", "focus: [{young: a, kids: b}]", 20, "unknown-key"},
        {"priority", "lead: [a]", 7, "wrong-type"},
        {"priority", "lead: {a: b}", 7, "wrong-type"},
        {"priority", "lead: '  '", 7, "wrong-type"},
        {"priority", "measures: a", 11, "wrong-type"},
        {"priority", "measures: {text: a}", 11, "wrong-type"},
        {"priority", "measures: [a]", 12, "wrong-type"},
        {"priority", "measures: [{text: a, kind: cuont}]", 28,
         "unknown-choice"},
        {"priority", "measures: [{text: a, figure: A}]", 30, "bad-id"},
        {"promise", "made-on: July 2022", 10, "bad-date"},
        {"promise", "made-on: 2022-02-30", 10, "bad-date"},
        {"promise", "made-on: [2022]", 10, "wrong-type"},
        {"promise", "status: onTrack", 9, "unknown-choice"},
        {"promise", "priorities: [a, B]", 17, "bad-id"},
        {"promise", "priorities: [a, [b]]", 17, "wrong-type"},
        {"promise", "updates: [{date: x, text: y}]", 18, "bad-date"},
        {"promise", "updates: [{date: 2022, text: y, evidence: javascript:x}]",
         43, "bad-link"},
        {"promise", "updates: [{date: 2022, text: y, evidence: www.gov.uk}]",
         43, "bad-link"},
        {"offer", "who: [care]", 7, "unknown-choice"},
        {"offer", "who: in-car", 6, "unknown-choice"},
        {"offer", "age: 18", 6, "wrong-type"},
        {"offer", "age: {from: eighteen}", 13, "wrong-type"},
        {"offer", "age: {from: 1-8}", 13, "wrong-type"},
        {"offer", "amount: {value: 1, as-at: now}", 27, "bad-date"},
        {"offer", "url: //example.org", 6, "bad-link"},
        {"offer", "url: mailto", 6, "bad-link"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        bool offer = strcmp(cases[i].kind, "offer") == 0;
        bool promise = strcmp(cases[i].kind, "promise") == 0;
        Str text = str_printf(r->arena, "id: a\ntitle: T\n%s%s\n",
                              offer     ? "category: health\n"
                              : promise ? "text: x\n"
                                        : "\n",
                              cases[i].field);
        read_bad(r, cases[i].kind, text.p, 4, cases[i].column, cases[i].code);
    }
}

static void a_figures_numbers_are_numbers(void **state)
{
    struct reading *r = *state;
    static const struct {
        const char *field;
        size_t column;
    } cases[] = {
        {"points: 12", 9},
        {"points: {}", 9},
        {"points: [1]", 9},
        {"points: {2022: many}", 16},
        {"points: {2022: \"1,200\"}", 16},
        {"points: {2022: 12%}", 16},
        {"points: {2022: 1.}", 16},
        {"points: {2022: 1e3}", 16},
        {"points: {2022: --1}", 16},
        {"points: {2022: [1]}", 16},
        {"points: {2022: }", 16},
        {"series: [1]", 9},
        {"series: {a: 1}", 13},
        {"series: {a: [1, x]}", 17},
        {"series: {a: [1, [2]]}", 17},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str text =
            str_printf(r->arena, "id: a\ntitle: T\nunit: u\nsource: s\n%s\n",
                       cases[i].field);
        read_bad(r, "figure", text.p, 5, cases[i].column, "wrong-type");
    }
}

static void ids_are_held_to_their_form(void **state)
{
    struct reading *r = *state;
    static const char *const ids[] = {
        "A", "a b", "1a", "-a", "a_b", "a.b", "caf\xC3\xA9", "a/b", "\"#a\""};
    for (size_t i = 0; i < COUNT(ids); i++) {
        Str text = str_printf(r->arena, "title: T\nid: %s\n", ids[i]);
        read_bad(r, "priority", text.p, 2, 5, "bad-id");
    }
}

static void what_is_no_map_is_no_record(void **state)
{
    struct reading *r = *state;
    assert_null(read_bad(r, "priority", "just words\n", 1, 1, "wrong-type"));
    assert_null(read_bad(r, "priority", "- a\n", 1, 1, "wrong-type"));
}

static void lists_of_records_keep_what_could_be_read(void **state)
{
    struct reading *r = *state;
    const struct source *src =
        source_of(r, S("- {id: a, title: T}\n- words\n- {id: b, title: U}\n"));
    struct yaml *y = yaml_parse(r->arena, r->diags, src, src->text);
    struct loading l = loading_of(r);
    struct record_list list = records_load(&l, y, kind_find(S("priority")));
    assert_reported_at(r, 2, 3, "wrong-type");
    assert_int_equal(list.n, 2);
    assert_str(list.items[1]->id, "b");
}

static void an_empty_file_is_an_empty_list(void **state)
{
    struct reading *r = *state;
    static const char *const texts[] = {"", "# nothing yet\n", "[]\n"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        const struct source *src = source_of(r, str_from_c(texts[i]));
        struct yaml *y = yaml_parse(r->arena, r->diags, src, src->text);
        struct loading l = loading_of(r);
        assert_int_equal(records_load(&l, y, kind_find(S("contact"))).n, 0);
    }
    assert_diags(r->diags, "");
}

static void kinds_of_record_may_stand_in_front_matter(void **state)
{
    struct reading *r = *state;
    const struct source *src = source_of(
        r, S("title: T\npriorities: []\npriority: []\nfigures: []\n"));
    struct yaml *y = yaml_parse(r->arena, r->diags, src, src->text);
    struct loading l = loading_of(r);
    assert_non_null(record_load(&l, y, &kind_chapter, true));
    assert_reported_at(r, 3, 1, "unknown-key");
    assert_non_null(strstr(messages(r), "did you mean 'priorities'?"));
}

/* --- The table itself --- */

static void check_fields(const struct kind *kind)
{
    assert_true(kind->help.n > 0);
    for (size_t i = 0; i < kind->nfields; i++) {
        const struct field *f = &kind->fields[i];
        assert_true(str_is_id(f->name));
        assert_true(f->help.n > 0);
        assert_int_equal(kind_field(kind, f->name), i); /* once */
        bool of = f->type == FIELD_GROUP || f->type == FIELD_RECORDS ||
                  f->type == FIELD_RATCHET;
        assert_int_equal(f->of != NULL, of);
        bool refers = f->type == FIELD_REF || f->type == FIELD_REFS ||
                      f->type == FIELD_TAG;
        assert_int_equal(f->refers.n > 0, refers);
        assert_true(!refers || kind_find(f->refers) != NULL);
        bool choice = f->type == FIELD_CHOICE || f->type == FIELD_CHOICES;
        assert_int_equal(f->choices.n > 0, choice);
        size_t when = kind_field(kind, f->when);
        assert_true(f->when.n == 0 ||
                    choices_have(kind->fields[when].choices, f->says));
        if (f->of != NULL) {
            check_fields(f->of);
        }
    }
}

static void the_table_of_kinds_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        const struct kind *k = &kinds[i];
        check_fields(k);
        assert_ptr_equal(kind_find(k->name), k);
        assert_ptr_equal(kind_find_plural(k->plural), k);
        assert_int_equal(kind_index(k), i);
        /* a chapter's own keys and the lists of records must differ */
        assert_int_equal(kind_field(&kind_chapter, k->plural),
                         kind_chapter.nfields);
    }
    check_fields(&kind_publication);
    check_fields(&kind_chapter);
    check_fields(&kind_edition);
    assert_null(kind_find(S("nothing")));
    assert_null(kind_find_plural(S("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READING_TEST(a_record_has_the_values_of_its_fields),
        READING_TEST(records_hold_records),
        READING_TEST(a_key_without_a_value_is_not_yet_filled_in),
        READING_TEST(texts_are_trimmed),
        READING_TEST(a_due_is_a_date_or_words),
        READING_TEST(figures_have_points_or_series),
        READING_TEST(an_unknown_key_suggests_the_nearest_one),
        READING_TEST(an_unknown_key_far_from_all_lists_them),
        READING_TEST(a_missing_field_is_reported_at_its_record),
        READING_TEST(a_field_may_be_needed_because_of_another),
        READING_TEST(one_line_for_all_editions_holds_no_insert),
        READING_TEST(a_refused_value_is_not_missing_and_not_set),
        READING_TEST(values_of_the_wrong_kind_are_reported_in_place),
        READING_TEST(a_figures_numbers_are_numbers),
        READING_TEST(ids_are_held_to_their_form),
        READING_TEST(what_is_no_map_is_no_record),
        READING_TEST(lists_of_records_keep_what_could_be_read),
        READING_TEST(an_empty_file_is_an_empty_list),
        READING_TEST(kinds_of_record_may_stand_in_front_matter),
        cmocka_unit_test(the_table_of_kinds_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
