#include "base/outfile.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"

static bool write_new(const char *path, Str bytes)
{
    FILE *out = fopen(path, "w");
    if (out == NULL) {
        return false;
    }
    bool written = fwrite(bytes.p, 1, bytes.n, out) == bytes.n;
    /* to the disk before it takes the old one's name */
    written = written && fflush(out) == 0 &&
              (fsync(fileno(out)) == 0 || errno == EINVAL);
    int error = errno;
    bool closed = fclose(out) == 0;
    if (!written) {
        errno = error; /* the first failure is the reason */
    }
    return written && closed;
}

bool outfile_write(Str path, Str bytes)
{
    struct arena *a = arena_create();
    /* beside the file, because a rename stays on its file system */
    Str name = str_printf(a, ".%.*s.duet-new", STR_ARG(path_base(path)));
    const char *fresh = str_c(a, path_join(a, path_dir(path), name));
    bool done = write_new(fresh, bytes) && rename(fresh, str_c(a, path)) == 0;
    int error = errno;
    if (!done) {
        unlink(fresh);
    }
    arena_free(a);
    errno = error;
    return done;
}

bool outfile_folder(Str path)
{
    if (file_kind(path) == FILE_FOLDER) {
        return true;
    }
    struct arena *a = arena_create();
    bool made = mkdir(str_c(a, path), 0777) == 0;
    int error = errno;
    arena_free(a);
    errno = error;
    return made;
}
