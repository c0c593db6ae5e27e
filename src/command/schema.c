#include <errno.h>
#include <stdio.h>

#include "base/file.h"
#include "base/outfile.h"
#include "base/suggest.h"
#include "command/command.h"
#include "command/schema_json.h"
#include "model/kind.h"

static const char *type_words(const struct field *f)
{
    switch (f->type) {
    case FIELD_ID:
        return "an id";
    case FIELD_TEXT:
        return "a text, voiced";
    case FIELD_TEXTS:
        return "a list of texts, voiced";
    case FIELD_WORD:
        return "a line";
    case FIELD_WORDS:
        return "a list of lines";
    case FIELD_CHOICE:
        return "one of:";
    case FIELD_CHOICES:
        return "some of:";
    case FIELD_REF:
        return "the id of a";
    case FIELD_REFS:
        return "a list of ids of a";
    case FIELD_DATE:
        return "a date";
    case FIELD_DUE:
        return "a date, or a text, voiced";
    case FIELD_START:
        return "a date, or the word prospective";
    case FIELD_TAG:
        return "the id of a";
    case FIELD_NUMBER:
        return "a number";
    case FIELD_RATCHET:
        return "a number, or its own keys:";
    case FIELD_YES:
        return "true or false";
    case FIELD_LINK:
        return "a web address";
    case FIELD_GROUP:
        return "its own keys:";
    case FIELD_RECORDS:
        return "a list of:";
    case FIELD_POINTS:
        return "numbers by name";
    case FIELD_SERIES:
        return "lists of numbers by name";
    case FIELD_TREE:
        return "see the README";
    }
    return "";
}

static void print_fields(const struct kind *kind, int depth)
{
    for (size_t i = 0; i < kind->nfields; i++) {
        const struct field *f = &kind->fields[i];
        Str more = f->of != NULL      ? f->of->name
                   : f->choices.n > 0 ? f->choices
                                      : f->refers;
        printf("| %.*s`%.*s`%s | %s%s%.*s | %.*s |\n", depth * 2, "– ",
               STR_ARG(f->name), f->required ? " (needed)" : "", type_words(f),
               more.n > 0 ? " " : "", STR_ARG(more), STR_ARG(f->help));
        if (f->of != NULL) {
            print_fields(f->of, depth + 2);
        }
    }
}

static void print_kind(const struct kind *kind)
{
    printf("\n### %.*s\n\n%.*s", STR_ARG(kind->name), STR_ARG(kind->help));
    if (kind->file.n > 0) {
        printf(" Declared in `%.*s`; listed by `{{ %.*s }}`.",
               STR_ARG(kind->file), STR_ARG(kind->plural));
    } else if (kind->plural.n > 0) {
        printf(" Declared under `%.*s` in a chapter; listed by `{{ %.*s }}`.",
               STR_ARG(kind->plural), STR_ARG(kind->plural));
    }
    printf("\n\n| key | what it holds | what it says |\n| --- | --- | --- |\n");
    print_fields(kind, 0);
}

static void print_containers(void)
{
    static const struct {
        const char *name;
        const char *help;
    } rows[] = {
        {"::: young Title",
         "the section's text in the edition `young`; the title is optional"},
        {"::: young none",
         "withholds the section from that edition; the reason stands inside"},
        {"::: callout Title", "something to notice"},
        {"::: case-study Title", "what somebody did, and what came of it"},
        {"::: quote Who", "words that were said, and by which group"},
        {"::: description", "right below a picture: what it shows, at length"},
    };
    puts("\n## Containers\n\nEach ends with a line `:::`.\n\n"
         "| container | what it holds |\n| --- | --- |");
    for (size_t i = 0; i < COUNT(rows); i++) {
        printf("| `%s` | %s |\n", rows[i].name, rows[i].help);
    }
}

static void print_inserts(void)
{
    puts("\n## Inserts\n\n"
         "| insert | what it says |\n| --- | --- |\n"
         "| `{{ council.name }}`, `{{ council.area }}`, `{{ council.website "
         "}}` | what publication.yaml says of the council |\n"
         "| `{{ figure ID }}`, `{{ figure ID POINT }}`, `{{ figure ID SERIES "
         "X }}` | a number from figures.yaml; without a point the last one |\n"
         "| `{{ contact ID }}` | the contact's name and telephone number |\n"
         "| `{{ promises }}`, `{{ offers category=health }}` … | in a "
         "paragraph of its own: the records of a kind, all or chosen by a key "
         "|");
}

static void print_pictures(void)
{
    puts("\n## Pictures\n\n"
         "PNG or JPEG files of the publication, from its folder on, or with "
         "`./` or `../` from the chapter's. What a camera noted in them is "
         "not published.\n\n"
         "| picture | what it shows |\n| --- | --- |\n"
         "| `![words](images/house.jpg)` | the picture; the words say what it "
         "shows to people who cannot see it |\n"
         "| `![words](images/house.jpg \"caption\")` | in a paragraph of its "
         "own: the picture with a caption |\n"
         "| `![](images/line.png \"decorative\")` | a picture that tells "
         "nothing, and so has no words |");
}

