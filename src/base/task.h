/**
 * task: a piece of work that goes on beside the rest, in a thread of its own.
 *
 * The two share what neither of them changes; each has its own arenas and its
 * own diags, which diags_merge() brings together afterwards.
 */
#ifndef DUET_BASE_TASK_H
#define DUET_BASE_TASK_H

struct task;

/**
 * Starts `work(state)`; end it with task_wait(). Where no thread can be had, it
 * is done at once.
 */
struct task *task_start(void (*work)(void *state), void *state);

/** Waits until it is done, and releases `t`. Does nothing for NULL. */
void task_wait(struct task *t);

#endif
