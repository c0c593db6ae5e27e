/* Runs a command several times and prints the median of its wall time and of
 * its processor time, in milliseconds, and the most memory it used:
 * measure RUNS COMMAND ARG... */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MAX = 1000 };

struct run {
    double wall;
    double cpu;
    long rss; /* kilobytes, as Linux counts ru_maxrss */
};

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static struct run run_once(char **argv)
{
    struct timespec start, end;
    struct rusage used;
    int status = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stdout) != NULL) {
            execvp(argv[0], argv);
        }
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &used) != child || status != 0) {
        fprintf(stderr, "measure: %s failed\n", argv[0]);
        exit(1);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    return (struct run){
        (double)(end.tv_sec - start.tv_sec) +
            (double)(end.tv_nsec - start.tv_nsec) / 1e9,
        seconds(used.ru_utime) + seconds(used.ru_stime),
        used.ru_maxrss,
    };
}

static int by_wall(const void *a, const void *b)
{
    double x = ((const struct run *)a)->wall, y = ((const struct run *)b)->wall;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    static struct run runs[RUNS_MAX];
    int n = argc > 2 ? atoi(argv[1]) : 0;
    if (n < 1 || n > RUNS_MAX) {
        fprintf(stderr, "usage: measure RUNS COMMAND ARG...\n");
        return 2;
    }
    for (int i = 0; i < n; i++) {
        runs[i] = run_once(argv + 2);
    }
    qsort(runs, (size_t)n, sizeof *runs, by_wall);
    printf("%8.1f ms  %8.1f ms processor  %6.1f MB\n", runs[n / 2].wall * 1e3,
           runs[n / 2].cpu * 1e3, (double)runs[n / 2].rss / 1024);
    return 0;
}
