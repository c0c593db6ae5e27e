#include "publish/newfolder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/tree.h"

struct newfolder {
    struct arena *arena;
    const char *target;
    char *nest;          /* NULL once removed: the folder made for this alone */
    const char *growing; /* in `nest`, under the target's name */
};

/* Whether the folder has nothing in it, hidden files counted. */
static bool is_empty(const char *path)
{
    DIR *dir = opendir(path);
    if (dir == NULL) {
        return errno == ENOENT;
    }
    bool empty = true;
    for (const struct dirent *e; empty && (e = readdir(dir)) != NULL;) {
        empty = strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0;
    }
    closedir(dir);
    errno = ENOTEMPTY;
    return empty;
}

struct newfolder *newfolder_open(struct arena *a, Str path)
{
    const char *target = str_c(a, path);
    if (!is_empty(target)) {
        return NULL;
    }
    struct newfolder *f = ARENA_NEW(a, struct newfolder, 1);
    Str name = str_printf(a, ".%.*s.XXXXXX", STR_ARG(path_base(path)));
    f->arena = a;
    f->target = target;
    f->nest = str_c(a, path_join(a, path_dir(path), name));
    if (mkdtemp(f->nest) == NULL) {
        return NULL;
    }
    f->growing = str_c(a, path_join(a, str_from_c(f->nest), path_base(path)));
    if (mkdir(f->growing, 0777) != 0) {
        newfolder_free(f);
        return NULL;
    }
    return f;
}

Str newfolder_path(const struct newfolder *f)
{
    return str_from_c(f->growing);
}

/* Makes the folders of `path` from the top down. */
static bool make_folders(struct newfolder *f, Str path)
{
    for (size_t at = 0; (at += str_find_byte(str_from(path, at), '/')) < path.n;
         at++) {
        Str folder = path_join(f->arena, newfolder_path(f), str_to(path, at));
        if (mkdir(str_c(f->arena, folder), 0777) != 0 && errno != EEXIST) {
            return false;
        }
    }
    return true;
}

bool newfolder_write(struct newfolder *f, Str path, Str bytes)
{
    return make_folders(f, path) &&
           tree_write_file(
               AT_FDCWD,
               str_c(f->arena, path_join(f->arena, newfolder_path(f), path)),
               bytes);
}

bool newfolder_commit(struct newfolder *f)
{
    /* onto an empty folder, too; one that was filled meanwhile is refused */
    if (rename(f->growing, f->target) != 0) {
        return false;
    }
    newfolder_free(f);
    return true;
}

void newfolder_free(struct newfolder *f)
{
    int saved = errno;
    if (f != NULL && f->nest != NULL && tree_remove(f->nest)) {
        f->nest = NULL;
    }
    errno = saved;
}
