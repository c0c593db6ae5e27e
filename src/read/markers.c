#include "read/markers.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "read/line.h"
#include "read/table.h"

enum {
    /* 20 KB of list markers can cost cmark 1.4 s, so both are limited */
    BODY_MAX = 1024 * 1024,
    LINE_DEPTH = 24
};

static void split_lines(struct arena *a, Str body, struct markers *m)
{
    size_t n = 1;
    for (size_t i = 0; i < body.n; i++) {
        n += body.p[i] == '\n';
    }
    m->lines = ARENA_NEW(a, Str, n);
    m->marks = ARENA_NEW(a, struct mark *, n);
    Str rest = body, line;
    while (str_cut_line(&rest, &line)) {
        m->lines[m->nlines++] = line;
    }
}

static size_t add_annex(struct arena *a, struct markers *m, Str text)
{
    struct annex *x = LIST_ADD(a, m->annex, m->nannex);
    *x = (struct annex){.text = text};
    *LIST_ADD(a, x->pieces, x->npieces) = (struct annex_piece){0, text};
    return m->nannex - 1;
}

static struct mark *add_mark(struct arena *a, struct markers *m, size_t line,
                             enum mark_kind kind)
{
    struct mark *mark = ARENA_NEW(a, struct mark, 1);
    mark->kind = kind;
    m->marks[line] = mark;
    return mark;
}

/* `::: name title` or `:::`, of three colons or more */
static bool find_container(struct arena *a, struct markers *m, size_t line)
{
    Str text = str_trim(m->lines[line]);
    if (line_indent(m->lines[line]) > 3 || !str_starts(text, S(":::"))) {
        return false;
    }
    while (text.n > 0 && text.p[0] == ':') {
        text = str_from(text, 1);
    }
    Str name;
    if (!str_cut_word(&text, &name)) {
        add_mark(a, m, line, MARK_CLOSE);
        return true;
    }
    struct mark *mark = add_mark(a, m, line, MARK_OPEN);
    mark->name = name;
    text = str_trim(text);
    if (str_ends(text, S(":::"))) { /* as in `::: young Title :::` */
        while (text.n > 0 && text.p[text.n - 1] == ':') {
            text.n--;
        }
        text = str_trim(text);
    }
    if (text.n > 0) {
        mark->has_text = true;
        mark->text = add_annex(a, m, text);
    }
    return true;
}

static bool is_blank(Str line)
{
    return str_trim(line).n == 0;
}

/* `[^label]: text`, which goes on until a blank line or another block */
static size_t find_footnote(struct arena *a, struct markers *m, size_t line)
{
    Str text = m->lines[line];
    size_t indent = line_indent(text);
    Str label = str_from(text, indent + 2);
    size_t end = str_find(label, S("]:"));
    if (indent > 3 || !str_starts(str_from(text, indent), S("[^")) ||
        end == 0 || end == label.n) {
        return 0;
    }
    struct mark *mark = add_mark(a, m, line, MARK_FOOTNOTE);
    mark->name = str_to(label, end);
    Str first = str_trim(str_from(label, end + 2));
    mark->text = add_annex(a, m, first);
    struct annex *x = &m->annex[mark->text];
    struct buf joined = buf_in(a);
    buf_add(&joined, first);
    size_t n = 1;
    for (; line + n < m->nlines; n++) {
        Str more = str_trim(m->lines[line + n]);
        bool ends_comment = str_find(more, S("-->")) < more.n;
        if (more.n == 0 || more.p[0] == '|' || ends_comment ||
            line_starts_block(m->lines[line + n])) {
            break;
        }
        if (joined.n > 0) {
            buf_byte(&joined, ' ');
        }
        *LIST_ADD(a, x->pieces, x->npieces) =
            (struct annex_piece){joined.n, more};
        buf_add(&joined, more);
        add_mark(a, m, line + n, MARK_REST);
    }
    x->text = buf_str(&joined);
    return n;
}

