#include "support.h"

#include "base/task.h"

static void count_up(void *state)
{
    size_t *n = state;
    for (size_t i = 0; i < 1000; i++) {
        ++*n;
    }
}

static void what_a_task_did_is_there_when_it_is_waited_for(void **state)
{
    (void)state;
    size_t a = 0, b = 0;
    struct task *one = task_start(count_up, &a);
    struct task *two = task_start(count_up, &b);
    task_wait(two);
    task_wait(one);
    assert_int_equal(a, 1000);
    assert_int_equal(b, 1000);
    task_wait(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_task_did_is_there_when_it_is_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
