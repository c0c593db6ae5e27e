#include "check/passive.h"

static bool is_one_of(Str word, Str list)
{
    Str other;
    while (str_cut_word(&list, &other)) {
        if (str_eq(word, other)) {
            return true;
        }
    }
    return false;
}

static bool is_be(Str word)
{
    /* most words can be told by their first letter */
    return str_find_byte(S("iawb"), word.p[0]) < 4 && word.n <= 7 &&
           is_one_of(word, S("is are was were be been being isn't aren't "
                             "wasn't weren't"));
}

static bool is_between(Str word)
{
    return str_ends(word, S("ly")) ||
           is_one_of(word, S("not also always never often only still now all "
                             "both just already soon ever even usually then "
                             "being been well"));
}

static bool is_participle(Str word)
{
    /* of how somebody is, or of what something is like or called */
    static const Str states = STR_INIT(
        "worried scared tired interested excited pleased bored married "
        "disabled retired used allowed supposed based related named called "
        "qualified experienced needed settled frightened ashamed prepared "
        "concerned committed dedicated determined limited detailed sacred "
        "hundred need indeed embarrassed confused surprised stressed "
        "delighted interrelated red bed fed-up");
    static const Str irregular = STR_INIT(
        "beaten bought broken brought built caught chosen cut done drawn "
        "driven eaten felt fed forgotten found given heard held hidden kept "
        "known led left lent lost made meant met paid put read said seen sent "
        "set shown shut sold spent spoken stolen taken taught thought thrown "
        "told understood won written drawn overseen undertaken rewritten "
        "withdrawn upheld");
    if (str_ends(word, S("ed")) && word.n > 3) {
        return !is_one_of(word, states);
    }
    return is_one_of(word, irregular);
}

bool passive_in(struct vocabulary *v, const struct sentence *s)
{
    bool after_be = false;
    for (size_t i = 0; i < s->nwords; i++) {
        if (s->words[i].kind != WORD_PLAIN) {
            after_be = false;
            continue;
        }
        Str word = vocabulary_find(v, s->words[i].text)->lower;
        if (after_be && is_participle(word)) {
            return true;
        }
        after_be = is_be(word) || (after_be && is_between(word));
    }
    return false;
}