static bool is_caption(struct markers *m, size_t line)
{
    return line < m->nlines && m->marks[line] == NULL &&
           line_indent(m->lines[line]) <= 3 &&
           str_starts(str_trim(m->lines[line]), S("Table:"));
}

static bool starts_table(struct arena *a, const struct markers *m, size_t line)
{
    struct table_text found;
    return line + 1 < m->nlines && table_read(a, m->lines + line, 2, &found);
}

/* Looks for the caption right beside the table, or one blank line away; then
 * a line right above the next table is that one's. */
static void find_caption(struct arena *a, struct markers *m,
                         struct mark_table *table, size_t start, size_t end)
{
    size_t candidates[4];
    size_t n = 0;
    if (start > 0) {
        candidates[n++] = start - 1;
    }
    if (start > 1 && is_blank(m->lines[start - 1])) {
        candidates[n++] = start - 2;
    }
    candidates[n++] = end;
    if (end < m->nlines && is_blank(m->lines[end]) &&
        !starts_table(a, m, end + 2)) {
        candidates[n++] = end + 1;
    }
    for (size_t i = 0; i < n; i++) {
        if (is_caption(m, candidates[i])) {
            Str line = str_trim(m->lines[candidates[i]]);
            Str text = str_trim(str_from(line, S("Table:").n));
            if (str_ends(text, S("{row-headers=none}"))) {
                table->row_headers = false;
                text.n -= S("{row-headers=none}").n;
                text = str_trim(text);
            }
            table->has_caption = text.n > 0;
            table->caption = add_annex(a, m, text);
            add_mark(a, m, candidates[i], MARK_REST);
            return;
        }
    }
}

/* Returns: the number of lines that the table at `line` takes, or 0. */
static size_t find_table(struct arena *a, struct markers *m, size_t line)
{
    struct table_text found;
    if (!table_read(a, m->lines + line, m->nlines - line, &found)) {
        return 0;
    }
    struct mark_table *table = ARENA_NEW(a, struct mark_table, 1);
    table->aligns = found.aligns;
    table->ncolumns = found.ncolumns;
    table->row_headers = true;
    for (size_t i = 0; i < found.nrows; i++) {
        *LIST_ADD(a, table->rows, table->nrows) = (struct mark_row){
            .where = found.rows[i].where,
            .first_cell = m->nannex,
            .ncells = found.rows[i].ncells,
        };
        for (size_t c = 0; c < found.ncolumns; c++) {
            add_annex(a, m, found.rows[i].cells[c]);
        }
    }
    add_mark(a, m, line, MARK_TABLE)->table = table;
    for (size_t i = 1; i < found.nlines; i++) {
        add_mark(a, m, line + i, MARK_REST);
    }
    find_caption(a, m, table, line, line + found.nlines);
    return found.nlines;
}

/* The character that an entity `&#…;` at the start of `text` stands for
 * (CommonMark 0.30, section 6.2), and its length in `*n`; a space when there is
 * none. */
static unsigned numeric_entity(Str text, size_t *n)
{
    bool hex = str_starts(text, S("&#x")) || str_starts(text, S("&#X"));
    size_t i = hex ? 3 : 2, most = i + (hex ? 6 : 7);
    unsigned cp = 0;
    for (; i < text.n && i < most; i++) {
        char c = ascii_lower(text.p[i]);
        unsigned digit = ascii_digit(c) ? (unsigned)(c - '0')
                         : hex && c >= 'a' && c <= 'f'
                             ? (unsigned)(c - 'a') + 10
                             : 16;
        if (digit == 16) {
            break;
        }
        cp = cp * (hex ? 16 : 10) + digit;
    }
    *n = i + 1;
    return i > (hex ? 3 : 2) && i < text.n && text.p[i] == ';' ? cp : ' ';
}

/* What no page may hold must not come in as an entity either; some of it are
 * the shielding bytes above. */
