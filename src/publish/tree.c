#include "publish/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 64 }; /* of the folders that are linked */

void tree_close(int fd)
{
    int saved = errno;
    if (fd >= 0) {
        close(fd);
    }
    errno = saved;
}

static bool write_all(int fd, const char *p, size_t n)
{
    while (n > 0) {
        ssize_t done = write(fd, p, n);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            errno = done == 0 ? EIO : errno;
            return false;
        }
        p += done;
        n -= (size_t)done;
    }
    return true;
}

/* Ends the writing of `fd`: a failed close() is a lost file. */
static bool close_written(int fd, bool ok)
{
    if (ok) {
        return close(fd) == 0;
    }
    tree_close(fd);
    return false;
}

static int create_file(int dir, const char *name)
{
    return openat(dir, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

/* Not followed by fsync(): a machine that loses power may lose the last build,
 * but not the content it came from, and the next build compares bytes and so
 * mends what was damaged. Waiting for the disk would cost most of the time. */
bool tree_write_file(int dir, const char *name, Str bytes)
{
    int fd = create_file(dir, name);
    return fd >= 0 && close_written(fd, write_all(fd, bytes.p, bytes.n));
}

static bool copy_bytes(int in, int out)
{
    char block[4096];
    for (;;) {
        ssize_t n = read(in, block, sizeof block);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return n == 0;
        }
        if (!write_all(out, block, (size_t)n)) {
            return false;
        }
    }
}

static bool copy_file(int from, int to, const char *name)
{
    int in = openat(from, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    int out = in < 0 ? -1 : create_file(to, name);
    bool ok = out >= 0 && close_written(out, copy_bytes(in, out));
    tree_close(in);
    return ok;
}

static bool link_contents(int from, int to, int depth);

static bool link_folder(int from, int to, const char *name,
                        const struct stat *st, int depth)
{
    const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW;
    if (depth == DEPTH_MAX) {
        errno = ENAMETOOLONG;
        return false;
    }
    if (mkdirat(to, name, 0777) != 0 && errno != EEXIST) {
        return false;
    }
    int in = openat(from, name, flags);
    int out = in < 0 ? -1 : openat(to, name, flags);
    bool ok = out >= 0 && link_contents(in, out, depth + 1);
    /* the owner first: a new one clears set-group-ID; only root can give it */
    ok = ok && (fchown(out, st->st_uid, st->st_gid) == 0 || errno == EPERM) &&
         fchmod(out, st->st_mode & 07777) == 0;
    tree_close(in);
    tree_close(out);
    return ok;
}

static bool link_any(int from, int to, const char *name, int depth)
{
    struct stat st;
    if (fstatat(from, name, &st, AT_SYMLINK_NOFOLLOW) != 0) {
        return false;
    }
    if (S_ISDIR(st.st_mode)) {
        return link_folder(from, to, name, &st, depth);
    }
    return linkat(from, name, to, name, 0) == 0 || errno == EEXIST ||
           (S_ISREG(st.st_mode) && copy_file(from, to, name));
}

static bool link_contents(int from, int to, int depth)
{
    /* not dup(): two descriptors of one opening share the reading position */
    int fd = openat(from, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    if (dir == NULL) {
        tree_close(fd);
        return false;
    }
    struct dirent *item;
    bool ok = true;
    while (ok && (errno = 0, item = readdir(dir)) != NULL) {
        if (strcmp(item->d_name, ".") != 0 && strcmp(item->d_name, "..") != 0) {
            ok = link_any(from, to, item->d_name, depth);
        }
    }
    /* when all went well, errno is what readdir() said at the end */
    int error = errno;
    closedir(dir);
    errno = error;
    return ok && error == 0;
}

bool tree_link(int from, int to, const char *name)
{
    return link_any(from, to, name, 0);
}

bool tree_link_contents(int from, int to)
{
    return link_contents(from, to, 0);
}

static int remove_entry(const char *path, const struct stat *st, int kind,
                        struct FTW *at)
{
    (void)st;
    (void)kind;
    (void)at;
    return remove(path);
}

bool tree_remove(const char *path)
{
    enum { OPEN_FOLDERS = 16 };
    return nftw(path, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS) == 0 ||
           errno == ENOENT;
}
