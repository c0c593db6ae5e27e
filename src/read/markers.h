/**
 * markers: the pass over a body's lines before cmark sees them.
 *
 * What cmark does not know (containers, tables, footnotes) is taken out, line
 * by line, and a one-line marker is left in the place of each line, so that
 * line numbers stay true. The marker is `<?d?>`: an HTML block of CommonMark's
 * third kind, which ends on its own line, interrupts a paragraph, and does not
 * end a comment that the author put around it. It carries nothing: what stood
 * on a line is recorded here by the line's number, so that an author cannot
 * forge one.
 *
 * Texts inside what was taken out (table cells, titles, footnotes) are set as
 * paragraphs of their own before the body, the annex, so that one parse reads
 * them all.
 */
#ifndef DUET_READ_MARKERS_H
#define DUET_READ_MARKERS_H

#include "base/diag.h"
#include "base/str.h"
#include "read/doc.h"

#define MARKER S("<?d?>")

/* `\{{` and `\[^` are not an insert and a footnote. cmark would take the
 * backslash away, so these bytes stand for backslash and bracket meanwhile;
 * control characters never occur in a source. */
enum { SHIELD_BRACE = 0x01, SHIELD_BRACKET = 0x02 };

enum mark_kind {
    MARK_OPEN,     /* `::: name title` */
    MARK_CLOSE,    /* `:::` */
    MARK_TABLE,    /* the first line of a table */
    MARK_FOOTNOTE, /* `[^label]: text` */
    MARK_REST      /* a further line of a table or a footnote */
};

/** A paragraph of the annex: the pieces of the file that it was made of. */
struct annex {
    struct annex_piece {
        size_t column; /* where it starts in the annex's line, from 0 */
        Str where;
    } * pieces;
    size_t npieces;
    Str text;
};

struct mark_table {
    enum align *aligns;
    size_t ncolumns;
    struct mark_row {
        Str where;
        size_t first_cell; /* index into the annex; ncolumns of them */
        size_t ncells;     /* that the author wrote */
    } * rows;
    size_t nrows;
    bool has_caption;
    size_t caption; /* index into the annex */
    bool row_headers;
};

struct mark {
    enum mark_kind kind;
    Str name;      /* MARK_OPEN: the container's; MARK_FOOTNOTE: the label */
    bool has_text; /* MARK_OPEN: has a title */
    size_t text;   /* index into the annex: the title, the footnote's text */
    struct mark_table *table;
};

struct markers {
    Str *lines;          /* the body's lines as the author wrote them */
    struct mark **marks; /* one a line; NULL for a line left as it was */
    size_t nlines;
    struct annex *annex;
    size_t nannex;
    Str fed; /* what cmark parses: the annex, then the body's lines */
};

/** The lines of `fed` that stand before the body's first line. */
size_t markers_annex_lines(const struct markers *m);

/**
 * Finds the markers of `body`, a view into `src->text`. Failure: reports
 * too-large or too-deep, for what cmark must not be given.
 */
MUST_USE bool markers_find(struct arena *a, struct diags *d,
                           const struct source *src, Str body,
                           struct markers *out);

#endif
