#include "command/reference_pages.h"

#include "check/codes.h"
#include "command/command.h"
#include "model/containers.h"
#include "model/inserts.h"

/* The end of the code that begins `text` with a `, or 0 when none does. */
static size_t code_end(Str text)
{
    if (!str_starts(text, S("`")) || str_starts(text, S("``"))) {
        return 0;
    }
    size_t end = str_find_byte(str_from(text, 1), '`') + 1;
    return end < text.n ? end + 1 : 0;
}

void reference_add_words(struct buf *out, Str text)
{
    while (text.n > 0) {
        size_t code = code_end(text);
        if (code > 0) {
            buf_add(out, str_to(text, code));
            text = str_from(text, code);
            continue;
        }
        if (str_starts(text, S("{{"))) {
            buf_add(out, S("\\{{"));
            text = str_from(text, 2);
            continue;
        }
        while (str_starts(text, S("``"))) { /* a fence, which is not code */
            buf_add(out, S("\\`"));
            text = str_from(text, 1);
        }
        if (str_find_byte(S("\\`*_[]<>#&!|~"), text.p[0]) < 12) {
            buf_byte(out, '\\');
        }
        buf_byte(out, text.p[0]);
        text = str_from(text, 1);
    }
}

void reference_add_heading(struct buf *out, Str text)
{
    buf_byte(out, (char)(text.p[0] - 'a' + 'A'));
    buf_add(out, str_from(text, 1));
}

static void write_containers(struct buf *out)
{
    buf_add(out, S("A container begins with a line `:::` and a name, and ends "
                   "with a line `:::` alone.\n\n"));
    for (size_t i = 0; i < CONTAINER_COUNT; i++) {
        buf_printf(out, "- `%.*s`: ", STR_ARG(containers[i].usage));
        reference_add_words(out, containers[i].help);
        buf_add(out, S("\n"));
    }
}

/* `with a series {{ … }}`: the words, then the insert as code. */
static void add_other_usage(struct buf *out, Str text)
{
    size_t at = str_find(text, S("{{"));
    buf_add(out, S(" – or "));
    reference_add_words(out, str_to(text, at));
    buf_printf(out, "`%.*s`", STR_ARG(str_from(text, at)));
}

static void add_inserts(struct buf *out, bool alone)
{
    for (size_t i = 0; i < INSERT_KIND_COUNT; i++) {
        const struct insert_kind *k = &insert_kinds[i];
        if (k->alone != alone) {
            continue;
        }
        buf_printf(out, "- `%.*s`", STR_ARG(k->usage));
        if (k->usage_with.n > 0) {
            add_other_usage(out, k->usage_with);
        }
        buf_add(out, S(": "));
        reference_add_words(out, k->help);
        buf_add(out, S("\n"));
    }
}

static void write_inserts(struct buf *out)
{
    buf_add(out, S("An insert stands between two braces and is replaced by "
                   "what it names. To show the braces themselves, write "
                   "`\\{{`.\n\n## Inside a line\n\n"));
    add_inserts(out, false);
    buf_add(out, S("\n## In a paragraph of its own\n\n"));
    add_inserts(out, true);
    buf_add(out, S("- `{{ promises }}`: all records of a kind, by the name "
                   "that the page [Records](reference-records.md) has for "
                   "each\n"
                   "- `{{ offers category=health }}`: those in which a key "
                   "has this value\n"));
}

static const char *severity_name(enum severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return "An error.";
    case SEVERITY_WARNING:
        return "A warning.";
    case SEVERITY_SYSTEM:
        return "A failure of the machine.";
    }
    return "";
}

static void add_code(struct buf *out, const struct code *c)
{
    buf_printf(out, "\n### %.*s {#%.*s}\n\n**%s** ", STR_ARG(c->name),
               STR_ARG(c->name), severity_name(c->severity));
    reference_add_words(out, c->rule);
    buf_add(out, S("\n\n**Why:** "));
    reference_add_words(out, c->reason);
    buf_add(out, S("\n\n**What to write:** "));
    reference_add_words(out, c->mend);
    if (c->may_be_allowed) {
        buf_add(out, S(" It may be allowed."));
    }
    if (c->needs_today) {
        buf_add(out, S(" Asked only when `SOURCE_DATE_EPOCH` says what day it "
                       "is."));
    }
    buf_add(out, S("\n"));
}

