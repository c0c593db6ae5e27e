/* For flock() and syscall(); the project is plain POSIX otherwise. */
#define _GNU_SOURCE
#include "publish/swap.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "publish/target.h"
#include "publish/tree.h"

enum {
    BLOCK_SIZE = 64 * 1024, /* of an old file, compared at a time */
    LOCK_TRIES = 100,
};

/* A folder of the new output. */
struct folder {
    bool in_old; /* the old output has it too, and not as a link */
};

struct stage {
    struct arena *arena;
    struct diags *diags;
    struct target target;
    const char *holder; /* the folder beside the output, for the next three */
    const char *lock_file;
    const char *fresh; /* the new output; after an exchange the old one */
    const char *aside; /* the old output, where it cannot be exchanged */
    int lock_fd;       /* -1: not open, as the next two */
    int new_fd;
    int old_fd;
    struct map files;   /* path to anything: what was written */
    struct map folders; /* path to struct folder */
    char *block;
    StageCounts counts;
    bool copy; /* of a folder that has no marker */
    bool failed;
    bool committed;
    bool keep; /* the holder has the only copy of the old output */
};

static bool fail(struct stage *s, Str path, const char *what, int error)
{
    diag_system(s->diags, path, what, error);
    s->failed = true;
    return false;
}

static bool fail_output(struct stage *s, const char *what, int error)
{
    return fail(s, s->target.src->path, what, error);
}

static bool fail_inside(struct stage *s, Str path, const char *what, int error)
{
    return fail(s, path_join(s->arena, s->target.src->path, path), what, error);
}

static const char *join(struct stage *s, const char *dir, const char *name)
{
    return str_c(s->arena,
                 path_join(s->arena, str_from_c(dir), str_from_c(name)));
}

static void name_holder(struct stage *s)
{
    Str path = str_from_c(s->target.path), base = path_base(path);
    Str name = str_printf(s->arena, ".%.*s.duet-stage", STR_ARG(base));
    s->holder = join(s, str_c(s->arena, path_dir(path)), name.p);
    s->lock_file = join(s, s->holder, "lock");
    s->fresh = join(s, s->holder, "new");
    s->aside = join(s, s->holder, "old");
}

/* Whether the lock file that was opened as `fd` still has its name. */
static bool lock_is_current(const struct stage *s, int fd)
{
    struct stat mine, named;
    return fstat(fd, &mine) == 0 && stat(s->lock_file, &named) == 0 &&
           mine.st_dev == named.st_dev && mine.st_ino == named.st_ino;
}

/* Makes the holder. A link in its place could lead to somebody's files. */
static bool make_holder(const struct stage *s)
{
    struct stat st;
    if (mkdir(s->holder, 0777) == 0) {
        return true;
    }
    if (errno != EEXIST || lstat(s->holder, &st) != 0) {
        return false;
    }
    errno = ENOTDIR;
    return S_ISDIR(st.st_mode);
}

/*
 * Tries once to make the holder and to lock it. Failure: errno; ENOENT when
 * another build, at its end, removed the holder in between.
 */
static bool try_lock(struct stage *s)
{
    if (!make_holder(s)) {
        return false;
    }
    int fd =
        open(s->lock_file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) != 0) {
        tree_close(fd);
        return false;
    }
    if (!lock_is_current(s, fd)) {
        tree_close(fd);
        errno = ENOENT;
        return false;
    }
    s->lock_fd = fd;
    return true;
}

static bool lock_holder(struct stage *s)
{
    bool again = true;
    for (int i = 0; again && i < LOCK_TRIES; i++) {
        if (try_lock(s)) {
            return true;
        }
        again = errno == ENOENT || errno == EINTR;
    }
    if (errno == EWOULDBLOCK) {
        fail_output(s, "another build is writing to this folder", errno);
        diag_help(s->diags,
                  "wait until it ends, or choose another folder with -o");
        return false;
    }
    return fail(s, str_from_c(s->holder), "cannot make the staging folder",
                errno);
}

/* Removes what a killed build left, and mends what it had half done. */
static bool clear_leftovers(struct stage *s)
{
    struct stat st;
    if (lstat(s->target.path, &st) != 0 &&
        rename(s->aside, s->target.path) != 0 && errno != ENOENT) {
        return fail_output(s, "cannot put the old output back", errno);
    }
    if (!tree_remove(s->fresh) || !tree_remove(s->aside)) {
        return fail(s, str_from_c(s->holder),
                    "cannot remove what an interrupted build left", errno);
    }
    return true;
}

/* Removes the holder and gives up the lock, whose name goes before it does, so
 * that nobody takes it in between. */
static bool remove_holder(struct stage *s)
{
    bool ok = tree_remove(s->fresh) && tree_remove(s->aside);
    if (ok) {
        unlink(s->lock_file);
        rmdir(s->holder); /* fails when the next build is there already */
    }
    tree_close(s->lock_fd);
    s->lock_fd = -1;
    return ok;
}

