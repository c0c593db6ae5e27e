#include "render/chart.h"

#include "render/bidi.h"
#include "render/chart_bars.h"
#include "render/chart_lines.h"
#include "render/chart_words.h"
#include "render/table.h"

static Str theme_word(const struct body *b, Str key)
{
    return theme_string(b->scene->theme, b->diags, key);
}

static Str title_words(const struct body *b, const struct chart *c, Str key)
{
    const struct filling title = {S("title"), c->title};
    return words_fill(b->arena, b->diags, b->scene->theme, key, &title, 1);
}

/* Whether the scale leaves something out below its first number. */
static bool is_cut(const struct chart *c)
{
    return !c->bars && chart_line_scale(c).min > 0;
}

static Str scale_words(const struct body *b, const struct chart *c, Str key)
{
    Scale s = chart_line_scale(c);
    const struct filling ends[] = {
        {S("min"), spoken_value(b->arena, c->locale, c->unit,
                                decimal_text(b->arena, s.min, 4))},
        {S("max"), spoken_value(b->arena, c->locale, c->unit,
                                decimal_text(b->arena, s.max, 4))},
    };
    return words_fill(b->arena, b->diags, b->scene->theme, key, ends,
                      COUNT(ends));
}

/* `l` is the language of a text that is not translated, or NULL. */
static void write_labelled(const struct body *b, struct buf *out,
                           const char *tag, Str id, Str text,
                           const struct locale *l)
{
    Str name = str_from_c(tag);
    html_raw(out, S("<"));
    html_raw(out, name);
    html_attr(out, S("id"), id);
    if (l != NULL) {
        /* SVG 1.1 knows the attribute of XML alone */
        bool xml = b->scene->flavour == FLAVOUR_XHTML;
        html_attr(out, xml ? S("xml:lang") : S("lang"), l->code);
    }
    html_raw(out, S(">"));
    html_text(out, text);
    html_raw(out, S("</"));
    html_raw(out, name);
    html_raw(out, S(">\n"));
}

