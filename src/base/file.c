#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/utf8.h"

static enum file_kind kind_of_mode(mode_t mode)
{
    return S_ISREG(mode)   ? FILE_REGULAR
           : S_ISDIR(mode) ? FILE_FOLDER
                           : FILE_OTHER;
}

enum file_kind file_kind(Str path)
{
    struct arena *a = arena_create();
    struct stat st;
    bool found = stat(str_c(a, path), &st) == 0;
    arena_free(a);
    return found ? kind_of_mode(st.st_mode) : FILE_NONE;
}

/* Reads until the end of file; a growing file is cut at what fstat() said. */
static bool read_all(int fd, char *to, size_t want, size_t *got)
{
    *got = 0;
    while (*got < want) {
        ssize_t n = read(fd, to + *got, want - *got);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return false;
        }
        if (n == 0) {
            break;
        }
        *got += (size_t)n;
    }
    return true;
}

bool file_read(struct arena *a, Str path, size_t max, Str *out)
{
    /* O_NONBLOCK: a pipe in the author's folder must not hang the build */
    int fd = open(str_c(a, path), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return false;
    }
    struct stat st;
    size_t got = 0;
    char *bytes = NULL;
    int error = 0;
    if (fstat(fd, &st) != 0) {
        error = errno;
    } else if (S_ISDIR(st.st_mode)) {
        error = EISDIR;
    } else if (!S_ISREG(st.st_mode)) {
        error = EINVAL;
    } else if ((unsigned long long)st.st_size > max) {
        error = EFBIG;
    } else {
        bytes = arena_bytes(a, (size_t)st.st_size + 1);
        if (!read_all(fd, bytes, (size_t)st.st_size, &got)) {
            error = errno;
        }
    }
    close(fd); /* read only: nothing can be lost */
    if (error != 0) {
        errno = error;
        return false;
    }
    *out = (Str){bytes, got};
    return true;
}

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const struct dir_entry *)a)->name,
                   ((const struct dir_entry *)b)->name);
}

bool dir_list(struct arena *a, Str path, struct dir_entry **entries, size_t *n)
{
    DIR *dir = opendir(path.n == 0 ? "." : str_c(a, path));
    if (dir == NULL) {
        return false;
    }
    struct dir_entry *list = NULL;
    size_t count = 0;
    struct dirent *item;
    int error = 0;
    while (errno = 0, (item = readdir(dir)) != NULL) {
        if (item->d_name[0] == '.') {
            continue;
        }
        struct stat st;
        if (fstatat(dirfd(dir), item->d_name, &st, 0) != 0) {
            continue; /* a dangling link, or removed since: not there */
        }
        Str name = str_copy(a, str_from_c(item->d_name));
        *LIST_ADD(a, list, count) =
            (struct dir_entry){name, kind_of_mode(st.st_mode)};
    }
    error = errno;
    closedir(dir);
    if (error != 0) {
        errno = error;
        return false;
    }
    if (count > 0) {
        qsort(list, count, sizeof *list, by_name);
    }
    *entries = list;
    *n = count;
    return true;
}

/* Accepts `bytes` as an author's text, or reports at the first bad one. */
static bool check_text(struct diags *d, const struct source *src)
{
    size_t bad = utf8_check(src->text);
    if (bad < src->text.n) {
        Str where = {src->text.p + bad, 1};
        diag_error(d, src, where, "invalid-utf8",
                   "the file is not UTF-8 from here (byte 0x%02X)",
                   (unsigned char)*where.p);
        diag_help(d, "save the file with the encoding UTF-8");
        return false;
    }
    bad = utf8_find_unshown(src->text);
    if (bad < src->text.n) {
        Str rest = str_from(src->text, bad);
        const char *start = rest.p;
        unsigned cp = utf8_next(&rest);
        Str where = {start, (size_t)(rest.p - start)};
        diag_error(d, src, where, "control-character",
                   "there is a control character here (U+%04X)", cp);
        diag_help(d, cp == '\r' ? "save the file again with line ends as on "
                                  "Windows or Linux (CR LF or LF)"
                                : "delete it; it came from another program and "
                                  "cannot be shown");
        return false;
    }
    return true;
}

struct source *source_from_bytes(struct arena *a, struct diags *d, Str bytes,
                                 Str shown)
{
    struct source *src = ARENA_NEW(a, struct source, 1);
    src->path = str_copy(a, shown);
    if (str_starts(bytes, S("\xEF\xBB\xBF"))) {
        bytes = str_from(bytes, 3);
    }
    src->text = bytes;
    return check_text(d, src) ? src : NULL;
}

struct source *source_load(struct arena *a, struct diags *d, Str path,
                           Str shown)
{
    Str bytes;
    if (file_read(a, path, SOURCE_MAX, &bytes)) {
        return source_from_bytes(a, d, bytes, shown);
    }
    int error = errno;
    struct source *src = ARENA_NEW(a, struct source, 1);
    src->path = str_copy(a, shown);
    if (error == EFBIG) {
        diag_error(d, src, S(""), "too-large", "the file is larger than 4 MiB");
        diag_help(d, "split it into several files");
    } else if (error == ENOENT) {
        diag_error(d, src, S(""), "missing-file", "there is no such file");
        diag_help(d, "write the file, or take its name away");
    } else {
        diag_system(d, shown, "cannot read", error);
    }
    return NULL;
}

Str path_join(struct arena *a, Str dir, Str name)
{
    if (dir.n == 0 || str_eq(dir, S("."))) {
        return name;
    }
    bool slash = dir.p[dir.n - 1] == '/';
    return str_printf(a, "%.*s%s%.*s", STR_ARG(dir), slash ? "" : "/",
                      STR_ARG(name));
}

Str path_real(struct arena *a, Str path)
{
    char *real = realpath(path.n == 0 ? "." : str_c(a, path), NULL);
    if (real == NULL) {
        return path;
    }
    Str copy = str_copy(a, str_from_c(real));
    free(real);
    return copy;
}

/* The offset after the last slash. */
static size_t base_start(Str path)
{
    size_t at = path.n;
    while (at > 0 && path.p[at - 1] != '/') {
        at--;
    }
    return at;
}

Str path_dir(Str path)
{
    size_t at = base_start(path);
    return str_to(path, at > 1 ? at - 1 : at);
}

Str path_base(Str path)
{
    return str_from(path, base_start(path));
}

Str path_stem(Str path)
{
    Str base = path_base(path);
    for (size_t i = base.n; i > 1; i--) {
        if (base.p[i - 1] == '.') {
            return str_to(base, i - 1);
        }
    }
    return base;
}

bool path_resolve(struct arena *a, Str dir, Str relative, Str *out)
{
    if (str_starts(relative, S("/"))) {
        return false;
    }
    Str *parts = NULL;
    size_t n = 0;
    Str rest = str_printf(a, "%.*s/%.*s", STR_ARG(dir), STR_ARG(relative));
    Str part;
    while (str_cut(&rest, '/', &part)) {
        if (part.n == 0 || str_eq(part, S("."))) {
            continue;
        }
        if (!str_eq(part, S(".."))) {
            *LIST_ADD(a, parts, n) = part;
        } else if (n-- == 0) {
            return false;
        }
    }
    struct buf b = buf_in(a);
    for (size_t i = 0; i < n; i++) {
        if (i > 0) {
            buf_byte(&b, '/');
        }
        buf_add(&b, parts[i]);
    }
    *out = buf_str(&b);
    return true;
}