static void check_entities(struct diags *d, const struct source *src, Str line)
{
    for (;;) {
        line = str_from(line, str_find(line, S("&#")));
        if (line.n == 0) {
            return;
        }
        size_t n;
        unsigned cp = numeric_entity(line, &n);
        if (!utf8_is_shown(cp)) {
            diag_error(d, src, str_to(line, n), "control-character",
                       "this stands for a character that cannot be shown "
                       "(U+%04X)",
                       cp);
            diag_help(d, "delete it, or write the character that is meant");
        }
        line = str_from(line, 2);
    }
}

/* Adds a line in which escaped inserts and footnotes are shielded. */
static void feed(struct buf *b, Str line)
{
    for (size_t i = 0; i < line.n; i++) {
        Str rest = str_from(line, i);
        if (rest.p[0] != '\\' || rest.n < 2) {
            buf_byte(b, rest.p[0]);
        } else if (str_starts(rest, S("\\{{"))) {
            buf_byte(b, SHIELD_BRACE);
            buf_byte(b, SHIELD_BRACE);
            i++;
        } else if (str_starts(rest, S("\\[^"))) {
            buf_byte(b, SHIELD_BRACKET);
            buf_byte(b, SHIELD_BRACKET);
            i++;
        } else {
            buf_byte(b, rest.p[0]);
            buf_byte(b, rest.p[1]);
            i++;
        }
    }
    buf_byte(b, '\n');
}

/* An annex paragraph starts with a comma, taken off again after the parse, so
 * that no text can be a list, a heading or any other block. Punctuation leaves
 * the rules of emphasis as they are at a line's start. */
static Str compose(struct arena *a, const struct markers *m)
{
    struct buf b = buf_in(a);
    for (size_t i = 0; i < m->nannex; i++) {
        buf_byte(&b, ',');
        feed(&b, m->annex[i].text);
        buf_byte(&b, '\n');
    }
    for (size_t i = 0; i < m->nlines; i++) {
        if (m->marks[i] == NULL) {
            feed(&b, m->lines[i]);
        } else {
            /* more than 3 blanks would make it code */
            size_t indent = line_indent(m->lines[i]);
            buf_add(&b, str_to(S("   "), indent));
            buf_add(&b, MARKER);
            /* an author's comment ends where it ends, whatever else is there */
            buf_add(&b, str_from(m->lines[i], str_find(m->lines[i], S("-->"))));
            buf_byte(&b, '\n');
        }
    }
    return buf_str(&b);
}

size_t markers_annex_lines(const struct markers *m)
{
    return m->nannex * 2;
}

bool markers_find(struct arena *a, struct diags *d, const struct source *src,
                  Str body, struct markers *out)
{
    struct markers m = {0};
    if (body.n > BODY_MAX) {
        diag_error(d, src, str_to(body, 0), "too-large",
                   "this chapter's text is larger than 1 MiB");
        diag_help(d, "split it into several chapters");
        return false;
    }
    split_lines(a, body, &m);
    for (size_t i = 0; i < m.nlines; i++) {
        check_entities(d, src, m.lines[i]);
        if (line_depth(m.lines[i]) > LINE_DEPTH) {
            diag_error(d, src, m.lines[i], "too-deep",
                       "this line opens more than %d lists and quotes inside "
                       "one another",
                       LINE_DEPTH);
            diag_help(d, "start the line with fewer of the signs > - + *");
            return false;
        }
    }
    for (size_t i = 0; i < m.nlines;) {
        size_t taken = 1;
        if (m.marks[i] == NULL && !find_container(a, &m, i)) {
            size_t n = find_footnote(a, &m, i);
            n = n > 0 ? n : find_table(a, &m, i);
            taken = n > 0 ? n : 1;
        }
        i += taken;
    }
    m.fed = compose(a, &m);
    *out = m;
    return true;
}
