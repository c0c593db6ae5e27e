#include "publish/target.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static bool fail(struct diags *d, const struct target *t, const char *what)
{
    diag_system(d, t->src->path, what, errno);
    return false;
}

static bool refuse(struct diags *d)
{
    diag_help(d, "choose another folder with -o, or empty this one");
    return false;
}

/* Makes the folders of the path `dir` that are missing. */
static bool make_parents(struct arena *a, struct diags *d, struct target *t,
                         Str dir)
{
    for (size_t i = 1; i <= dir.n; i++) {
        if (i < dir.n && dir.p[i] != '/') {
            continue;
        }
        char *path = str_c(a, str_to(dir, i));
        if (mkdir(path, 0777) == 0) {
            *LIST_ADD(a, t->parents, t->nparents) = path;
        } else if (errno != EEXIST) {
            diag_system(d, str_from_c(path), "cannot make the folder", errno);
            return false;
        }
    }
    return true;
}

/* Decides where the output will be, which does not exist. */
static bool locate_new(struct arena *a, struct diags *d, struct target *t)
{
    Str path = t->src->path;
    while (path.n > 1 && path.p[path.n - 1] == '/') {
        path.n--;
    }
    Str name = path_base(path), dir = path_dir(path);
    if (name.n == 0 || str_eq(name, S(".")) || str_eq(name, S(".."))) {
        return fail(d, t, "cannot make the folder");
    }
    struct stat st;
    /* what is there now and no link is the first output of another build */
    if (lstat(str_c(a, path), &st) == 0 && S_ISLNK(st.st_mode)) {
        errno = ENOENT;
        return fail(d, t, "cannot follow the symbolic link");
    }
    if (!make_parents(a, d, t, dir)) {
        return false;
    }
    char *parent = realpath(dir.n == 0 ? "." : str_c(a, dir), NULL);
    if (parent == NULL) {
        return fail(d, t, "cannot find the folder that it is in");
    }
    t->path = str_c(a, path_join(a, str_from_c(parent), name));
    free(parent);
    return true;
}

/* Whether the current folder is the folder `dir` or beneath it. */
static bool holds(const char *dir, const char *current)
{
    size_t n = strlen(dir);
    return strcmp(dir, "/") == 0 || (strncmp(current, dir, n) == 0 &&
                                     (current[n] == '/' || current[n] == '\0'));
}

static bool locate(struct arena *a, struct diags *d, struct target *t)
{
    char *path = realpath(t->src->path.p, NULL);
    if (path == NULL) {
        return errno == ENOENT ? locate_new(a, d, t)
                               : fail(d, t, "cannot open the folder");
    }
    t->path = str_c(a, str_from_c(path));
    free(path);
    char *current = realpath(".", NULL);
    if (current == NULL) {
        return fail(d, t, "cannot find the current folder");
    }
    bool ok = true;
    if (file_kind(str_from_c(t->path)) != FILE_FOLDER) {
        diag_error(d, t->src, S(""), "output-not-ours",
                   "the output is a folder, and this is a file");
        ok = refuse(d);
    } else if (holds(t->path, current)) {
        diag_error(d, t->src, S(""), "output-not-ours",
                   "a build replaces its output, and this folder holds the one "
                   "in which Duet runs");
        ok = refuse(d);
    }
    free(current);
    return ok;
}

static void list_name(struct arena *a, struct listing *l, Str name, mode_t mode)
{
    *LIST_ADD(a, l->names, l->n) = name;
    if (str_eq(name, TARGET_MARKER) && S_ISREG(mode)) {
        l->marker = true;
        return;
    }
    /* a folder such as .ssh tells that its parent is somebody's home */
    bool dot_file = str_starts(name, S(".")) && !S_ISDIR(mode);
    bool first = l->foreign.n == 0 || str_cmp(name, l->foreign) < 0;
    if (!dot_file && first) {
        l->foreign = name;
    }
}

bool target_list(struct arena *a, const struct target *t,
                 struct listing *listing)
{
    DIR *dir = opendir(t->path);
    if (dir == NULL) {
        return false;
    }
    struct listing l = {.n = 0};
    struct dirent *item;
    while (errno = 0, (item = readdir(dir)) != NULL) {
        Str name = str_from_c(item->d_name);
        struct stat st;
        if (!str_eq(name, S(".")) && !str_eq(name, S("..")) &&
            fstatat(dirfd(dir), name.p, &st, AT_SYMLINK_NOFOLLOW) == 0) {
            list_name(a, &l, str_copy(a, name), st.st_mode);
        }
    }
    int error = errno;
    closedir(dir);
    errno = error;
    if (error == 0) {
        *listing = l;
    }
    return error == 0;
}

bool target_find(struct arena *a, struct diags *d, Str out,
                 struct target *target)
{
    struct source *src = ARENA_NEW(a, struct source, 1);
    src->path = str_copy(a, out);
    struct target t = {.src = src};
    if (!locate(a, d, &t)) {
        target_unmake(&t);
        return false;
    }
    *target = t;
    return true;
}

bool target_guard(struct arena *a, struct diags *d, const struct target *t)
{
    struct listing l;
    if (!target_list(a, t, &l)) {
        return errno == ENOENT || fail(d, t, "cannot read the folder");
    }
    if (l.marker || l.foreign.n == 0) {
        return true;
    }
    diag_error(d, t->src, S(""), "output-not-ours",
               "the folder holds files that Duet did not write, such as '%.*s'",
               STR_ARG(l.foreign));
    return refuse(d);
}

void target_unmake(const struct target *t)
{
    for (size_t i = t->nparents; i > 0; i--) {
        rmdir(t->parents[i - 1]); /* fails when someone put something in */
    }
}