static bool start_tree(struct stage *s)
{
    const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
    if (mkdir(s->fresh, 0777) != 0 || (s->new_fd = open(s->fresh, flags)) < 0) {
        return fail(s, str_from_c(s->fresh), "cannot make the folder", errno);
    }
    s->old_fd = open(s->target.path, flags);
    if (s->old_fd < 0 && errno != ENOENT) {
        return fail_output(s, "cannot open the folder", errno);
    }
    struct folder *top = ARENA_NEW(s->arena, struct folder, 1);
    top->in_old = s->old_fd >= 0;
    map_put(&s->folders, S(""), top);
    if (s->copy) {
        return true;
    }
    bool ok = stage_write(s, TARGET_MARKER,
                          S("Duet wrote this folder and replaces it at the "
                            "next build, except for names that start with a "
                            "dot.\n"));
    s->counts = (StageCounts){0, 0};
    return ok;
}

static struct stage *open_stage(struct arena *a, struct diags *d, Str out,
                                bool copy)
{
    struct target target;
    if (!target_find(a, d, out, &target)) {
        return NULL;
    }
    struct stage *s = calloc(1, sizeof *s);
    if (s == NULL) {
        die_no_memory();
    }
    s->arena = a;
    s->diags = d;
    s->target = target;
    s->copy = copy;
    s->lock_fd = s->new_fd = s->old_fd = -1;
    s->files = map_in(a);
    s->folders = map_in(a);
    s->block = arena_bytes(a, BLOCK_SIZE);
    name_holder(s);
    if (lock_holder(s) && clear_leftovers(s) &&
        (copy || target_guard(a, d, &target)) && start_tree(s)) {
        return s;
    }
    stage_free(s);
    return NULL;
}

struct stage *stage_open(struct arena *a, struct diags *d, Str out)
{
    return open_stage(a, d, out, false);
}

struct stage *stage_open_copy(struct arena *a, struct diags *d, Str folder)
{
    return open_stage(a, d, folder, true);
}

/* Whether `path` stays beneath the output and has one spelling only. */
static bool is_plain(Str path)
{
    Str rest = path, part;
    while (str_cut(&rest, '/', &part)) {
        if (part.n == 0 || str_eq(part, S(".")) || str_eq(part, S(".."))) {
            return false;
        }
    }
    return path.n > 0 && path.p[path.n - 1] != '/' &&
           str_find_byte(path, '\0') == path.n;
}

static struct folder *make_folder(struct stage *s, Str path,
                                  const struct folder *parent)
{
    Str name = str_copy(s->arena, path);
    if (mkdirat(s->new_fd, name.p, 0777) != 0) {
        fail_inside(s, name, "cannot make the folder", errno);
        return NULL;
    }
    struct stat st;
    struct folder *f = ARENA_NEW(s->arena, struct folder, 1);
    f->in_old = parent->in_old &&
                fstatat(s->old_fd, name.p, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
                S_ISDIR(st.st_mode);
    map_put(&s->folders, name, f);
    return f;
}

/* The folder `path` of the new output, made with its parents if it is new;
 * NULL after reporting. */
static const struct folder *find_folder(struct stage *s, Str path)
{
    struct folder *f = map_get(&s->folders, path);
    if (f != NULL) {
        return f;
    }
    const struct folder *parent = map_get(&s->folders, S(""));
    for (size_t i = 1; i <= path.n; i++) {
        if (i < path.n && path.p[i] != '/') {
            continue;
        }
        f = map_get(&s->folders, str_to(path, i));
        if (f == NULL) {
            f = make_folder(s, str_to(path, i), parent);
        }
        if (f == NULL) {
            return NULL;
        }
        parent = f;
    }
    return f;
}

/* Whether the file `fd` holds `bytes` and nothing else. */
static bool holds_bytes(struct stage *s, int fd, Str bytes)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size < 0 ||
        (unsigned long long)st.st_size != bytes.n) {
        return false;
    }
    while (bytes.n > 0) {
        ssize_t n = read(fd, s->block, BLOCK_SIZE);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0 || (size_t)n > bytes.n ||
            memcmp(s->block, bytes.p, (size_t)n) != 0) {
            return false;
        }
        bytes = str_from(bytes, (size_t)n);
    }
    return true;
}

/* Gives the old file `name` a second name in the new output, if it has the
 * wanted bytes. False is no failure: the file is then written. */
static bool reuse(struct stage *s, const char *name, Str bytes)
{
    /* O_NONBLOCK: a pipe must not hang the build */
    int fd =
        openat(s->old_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0) {
        return false;
    }
    bool same = holds_bytes(s, fd, bytes);
    close(fd); /* read only: nothing can be lost */
    return same && linkat(s->old_fd, name, s->new_fd, name, 0) == 0;
}

bool stage_write(struct stage *s, Str path, Str bytes)
{
    assert(!s->committed);
    assert(is_plain(path));
    if (s->failed) {
        return false; /* a full disk is said once, not for every file */
    }
    Str name = str_copy(s->arena, path);
    assert(map_get(&s->files, name) == NULL);
    map_put(&s->files, name, s);
    const struct folder *dir = find_folder(s, path_dir(name));
    if (dir == NULL) {
        return false;
    }
    if (dir->in_old && reuse(s, name.p, bytes)) {
        s->counts.unchanged++;
        return true;
    }
    if (!tree_write_file(s->new_fd, name.p, bytes)) {
        return fail_inside(s, name, "cannot write", errno);
    }
    s->counts.written++;
    return true;
}

