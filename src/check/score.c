#include "check/score.h"

#include <math.h>

struct score_counts score_add(struct score_counts a, struct score_counts b)
{
    a.words += b.words;
    a.sentences += b.sentences;
    a.syllables += b.syllables;
    a.long_words += b.long_words;
    a.dale_chall += b.dale_chall;
    a.spache_once += b.spache_once;
    return a;
}

bool score_possible(const struct score_counts *c)
{
    return c->words >= SCORE_WORDS;
}

static double per(size_t n, size_t of)
{
    return (double)n / (double)of;
}

double score_words_a_sentence(const struct score_counts *c)
{
    return per(c->words, c->sentences);
}

double score_spache(const struct score_counts *c)
{
    return 0.121 * score_words_a_sentence(c) +
           0.082 * 100 * per(c->spache_once, c->words) + 0.659;
}

double score_dale_chall_cloze(const struct score_counts *c)
{
    return 64 - 0.95 * 100 * per(c->dale_chall, c->words) -
           0.69 * score_words_a_sentence(c);
}

double score_flesch_kincaid(const struct score_counts *c)
{
    return 0.39 * score_words_a_sentence(c) +
           11.8 * per(c->syllables, c->words) - 15.59;
}

double score_smog(const struct score_counts *c)
{
    return 3.1291 + 1.0430 * sqrt(30 * per(c->long_words, c->sentences));
}

double score_dale_chall_grade(double cloze)
{
    /* the table's rows are in whole scores: 57 to 54 is 57.5 down to 53.5 */
    static const struct {
        double cloze;
        double grade;
    } rows[] = {
        {64.0, 1}, {57.5, 2}, {53.5, 3},  {49.5, 4},  {44.5, 5},
        {39.5, 7}, {33.5, 9}, {27.5, 11}, {21.5, 13}, {15.5, 16},
    };
    enum { LAST = sizeof rows / sizeof rows[0] - 1 };
    if (cloze >= rows[0].cloze) {
        return rows[0].grade;
    }
    for (size_t i = 0; i < LAST; i++) {
        if (cloze > rows[i + 1].cloze) {
            double part =
                (rows[i].cloze - cloze) / (rows[i].cloze - rows[i + 1].cloze);
            return rows[i].grade + part * (rows[i + 1].grade - rows[i].grade);
        }
    }
    return rows[LAST].grade;
}

double score_young_grade(const struct score_counts *c)
{
    double dale_chall = score_dale_chall_grade(score_dale_chall_cloze(c));
    return dale_chall >= 4 ? dale_chall : fmin(score_spache(c), 4);
}

double score_age(double grade)
{
    return grade + 5;
}