static void write_checks(struct buf *out)
{
    buf_add(out,
            S("Each message of Duet ends with a code, such as `[hard-word]`. "
              "After an error nothing is published. What *may be allowed* can "
              "be passed over with a reason: write `allow: {hard-word: \"the "
              "law uses it\"}` into the chapter’s front matter, or into "
              "`publication.yaml` for all chapters.\n"));
    for (int area = 0; area < AREA_COUNT; area++) {
        buf_add(out, S("\n## "));
        reference_add_heading(out, area_name((enum area)area));
        buf_add(out, S("\n\nAbout "));
        reference_add_words(out, area_about((enum area)area));
        buf_add(out, S(".\n"));
        for (const struct code *c = code_next(NULL); c != NULL;
             c = code_next(c)) {
            if ((int)c->area == area) {
                add_code(out, c);
            }
        }
    }
}

static void add_pair(struct buf *out, const char *code, const char *means)
{
    buf_printf(out, "- `%s`: ", code);
    reference_add_words(out, str_from_c(means));
    buf_add(out, S("\n"));
}

static void write_commands(struct buf *out)
{
    buf_add(out, S("What stands between square brackets can be left out. Of "
                   "words with a bar between them, choose one. Words in "
                   "capitals stand for yours.\n"));
    for (size_t i = 0; command_at(i) != NULL; i++) {
        const struct command *c = command_at(i);
        buf_printf(out,
                   "\n## duet %.*s {#%.*s}\n\n```text\nduet %s\n```\n\nIt ",
                   STR_ARG(c->name), STR_ARG(c->name), c->usage);
        reference_add_words(out, str_from_c(c->help));
        buf_add(out, c->options[0].name != NULL ? S(".\n\n") : S(".\n"));
        for (size_t k = 0; k < COMMAND_OPTIONS && c->options[k].name; k++) {
            add_pair(out, c->options[k].name, c->options[k].help);
        }
    }
    buf_add(out, S("\n## Words that stand for something\n\n"));
    for (size_t i = 0; i < COMMAND_WORDS; i++) {
        add_pair(out, usage_words[i].word, usage_words[i].means);
    }
    buf_add(out, S("\n## Exit status\n\nFor those who write scripts.\n\n"));
    for (size_t i = 0; i < COMMAND_STATUSES; i++) {
        add_pair(out, exit_statuses[i].word, exit_statuses[i].means);
    }
}

static const struct reference_page pages[] = {
    {STR_INIT("files"), STR_INIT("Files"),
     STR_INIT("What stands in publication.yaml and at the top of a chapter."),
     reference_write_files, true},
    {STR_INIT("records"), STR_INIT("Records"),
     STR_INIT("Promises, offers, meetings and all other kinds, with their "
              "keys."),
     reference_write_records, true},
    {STR_INIT("containers"), STR_INIT("Containers"),
     STR_INIT("What three colons open: the voice of an edition, a "
              "callout, a quote."),
     write_containers, false},
    {STR_INIT("inserts"), STR_INIT("Inserts"),
     STR_INIT("What two braces put into a text: names, numbers, lists, "
              "charts."),
     write_inserts, false},
    {STR_INIT("checks"), STR_INIT("Checks"),
     STR_INIT("Every message: its rule, its reason and what to write."),
     write_checks, false},
    {STR_INIT("commands"), STR_INIT("Commands"),
     STR_INIT("What Duet can be asked to do."), write_commands, false},
};

const struct reference_page *reference_page_at(size_t i)
{
    return i < COUNT(pages) ? &pages[i] : NULL;
}

void reference_page_write(struct buf *out, const struct reference_page *page)
{
    buf_printf(out,
               "---\n"
               "# Written by `duet reference`. Change the program's tables, "
               "not this file.\n"
               "title: %.*s\n"
               "summary: \"%.*s\"\n",
               STR_ARG(page->title), STR_ARG(page->summary));
    if (page->long_lists) {
        buf_add(out, S("allow: {long-list: the keys of one thing stand in one "
                       "list}\n"));
    }
    buf_add(out, S("---\n"));
    page->write(out);
}
