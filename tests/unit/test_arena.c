#include "support.h"

#include <sys/wait.h>
#include <unistd.h>

static bool all_zero(const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (p[i] != 0) {
            return false;
        }
    }
    return true;
}

static void blocks_are_zeroed_and_aligned(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    for (size_t n = 0; n < 100; n++) {
        arena_bytes(a, 1);
        char *p = arena_alloc(a, n);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        assert_true(all_zero(p, n));
        memset(p, 'x', n);
    }
    arena_free(a);
}

static void a_block_may_be_larger_than_any_before(void **state)
{
    (void)state;
    enum { HUGE_BLOCK = 3 * 1024 * 1024 };
    struct arena *a = arena_create();
    char *small = arena_alloc(a, 10);
    memset(small, 's', 10);
    char *huge = arena_alloc(a, HUGE_BLOCK);
    assert_true(all_zero(huge, HUGE_BLOCK));
    memset(huge, 'h', HUGE_BLOCK);
    char *after = arena_alloc(a, 10);
    assert_true(all_zero(after, 10));
    assert_memory_equal(small, "ssssssssss", 10);
    arena_free(a);
}

static void rewinding_gives_the_same_memory_again_zeroed(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    char *kept = arena_alloc(a, 4);
    memcpy(kept, "kept", 4);
    ArenaMark mark = arena_mark(a);
    char *first = arena_alloc(a, 1000);
    memset(first, 'x', 1000);
    arena_rewind(a, mark);
    char *again = arena_alloc(a, 1000);
    assert_ptr_equal(first, again);
    assert_true(all_zero(again, 1000));
    assert_memory_equal(kept, "kept", 4);
    arena_free(a);
}

static void rewinding_crosses_blocks(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    ArenaMark empty = arena_mark(a);
    for (int round = 0; round < 3; round++) {
        char *kept = arena_alloc(a, 100);
        memset(kept, 'k', 100);
        ArenaMark mark = arena_mark(a);
        for (int i = 0; i < 40; i++) {
            memset(arena_alloc(a, 50 * 1000), 'x', 50 * 1000);
        }
        arena_rewind(a, mark);
        assert_int_equal(kept[99], 'k');
        assert_true(all_zero(arena_alloc(a, 60 * 1000), 60 * 1000));
        arena_rewind(a, empty);
    }
    arena_free(a);
}

static void freeing_nothing_is_allowed(void **state)
{
    (void)state;
    arena_free(NULL);
    arena_free(arena_create());
}

static void a_list_grows_and_keeps_its_elements(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    size_t *list = NULL, n = 0;
    for (size_t i = 0; i < 1000; i++) {
        *LIST_ADD(a, list, n) = i * i;
        arena_bytes(a, 3); /* something else in between */
    }
    assert_int_equal(n, 1000);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(list[i], i * i);
    }
    arena_free(a);
}

static void a_list_may_shrink_and_grow_again(void **state)
{
    (void)state;
    struct arena *a = arena_create();
    int *list = NULL;
    size_t n = 0;
    for (int i = 0; i < 9; i++) {
        *LIST_ADD(a, list, n) = i;
    }
    n = 3;
    for (int i = 3; i < 20; i++) {
        *LIST_ADD(a, list, n) = 10 * i;
    }
    assert_int_equal(list[2], 2);
    assert_int_equal(list[3], 30);
    assert_int_equal(list[19], 190);
    arena_free(a);
}

/* Runs `f` in another process. Returns: its exit status. */
static int status_of(void (*f)(struct arena *a))
{
    struct arena *a =
        arena_create(); /* here, so that the child loses nothing */
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stderr) == NULL) {
            _exit(1);
        }
        f(a);
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    arena_free(a);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void ask_for_more_than_there_is(struct arena *a)
{
    arena_alloc(a, SIZE_MAX - 100);
}

static void ask_for_a_product_that_overflows(struct arena *a)
{
    arena_array(a, SIZE_MAX / 4, 8);
}

static void running_out_of_memory_ends_with_status_3(void **state)
{
    (void)state;
    assert_int_equal(status_of(ask_for_more_than_there_is), 3);
    assert_int_equal(status_of(ask_for_a_product_that_overflows), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_zeroed_and_aligned),
        cmocka_unit_test(a_block_may_be_larger_than_any_before),
        cmocka_unit_test(rewinding_gives_the_same_memory_again_zeroed),
        cmocka_unit_test(rewinding_crosses_blocks),
        cmocka_unit_test(freeing_nothing_is_allowed),
        cmocka_unit_test(a_list_grows_and_keeps_its_elements),
        cmocka_unit_test(a_list_may_shrink_and_grow_again),
        cmocka_unit_test(running_out_of_memory_ends_with_status_3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
