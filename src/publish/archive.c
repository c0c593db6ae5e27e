#include "publish/archive.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <zip.h>

/*
 * zlib's level. Measured on 300 KB of marked-up documentation and 220 KB of
 * prose as XHTML (zlib 1.2.13): 9 is 1.0 % and 0.5 % smaller than 6, and takes
 * 43 % and 34 % longer.
 */
enum { LEVEL = 6 };

/* What the format says for 1980-01-01 00:00, its first moment: bits 15-9 hold
 * the years since 1980, bits 8-5 the month, bits 4-0 the day (APPNOTE 4.4.6) */
enum { DOS_DATE = 1 << 5 | 1, DOS_TIME = 0 };

/* A plain file that all may read: st_mode in the upper half */
#define UNIX_RIGHTS ((zip_uint32_t)0100644 << 16)

struct archive {
    struct arena *arena; /* of the names */
    zip_source_t *bytes; /* the archive as written */
    zip_t *zip;          /* NULL once written */
    zip_error_t error;   /* of the last failure */
};

struct archive *archive_create(void)
{
    struct archive *z = calloc(1, sizeof *z);
    if (z == NULL) {
        die_no_memory();
    }
    z->arena = arena_create();
    zip_error_init(&z->error);
    z->bytes = zip_source_buffer_create(NULL, 0, 0, &z->error);
    if (z->bytes == NULL) {
        die_no_memory(); /* nothing else can be wrong with an empty buffer */
    }
    zip_source_keep(z->bytes); /* the archive gives up its own share */
    z->zip =
        zip_open_from_source(z->bytes, ZIP_CREATE | ZIP_TRUNCATE, &z->error);
    if (z->zip == NULL) {
        die_no_memory();
    }
    return z;
}

/* Takes over why libzip failed. */
static bool fail(struct archive *z, zip_error_t *why)
{
    zip_error_set(&z->error, zip_error_code_zip(why),
                  zip_error_code_system(why));
    return false;
}

bool archive_add(struct archive *z, Str name, Str bytes,
                 enum archive_method method)
{
    assert(z->zip != NULL);
    assert(name.n > 0 && str_find_byte(name, '\0') == name.n);
    zip_source_t *src = zip_source_buffer(z->zip, bytes.p, bytes.n, 0);
    zip_int64_t at = -1;
    if (src != NULL) {
        at = zip_file_add(z->zip, str_c(z->arena, name), src, ZIP_FL_ENC_UTF_8);
    }
    if (at < 0) {
        zip_source_free(src); /* the archive owns it only after success */
        return fail(z, zip_get_error(z->zip));
    }
    zip_uint64_t i = (zip_uint64_t)at;
    zip_int32_t how = method == ARCHIVE_STORED ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    zip_uint32_t level = method == ARCHIVE_STORED ? 0 : LEVEL;
    /* not zip_file_set_mtime(): it depends on the time zone */
    if (zip_set_file_compression(z->zip, i, how, level) != 0 ||
        zip_file_set_dostime(z->zip, i, DOS_TIME, DOS_DATE, 0) != 0 ||
        zip_file_set_external_attributes(z->zip, i, 0, ZIP_OPSYS_UNIX,
                                         UNIX_RIGHTS) != 0) {
        return fail(z, zip_get_error(z->zip));
    }
    return true;
}

/* Copies the written archive into `a`. */
static bool read_back(struct archive *z, struct arena *a, Str *out)
{
    zip_stat_t st;
    if (zip_source_open(z->bytes) != 0) {
        return fail(z, zip_source_error(z->bytes));
    }
    bool ok = zip_source_stat(z->bytes, &st) == 0;
    if (ok) {
        assert((st.valid & ZIP_STAT_SIZE) != 0 && st.size <= SIZE_MAX);
        char *p = arena_bytes(a, (size_t)st.size);
        ok = zip_source_read(z->bytes, p, st.size) == (zip_int64_t)st.size;
        if (ok) {
            *out = (Str){p, (size_t)st.size};
        }
    }
    if (!ok) {
        fail(z, zip_source_error(z->bytes));
    }
    zip_source_close(z->bytes);
    return ok;
}

bool archive_finish(struct archive *z, struct arena *a, Str *out)
{
    assert(z->zip != NULL);
    /* libzip takes an archive without entries for one to delete */
    assert(zip_get_num_entries(z->zip, 0) > 0);
    if (zip_close(z->zip) != 0) {
        return fail(z, zip_get_error(z->zip)); /* archive_free() discards it */
    }
    z->zip = NULL;
    return read_back(z, a, out);
}

const char *archive_error(const struct archive *z)
{
    /* the message is kept inside the error, which is no change to `z` */
    return zip_error_strerror((zip_error_t *)&z->error);
}

void archive_free(struct archive *z)
{
    if (z == NULL) {
        return;
    }
    if (z->zip != NULL) {
        zip_discard(z->zip);
    }
    zip_source_free(z->bytes);
    zip_error_fini(&z->error);
    arena_free(z->arena);
    free(z);
}
