#include <errno.h>
#include <stdio.h>

#include "base/file.h"
#include "base/outfile.h"
#include "base/suggest.h"
#include "command/command.h"
#include "command/reference_pages.h"

/* What the words of the command line ask for. */
struct request {
    const struct reference_page *page; /* NULL: all of them */
    Str folder;                        /* to write files to; empty: print */
};

static bool usage(const char *problem, Str word)
{
    fprintf(stderr, "duet reference: %s%.*s\nusage: duet %s\n", problem,
            STR_ARG(word), command_usage(S("reference")));
    return false;
}

static bool find_page(Str name, const struct reference_page **out)
{
    struct suggest s = suggest_for(name);
    const struct reference_page *page = NULL;
    for (size_t i = 0; (page = reference_page_at(i)) != NULL; i++) {
        suggest_try(&s, page->name);
        if (str_eq(page->name, name)) {
            *out = page;
            return true;
        }
    }
    fprintf(stderr, "duet reference: there is no page '%.*s'; ", STR_ARG(name));
    if (s.best.n > 0) {
        fprintf(stderr, "did you mean '%.*s'?\n", STR_ARG(s.best));
        return false;
    }
    fprintf(stderr, "PAGE is one of:");
    for (size_t i = 0; (page = reference_page_at(i)) != NULL; i++) {
        fprintf(stderr, " %.*s", STR_ARG(page->name));
    }
    fprintf(stderr, "\n");
    return false;
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
        } else if (r.page != NULL) {
            return usage("one PAGE is enough, not also ", word);
        } else if (!find_page(word, &r.page)) {
            return false;
        }
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

static int write_page(struct arena *a, const struct request *r,
                      const struct reference_page *page)
{
    struct buf b = buf_in(a);
    reference_page_write(&b, page);
    if (r->folder.n == 0) {
        fwrite(b.p, 1, b.n, stdout); /* main() looks whether it arrived */
        return EXIT_FINE;
    }
    Str file = str_printf(a, "reference-%.*s.md", STR_ARG(page->name));
    Str path = path_join(a, r->folder, file);
    return outfile_write(path, buf_str(&b))
               ? EXIT_FINE
               : failed(path, "cannot write the file", errno);
}

int command_reference(int argc, char **argv)
{
    struct request r;
    if (!read_request(argc, argv, &r)) {
        return EXIT_USAGE;
    }
    if (r.folder.n > 0 && !outfile_folder(r.folder)) {
        return failed(r.folder, "cannot make the folder", errno);
    }
    struct arena *a = arena_create();
    const struct reference_page *page;
    int status = EXIT_FINE;
    for (size_t i = 0;
         status == EXIT_FINE && (page = reference_page_at(i)) != NULL; i++) {
        if (r.page == NULL || r.page == page) {
            status = write_page(a, &r, page);
        }
    }
    arena_free(a);
    return status;
}
