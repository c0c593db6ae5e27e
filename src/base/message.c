#include "base/message.h"

#include <stdlib.h>

#include "base/buf.h"

struct message {
    struct arena *arena;
    const struct locale *locale;
    const struct filling *fillings;
    size_t n;
    Str unknown;
    struct buf out;
};

/* What is inside the braces that open where `text` begins; all that follows
 * the first when they do not close. */
static Str inside(Str text)
{
    size_t depth = 0;
    for (size_t i = 0; i < text.n; i++) {
        depth += text.p[i] == '{';
        depth -= text.p[i] == '}';
        if (depth == 0) {
            return str_from(str_to(text, i), 1);
        }
    }
    return str_from(text, 1);
}

static const struct filling *find(const struct message *m, Str name)
{
    for (size_t i = 0; i < m->n; i++) {
        if (str_eq(m->fillings[i].name, name)) {
            return &m->fillings[i];
        }
    }
    return NULL;
}

/* The form of the plural `forms`, `one {…} other {…}`, that is called `name`.
 */
static bool find_form(Str forms, Str name, Str *out)
{
    for (;;) {
        forms = str_trim(forms);
        size_t open = str_find_byte(forms, '{');
        if (open == forms.n) {
            return false;
        }
        *out = inside(str_from(forms, open));
        if (str_eq(str_trim(str_to(forms, open)), name)) {
            return true;
        }
        forms = str_from(forms, open + out->n + 2);
    }
}

static void fill(struct message *m, Str pattern);

static void fill_plural(struct message *m, Str number, Str forms)
{
    Str form;
    Str exactly = str_printf(m->arena, "=%.*s", STR_ARG(number));
    Str plural =
        locale_plural(m->locale, strtod(str_c(m->arena, number), NULL));
    if (find_form(forms, exactly, &form) || find_form(forms, plural, &form) ||
        find_form(forms, S("other"), &form)) {
        fill(m, form);
    }
}

/* `n`, or `n, plural, …`. */
static void fill_name(struct message *m, Str words)
{
    size_t comma = str_find_byte(words, ',');
    Str name = str_trim(str_to(words, comma));
    const struct filling *f = find(m, name);
    if (f == NULL) {
        m->unknown = m->unknown.n == 0 ? name : m->unknown;
        return;
    }
    Str rest = str_from(words, comma + 1);
    size_t forms = str_find_byte(rest, ',');
    if (comma < words.n && str_eq(str_trim(str_to(rest, forms)), S("plural"))) {
        fill_plural(m, f->text, str_from(rest, forms + 1));
    } else {
        buf_add(&m->out, f->text);
    }
}

static void fill(struct message *m, Str pattern)
{
    for (;;) {
        size_t open = str_find_byte(pattern, '{');
        buf_add(&m->out, str_to(pattern, open));
        if (open == pattern.n) {
            return;
        }
        Str words = inside(str_from(pattern, open));
        fill_name(m, words);
        pattern = str_from(pattern, open + words.n + 2);
    }
}

Str message_fill(struct arena *a, const struct locale *l, Str pattern,
                 const struct filling *fillings, size_t n, Str *unknown)
{
    struct message m = {.arena = a,
                        .locale = l,
                        .fillings = fillings,
                        .n = n,
                        .out = buf_in(a)};
    fill(&m, pattern);
    if (unknown != NULL) {
        *unknown = m.unknown;
    }
    return buf_str(&m.out);
}
