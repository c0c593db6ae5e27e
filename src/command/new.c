#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "check/todo.h"
#include "command/command.h"
#include "command/starter.h"

enum { NAME_MAX_BYTES = 200 };

struct request {
    Str folder;
    struct starter starter;
};

static bool usage(const char *problem, Str word)
{
    fprintf(stderr, "duet new: %s%.*s\nusage: duet %s\n", problem,
            STR_ARG(word), command_usage(S("new")));
    return false;
}

/* Whether `text` can be the name of a council or a place: one line of words.
 * It is read back from YAML, where an insert would be refused. */
static bool is_name(Str text)
{
    bool letters = false;
    for (size_t i = 0; i < text.n; i++) {
        letters = letters || ascii_alpha(text.p[i]) ||
                  (unsigned char)text.p[i] >= 0x80;
        if ((unsigned char)text.p[i] < ' ' || text.p[i] == 0x7F) {
            return false;
        }
    }
    return letters && text.n <= NAME_MAX_BYTES && utf8_check(text) == text.n &&
           utf8_find_unshown(text) == text.n &&
           str_find(text, S("{{")) == text.n;
}

/* The value of `--name value` or `--name=value`. */
static bool take_value(int argc, char **argv, int *at, Str name, Str *value)
{
    Str word = str_from_c(argv[*at]);
    if (str_eq(word, name)) {
        *value = *at + 1 < argc ? str_from_c(argv[++*at]) : S("");
        return true;
    }
    if (str_starts(word, name) && word.n > name.n && word.p[name.n] == '=') {
        *value = str_from(word, name.n + 1);
        return true;
    }
    return false;
}

/* "London Borough of Barnet" and "Essex County Council" serve Barnet and
 * Essex. Returns: an empty text when the name does not say. */
static Str area_of(Str council)
{
    static const Str before[] = {STR_INIT("The "),
                                 STR_INIT("London Borough of "),
                                 STR_INIT("Royal Borough of "),
                                 STR_INIT("Borough of "), STR_INIT("City of ")};
    static const Str behind[] = {STR_INIT(" Metropolitan Borough Council"),
                                 STR_INIT(" Metropolitan District Council"),
                                 STR_INIT(" Borough Council"),
                                 STR_INIT(" County Council"),
                                 STR_INIT(" City Council"),
                                 STR_INIT(" District Council"),
                                 STR_INIT(" Council")};
    Str area = council;
    for (size_t i = 0; i < COUNT(behind) && area.n == council.n; i++) {
        if (str_ends(area, behind[i])) {
            area = str_to(area, area.n - behind[i].n);
        }
    }
    for (size_t i = 0; i < COUNT(before); i++) {
        if (str_starts(area, before[i])) {
            area = str_from(area, before[i].n);
        }
    }
    area = str_trim(area);
    return area.n < council.n ? area : S("");
}

static bool check_folder(struct request *r)
{
    while (r->folder.n > 1 && r->folder.p[r->folder.n - 1] == '/') {
        r->folder.n--;
    }
    Str base = path_base(r->folder);
    if (r->folder.n == 0) {
        return usage("say in which folder", S(""));
    }
    if (base.n == 0 || base.p[0] == '.' || utf8_check(base) < base.n ||
        utf8_find_unshown(base) < base.n) {
        return usage("a folder with a name of its own is needed, not ",
                     r->folder);
    }
    return true;
}

static bool check_request(struct request *r)
{
    Str council = r->starter.council = str_trim(r->starter.council);
    if (!check_folder(r)) {
        return false;
    }
    if (council.n == 0) {
        return usage("say whose it is: --council \"Marshford Council\"", S(""));
    }
    if (!is_name(council)) {
        return usage("this cannot be the name of a council: ", council);
    }
    Str area = str_trim(r->starter.area);
    r->starter.area = area.n == 0 ? area_of(council) : area;
    if (r->starter.area.n == 0) {
        return usage("say which place the council serves: --area \"Marshford\"",
                     S(""));
    }
    return is_name(r->starter.area) ||
           usage("this cannot be the name of a place: ", r->starter.area);
}

static bool read_request(int argc, char **argv, struct request *r)
{
    for (int i = 0; i < argc; i++) {
        Str word = str_from_c(argv[i]);
        if (take_value(argc, argv, &i, S("--council"), &r->starter.council)) {
            continue;
        }
        if (take_value(argc, argv, &i, S("--area"), &r->starter.area)) {
            if (str_trim(r->starter.area).n == 0) {
                return usage("--area needs the name of a place", S(""));
            }
            continue;
        }
        if (word.n > 0 && word.p[0] == '-') {
            return usage("there is no option ", word);
        }
        if (r->folder.n > 0) {
            return usage("one folder is enough, not also ", word);
        }
        r->folder = word;
    }
    return check_request(r);
}

static void say_next(struct arena *a, struct diags *d, Str folder)
{
    const struct publication *p = publication_load(a, d, folder);
    struct todos list = p == NULL ? (struct todos){0} : todos_of(a, d, p);
    size_t left = 0;
    for (size_t i = 0; i < list.n; i++) {
        left += !list.items[i].done;
    }
    printf("%.*s is there, with a README.md that says how to go on\n"
           "duet build %.*s   makes both editions\n"
           "duet check %.*s   lists the %zu things that you write yourself\n",
           STR_ARG(folder), STR_ARG(folder), STR_ARG(folder), left);
}

/* Returns: the exit status. */
static int make(struct arena *a, struct diags *d, const struct request *r)
{
    struct newfolder *f = newfolder_open(a, r->folder);
    if (f == NULL && (errno == ENOTEMPTY || errno == ENOTDIR)) {
        usage(errno == ENOTEMPTY ? "there is something in this folder already: "
                                 : "this is no folder: ",
              r->folder);
        return EXIT_USAGE;
    }
    if (f == NULL) {
        diag_system(d, r->folder, "cannot make the folder", errno);
        return diags_status(d);
    }
    if (starter_write(a, d, &r->starter, f) && !newfolder_commit(f)) {
        diag_system(d, r->folder, "cannot make the folder", errno);
    }
    newfolder_free(f);
    return diags_status(d);
}

int command_new(int argc, char **argv)
{
    struct request r = {.folder = S("")};
    if (!read_request(argc, argv, &r)) {
        return EXIT_USAGE;
    }
    struct arena *a = arena_create();
    struct diags *d = diags_create();
    int status = make(a, d, &r);
    diags_print(d, stderr, false);
    if (status == EXIT_FINE) {
        say_next(a, d, r.folder);
    }
    diags_free(d);
    arena_free(a);
    return status;
}
