/**
 * world: an empty folder for each test, and what can go wrong around it.
 *
 * The test runs in the folder, so that its paths are short. `WORLD_TEST` lists
 * a test that takes a struct world as its state.
 */
#ifndef DUET_TESTS_WORLD_H
#define DUET_TESTS_WORLD_H

#include "support.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

struct world {
    struct arena *arena;
    struct diags *diags;
    char folder[32];
    int before; /* the working folder that it came from */
};

#define WORLD_TEST(name)                                                       \
    cmocka_unit_test_setup_teardown((name), world_enter, world_leave)

static inline int world_enter(void **state)
{
    struct world *w = calloc(1, sizeof *w);
    assert_non_null(w);
    w->arena = arena_create();
    w->diags = diags_create();
    w->before = open(".", O_RDONLY | O_CLOEXEC);
    snprintf(w->folder, sizeof w->folder, "/tmp/duet-unit-XXXXXX");
    assert_non_null(mkdtemp(w->folder));
    assert_int_equal(chmod(w->folder, 0755), 0);
    assert_int_equal(chdir(w->folder), 0);
    umask(022);
    *state = w;
    return 0;
}

static inline int world_leave(void **state)
{
    struct world *w = *state;
    Str command = str_printf(w->arena, "rm -rf '%s'", w->folder);
    int failed = fchdir(w->before) != 0 || system(command.p) != 0;
    close(w->before);
    diags_free(w->diags);
    arena_free(w->arena);
    free(w);
    return failed;
}

static inline bool exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0;
}

static inline struct stat stat_of(const char *path)
{
    struct stat st;
    assert_int_equal(lstat(path, &st), 0);
    return st;
}

static inline mode_t rights_of(const char *path)
{
    return stat_of(path).st_mode & 07777;
}

static inline bool has_text(const char *path, const char *text)
{
    struct arena *a = arena_create();
    Str bytes;
    bool same = file_read(a, str_from_c(path), SOURCE_MAX, &bytes) &&
                str_eq(bytes, str_from_c(text));
    arena_free(a);
    return same;
}

static inline void put(const char *path, const char *text)
{
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static inline void make_dir(const char *path)
{
    assert_int_equal(mkdir(path, 0755), 0);
}

/** Whether `part` is in what was reported. Shows that when it is not. */
static inline bool reported(const struct world *w, const char *part)
{
    char *shown = NULL;
    size_t n = 0;
    FILE *out = open_memstream(&shown, &n);
    diags_print(w->diags, out, false);
    fclose(out);
    bool found = strstr(shown, part) != NULL;
    if (!found) {
        print_error("printed:\n%s\nwanted:\n%s\n", shown, part);
    }
    free(shown);
    return found;
}

/** Passes when it is, and the exit status is to be `status`. */
static inline void assert_reported(const struct world *w, int status,
                                   const char *part)
{
    assert_true(reported(w, part));
    assert_int_equal(diags_status(w->diags), status);
}

/** Does `work` in a process of its own. Returns: how that ended (wait()). */
static inline int in_child(struct world *w, int (*work)(struct world *w))
{
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        _exit(work(w));
    }
    int status = -1;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status;
}

/** In a child: the machine does not let us test this. */
enum { NOT_HERE = 77 };

/**
 * The same for `work` that answers 0, 1 when it failed, or NOT_HERE. Returns:
 * false for the last; cmocka's skip() would count as a failure.
 */
static inline bool passes_in_child(struct world *w,
                                   int (*work)(struct world *w))
{
    int status = in_child(w, work);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == NOT_HERE) {
        print_message("# not possible on this machine\n");
        return false;
    }
    assert_int_equal(WEXITSTATUS(status), 0);
    return true;
}

/** An assertion there, where cmocka's would go on in the wrong process. */
#define CHECK(condition)                                                       \
    do {                                                                       \
        if (!(condition)) {                                                    \
            fprintf(stderr, "line %d: %s\n", __LINE__, #condition);            \
            diags_print(w->diags, stderr, false);                              \
            return 1;                                                          \
        }                                                                      \
    } while (0)

/**
 * For a child: from now on the kernel answers `error` to the system call
 * `number` when its fifth argument is `fifth`.
 */
static inline bool forbid_call(long number, unsigned fifth, int error)
{
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)number, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                 offsetof(struct seccomp_data, args[4])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, fifth, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = {COUNT(code), code};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#endif
