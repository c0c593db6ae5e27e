#include "base/task.h"

#include <assert.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"

struct task {
    void (*work)(void *state);
    void *state;
    pthread_t thread;
    bool threaded;
};

static void *run(void *task)
{
    struct task *t = task;
    t->work(t->state);
    return NULL;
}

struct task *task_start(void (*work)(void *state), void *state)
{
    struct task *t = calloc(1, sizeof *t);
    if (t == NULL) {
        die_no_memory();
    }
    t->work = work;
    t->state = state;
    t->threaded = pthread_create(&t->thread, NULL, run, t) == 0;
    if (!t->threaded) {
        work(state);
    }
    return t;
}

void task_wait(struct task *t)
{
    if (t == NULL) {
        return;
    }
    if (t->threaded) {
        int failed = pthread_join(t->thread, NULL);
        assert(failed == 0);
        (void)failed;
    }
    free(t);
}