static void print_markdown(void)
{
    puts("# Reference\n\nA text that is *voiced* is one text for all "
         "editions, or `{formal: …, young: …}`.\n\n## Files");
    print_kind(&kind_publication);
    print_kind(&kind_edition);
    print_kind(&kind_chapter);
    puts("\n## Records");
    for (size_t i = 0; i < KIND_COUNT; i++) {
        print_kind(&kinds[i]);
    }
    print_containers();
    print_pictures();
    print_inserts();
}

/* What the words of the command line ask for. */
struct request {
    Str name;   /* one schema; empty: all of them */
    Str folder; /* to write files to; empty: print */
    bool markdown;
};

static bool usage(const char *problem, Str word)
{
    fprintf(stderr,
            "duet schema: %s%.*s\n"
            "usage: duet schema [NAME] [-o FOLDER], or duet schema "
            "--markdown\n",
            problem, STR_ARG(word));
    return false;
}

static bool unknown_name(Str name)
{
    struct suggest s = suggest_for(name);
    fprintf(stderr, "duet schema: there is no schema '%.*s'; ", STR_ARG(name));
    for (size_t i = 0; schema_name(i).n > 0; i++) {
        suggest_try(&s, schema_name(i));
    }
    if (s.best.n > 0) {
        fprintf(stderr, "did you mean '%.*s'?\n", STR_ARG(s.best));
        return false;
    }
    fprintf(stderr, "NAME is one of:");
    for (size_t i = 0; schema_name(i).n > 0; i++) {
        fprintf(stderr, " %.*s", STR_ARG(schema_name(i)));
    }
    fprintf(stderr, "\n");
    return false;
}

static bool is_schema(Str name)
{
    size_t i = 0;
    while (schema_name(i).n > 0 && !str_eq(schema_name(i), name)) {
        i++;
    }
    return schema_name(i).n > 0;
}

static bool read_request(int argc, char **argv, struct request *out)
{
    struct request r = {0};
    for (int i = 0; i < argc; i++) {
        Str word = str_from_c(argv[i]);
        if (str_eq(word, S("--markdown"))) {
            r.markdown = true;
        } else if (str_eq(word, S("-o")) || str_eq(word, S("--output"))) {
            r.folder = str_from_c(i + 1 < argc ? argv[++i] : NULL);
            if (r.folder.n == 0) {
                return usage("-o needs the name of a folder", S(""));
            }
        } else if (str_starts(word, S("--output=")) && word.n > 9) {
            r.folder = str_from(word, 9);
        } else if (word.n == 0 || word.p[0] == '-') {
            return usage("there is no option ", word);
        } else if (r.name.n > 0) {
            return usage("one NAME is enough, not also ", word);
        } else {
            r.name = word;
        }
    }
    if (r.markdown && (r.name.n > 0 || r.folder.n > 0)) {
        return usage("--markdown goes alone", S(""));
    }
    if (r.name.n > 0 && !is_schema(r.name)) {
        return unknown_name(r.name);
    }
    *out = r;
    return true;
}

/* Says that the machine failed. */
static int failed(Str path, const char *what, int error)
{
    struct diags *d = diags_create();
    diag_system(d, path, what, error);
    diags_print(d, stderr, false);
    int status = diags_status(d);
    diags_free(d);
    return status;
}

/* One file a schema: `terms.schema.json`. */
static int write_files(struct arena *a, const struct request *r)
{
    size_t n = 0;
    if (!outfile_folder(r->folder)) {
        return failed(r->folder, "cannot make the folder", errno);
    }
    for (size_t i = 0; schema_name(i).n > 0; i++) {
        Str name = schema_name(i);
        if (r->name.n > 0 && !str_eq(r->name, name)) {
            continue;
        }
        struct buf b = buf_in(a);
        schema_write(&b, name);
        Str file = str_printf(a, "%.*s.schema.json", STR_ARG(name));
        Str path = path_join(a, r->folder, file);
        if (!outfile_write(path, buf_str(&b))) {
            return failed(path, "cannot write the file", errno);
        }
        n++;
    }
    printf("%zu schema%s written to %.*s\n", n, n == 1 ? "" : "s",
           STR_ARG(r->folder));
    return EXIT_FINE;
}

static void print_json(struct arena *a, const struct request *r)
{
    struct buf b = buf_in(a);
    if (r->name.n > 0) {
        schema_write(&b, r->name);
    } else {
        schema_write_all(&b);
    }
    fwrite(b.p, 1, b.n, stdout); /* main() looks whether it arrived */
}

int command_schema(int argc, char **argv)
{
    struct request r;
    if (!read_request(argc, argv, &r)) {
        return EXIT_USAGE;
    }
    int status = EXIT_FINE;
    struct arena *a = arena_create();
    if (r.markdown) {
        print_markdown();
    } else if (r.folder.n > 0) {
        status = write_files(a, &r);
    } else {
        print_json(a, &r);
    }
    arena_free(a);
    return status;
}