StageCounts stage_counts(const struct stage *s)
{
    return s->counts;
}

static bool carry_over(struct stage *s)
{
    struct listing l;
    if (!target_list(s->arena, &s->target, &l)) {
        return fail_output(s, "cannot read the folder", errno);
    }
    for (size_t i = 0; i < l.n; i++) {
        Str name = l.names[i];
        if (str_starts(name, S(".")) && !str_eq(name, TARGET_MARKER) &&
            !tree_link(s->old_fd, s->new_fd, name.p)) {
            return fail_inside(s, name, "cannot carry over to the new output",
                               errno);
        }
    }
    return true;
}

/*
 * Exchanges two folders in one step. By number, because the function
 * renameat2() is missing from the C libraries of older systems; where there is
 * no such number either, it counts as a call that the kernel does not know.
 */
static bool exchange(const char *a, const char *b)
{
#ifdef SYS_renameat2
    const unsigned flags = 1 << 1; /* RENAME_EXCHANGE in linux/fs.h */
    return syscall(SYS_renameat2, AT_FDCWD, a, AT_FDCWD, b, flags) == 0;
#else
    (void)a;
    (void)b;
    errno = ENOSYS;
    return false;
#endif
}

/* The same in two steps; the first is undone when the second fails. */
static bool rename_both(struct stage *s)
{
    if (rename(s->target.path, s->aside) != 0) {
        return false;
    }
    if (rename(s->fresh, s->target.path) == 0) {
        return true;
    }
    int error = errno;
    s->keep = rename(s->aside, s->target.path) != 0;
    errno = error;
    return false;
}

/* Empties the output. The marker goes last, so that the next build still knows
 * the folder when this one is killed here. */
static bool empty_output(struct stage *s)
{
    struct listing l;
    if (!target_list(s->arena, &s->target, &l)) {
        return false;
    }
    for (size_t i = 0; i < l.n; i++) {
        if (!str_eq(l.names[i], TARGET_MARKER) &&
            !tree_remove(join(s, s->target.path, l.names[i].p))) {
            return false;
        }
    }
    return tree_remove(join(s, s->target.path, TARGET_MARKER.p));
}

/*
 * Replaces a folder that cannot be renamed: overlayfs answers EXDEV for one
 * that came with a container's image. But a folder can be renamed onto an
 * empty one. Links to all the old files are there to undo it.
 */
static bool refill(struct stage *s)
{
    int fd = -1;
    if (mkdir(s->aside, 0777) == 0) {
        fd = open(s->aside, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }
    bool ok = fd >= 0 && tree_link_contents(s->old_fd, fd);
    if (ok && !(empty_output(s) && rename(s->fresh, s->target.path) == 0)) {
        int error = errno;
        s->keep = !tree_link_contents(fd, s->old_fd);
        errno = error;
        ok = false;
    }
    tree_close(fd);
    return ok;
}

static bool put_in_place(struct stage *s)
{
    if (s->old_fd < 0) {
        return rename(s->fresh, s->target.path) == 0;
    }
    if (exchange(s->fresh, s->target.path)) {
        return true;
    }
    /* ENOSYS: not in this kernel; EINVAL: not in this file system */
    if ((errno == ENOSYS || errno == EINVAL) && rename_both(s)) {
        return true;
    }
    return errno == EXDEV && !s->keep && refill(s);
}

static bool report_commit(struct stage *s, int error)
{
    fail_output(s, "cannot put the new output in place", error);
    if (s->keep) {
        diag_help(s->diags, "the old output is in %s", s->aside);
    } else if (error == EBUSY) {
        diag_help(s->diags, "a mount point cannot be replaced; choose a folder "
                            "inside it with -o");
    }
    return false;
}

bool stage_commit(struct stage *s)
{
    assert(!s->committed);
    if (s->failed || (s->old_fd >= 0 && !carry_over(s))) {
        return false;
    }
    if (!put_in_place(s)) {
        return report_commit(s, errno);
    }
    s->committed = true;
    if (!remove_holder(s)) {
        diag_warning(s->diags, s->target.src, S(""), "old-output-left",
                     "the old output cannot be removed: %s", strerror(errno));
        diag_help(s->diags, "remove the folder %s", s->holder);
    }
    return true;
}

void stage_free(struct stage *s)
{
    if (s == NULL) {
        return;
    }
    int saved = errno;
    if (s->lock_fd >= 0 && !s->keep) {
        remove_holder(s); /* what is left the next build removes */
    }
    tree_close(s->lock_fd);
    tree_close(s->new_fd);
    tree_close(s->old_fd);
    if (!s->committed) {
        target_unmake(&s->target);
    }
    free(s);
    errno = saved;
}