static void write_picture(const struct body *b, struct buf *out,
                          const struct chart *c, Str id)
{
    struct buf drawing = buf_in(b->arena);
    int height =
        c->bars ? chart_draw_bars(c, &drawing) : chart_draw_lines(c, &drawing);
    height = (height + 9) / 10;
    Str title = str_printf(b->arena, "%.*s-title", STR_ARG(id));
    Str about = str_printf(b->arena, "%.*s-about", STR_ARG(id));
    html_raw(out, S("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""));
    html_attr(out, S("aria-labelledby"), title);
    html_attr(out, S("aria-describedby"), about);
    html_attr(out, S("viewBox"),
              str_printf(b->arena, "0 0 %d %d", DRAW_WIDTH / 10, height));
    html_attr(out, S("width"), str_printf(b->arena, "%d", DRAW_WIDTH / 10));
    html_attr(out, S("height"), str_printf(b->arena, "%d", height));
    if (c->locale->rtl) {
        /* its places are counted from the left; what starts at one of them must
         * not run the other way */
        html_attr(out, S("direction"), S("ltr"));
    }
    html_raw(out, S(">\n"));
    write_labelled(b, out, "title", title, c->title, c->foreign);
    write_labelled(b, out, "desc", about,
                   c->bars ? theme_word(b, S("chart-about-bars"))
                           : scale_words(b, c, S("chart-about-lines")),
                   NULL);
    html_raw(out, buf_str(&drawing));
    html_raw(out, S("</svg>\n"));
}

/* `l` is the language of what is not translated, or NULL. */
static void add_cell(struct body *b, struct node *row, Str text,
                     const struct locale *l, bool heads, bool number)
{
    struct node *cell = node_new(b->arena, NODE_CELL, S(""));
    struct node *inside = node_new(b->arena, NODE_TEXT, S(""));
    struct buf markup = buf_in(b->arena);
    cell->heads = heads;
    cell->align = number ? ALIGN_RIGHT : ALIGN_NONE;
    if (l != NULL && text.n > 0) {
        bidi_foreign(&markup, text, l);
        cell->label = buf_str(&markup);
    } else {
        inside->text = text;
    }
    node_add(cell, inside);
    node_add(row, cell);
}

static struct node *add_row(struct body *b, struct node *table, bool heads)
{
    struct node *row = node_new(b->arena, NODE_ROW, S(""));
    row->heads = heads;
    node_add(table, row);
    return row;
}

/* What the first column of the table holds. */
static Str names_are(const struct body *b, const struct chart *c)
{
    static const Str keys[] = {
        [TIME_NONE] = STR_INIT("chart-group"),
        [TIME_MONTH] = STR_INIT("chart-month"),
        [TIME_YEAR] = STR_INIT("chart-year"),
        [TIME_DATE] = STR_INIT("chart-date"),
    };
    return theme_word(b, keys[c->time]);
}

/* What stands above the table, with the language of a title that is not
 * translated. */
static Str caption_markup(const struct body *b, const struct chart *c,
                          Str caption)
{
    struct buf out = buf_in(b->arena);
    size_t at = str_find(caption, c->title);
    html_text(&out, str_to(caption, at));
    if (at < caption.n) {
        bidi_foreign(&out, c->title, c->foreign);
        html_text(&out, str_from(caption, at + c->title.n));
    }
    return buf_str(&out);
}

/* The data as the same table that an author could have written. */
static void write_data(struct body *b, struct buf *out, const struct chart *c)
{
    struct arena *a = b->arena;
    struct node *table = node_new(a, NODE_TABLE, S(""));
    struct node *caption = node_new(a, NODE_TEXT, S(""));
    table->title = node_new(a, NODE_PARAGRAPH, S(""));
    caption->text = title_words(b, c, S("chart-data"));
    if (c->foreign != NULL) {
        table->label = caption_markup(b, c, caption->text);
    }
    node_add(table->title, caption);
    struct node *head = add_row(b, table, true);
    add_cell(b, head, names_are(b, c), NULL, false, false);
    for (size_t s = 0; s < c->nseries; s++) {
        Str unit = record_word(c->figure, S("unit"));
        add_cell(b, head, c->bars ? spoken_capital(a, unit) : c->series[s].name,
                 c->foreign, false, true);
    }
    for (size_t i = 0; i < c->n; i++) {
        struct node *row = add_row(b, table, false);
        const struct locale *l = c->time == TIME_NONE ? c->foreign : NULL;
        add_cell(b, row, c->names[i], l, true, false);
        for (size_t s = 0; s < c->nseries; s++) {
            add_cell(b, row, c->series[s].shown[i], NULL, false, true);
        }
    }
    table_write(b, out, table);
}

/* Words of the theme with numbers in them. */
static void write_words(struct buf *out, const struct chart *c, Str text)
{
    if (c->locale->rtl) {
        bidi_text(out, text);
    } else {
        html_text(out, text);
    }
}

static void write_paragraph(struct buf *out, const struct chart *c,
                            const char *class, Str text)
{
    html_raw(out, S("<p"));
    html_attr(out, S("class"), str_from_c(class));
    html_raw(out, S(">"));
    write_words(out, c, text);
    html_raw(out, S("</p>\n"));
}

static void write_download(const struct body *b, struct buf *out,
                           const struct chart *c)
{
    html_raw(out, S("<p class=\"chart-data\"><a"));
    html_attr(out, S("href"),
              str_printf(b->arena, "../data/%.*s.csv", STR_ARG(c->figure->id)));
    html_attr(out, S("download"),
              str_printf(b->arena, "%.*s.csv", STR_ARG(c->figure->id)));
    html_raw(out, S(">"));
    html_text(out, theme_word(b, S("chart-download")));
    html_raw(out, S("<span class=\"unseen\">: "));
    body_open_foreign(out, S("span"), c->foreign);
    html_text(out, c->title);
    body_close_foreign(out, S("span"), c->foreign);
    html_raw(out, S("</span></a></p>\n"));
}

static void write_item(const struct body *b, struct buf *out, Str key,
                       Str markup)
{
    html_raw(out, S("<span class=\"item\">"));
    html_text(out, theme_word(b, key));
    html_raw(out, S(": "));
    html_raw(out, markup);
    html_raw(out, S("</span>\n"));
}

/* Unit, source and date: what makes numbers worth citing. */
static void write_source(struct body *b, struct buf *out, const struct chart *c)
{
    const struct record *r = c->figure;
    const struct slot *as_at = record_slot(r, S("as-at"));
    struct buf unit = buf_in(b->arena), date = buf_in(b->arena);
    body_open_foreign(&unit, S("span"), c->foreign);
    html_text(&unit, record_word(r, S("unit")));
    body_close_foreign(&unit, S("span"), c->foreign);
    html_raw(out, S("<p class=\"chart-source\">\n"));
    write_item(b, out, S("figure-unit"), buf_str(&unit));
    write_item(b, out, S("figure-source"),
               body_text(b, record_text(r, S("source")), false));
    if (as_at->set) {
        html_raw(&date, S("<time"));
        html_attr(&date, S("datetime"), date_iso(b->arena, as_at->date));
        html_raw(&date, S(">"));
        html_text(&date,
                  date_said(b->arena, b->scene->ed->locale, as_at->date));
        html_raw(&date, S("</time>"));
        write_item(b, out, S("figure-as-at"), buf_str(&date));
    }
    html_raw(out, S("</p>\n"));
}

void chart_write(struct body *b, struct buf *out, const struct insert *in)
{
    const struct edition *ed = b->scene->ed;
    const struct record *figure = figure_of_chart(ed, b->diags, b->src, in);
    if (figure == NULL) {
        return; /* reported */
    }
    struct chart c = chart_read(ed, b->arena, b->diags, figure);
    if (c.n == 0) {
        return; /* reported when it was loaded */
    }
    bool explain = b->explain;
    b->explain = false; /* labels are no place to learn words */
    Str id = names_take(
        &b->ids, str_printf(b->arena, "chart-%.*s", STR_ARG(figure->id)));
    html_raw(out, S("<figure class=\"chart\""));
    html_attr(out, S("id"), id);
    html_raw(out, S(">\n<figcaption>"));
    html_raw(out, body_text(b, record_text(figure, S("title")), false));
    html_raw(out, S("</figcaption>\n"));
    write_paragraph(out, &c, "chart-summary",
                    chart_summary(&c, b->arena, b->diags, b->scene->theme));
    if (is_cut(&c)) {
        write_paragraph(out, &c, "chart-note",
                        scale_words(b, &c, S("chart-cut")));
    }
    write_picture(b, out, &c, id);
    write_data(b, out, &c);
    if (b->scene->flavour == FLAVOUR_HTML) {
        write_download(b, out, &c);
    }
    write_source(b, out, &c);
    html_raw(out, S("</figure>\n"));
    b->explain = explain;
}
