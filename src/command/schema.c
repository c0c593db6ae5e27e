#include <errno.h>
#include <stdio.h>

#include "base/file.h"
#include "base/outfile.h"
#include "base/suggest.h"
#include "command/command.h"
#include "command/schema_json.h"

/* What the words of the command line ask for. */
struct request {
    Str name;   /* one schema; empty: all of them */
    Str folder; /* to write files to; empty: print */
};

static bool usage(const char *problem, Str word)
{
    fprintf(stderr,
            "duet schema: %s%.*s\n"
            "usage: duet %s\n",
            problem, STR_ARG(word), command_usage(S("schema")));
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
        if (str_eq(word, S("-o")) || str_eq(word, S("--output"))) {
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
    if (r.folder.n > 0) {
        status = write_files(a, &r);
    } else {
        print_json(a, &r);
    }
    arena_free(a);
    return status;
}
