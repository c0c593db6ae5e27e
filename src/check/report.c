#include "check/report.h"

#include "base/json.h"
#include "base/utf8.h"
#include "check/codes.h"

struct count {
    size_t errors; /* of the machine, too */
    size_t warnings;
    size_t silenced;
};

struct counts {
    struct count areas[AREA_COUNT];
    struct count all;
};

static enum area area_of(const struct diag *item)
{
    const struct code *code = code_find(str_from_c(item->code));
    return code == NULL ? AREA_CONTENT : code->area;
}

static void count_one(struct count *c, const struct diag *item)
{
    c->silenced += item->silenced;
    c->warnings += !item->silenced && item->severity == SEVERITY_WARNING;
    c->errors += !item->silenced && item->severity != SEVERITY_WARNING;
}

static struct counts count_all(const struct diag *const *items, size_t n)
{
    struct counts counts = {0};
    for (size_t i = 0; i < n; i++) {
        count_one(&counts.areas[area_of(items[i])], items[i]);
        count_one(&counts.all, items[i]);
    }
    return counts;
}

static bool is_empty(const struct count *c)
{
    return c->errors + c->warnings + c->silenced == 0;
}

static void add_row(struct buf *out, Str name, const struct count *c)
{
    if (!is_empty(c)) {
        buf_printf(out, "%-12.*s %8zu %9zu %9zu\n", STR_ARG(name), c->errors,
                   c->warnings, c->silenced);
    }
}

void report_summary(struct buf *out, const struct diags *d)
{
    size_t n;
    const struct diag **items = diags_sorted(d, out->arena, &n);
    struct counts counts = count_all(items, n);
    if (n == 0) {
        return;
    }
    buf_printf(out, "%-12s %8s %9s %9s\n", "", "errors", "warnings",
               "silenced");
    for (int area = 0; area < AREA_COUNT; area++) {
        add_row(out, area_name((enum area)area), &counts.areas[area]);
    }
    add_row(out, S("in all"), &counts.all);
}

static void write_size(struct json_writer *j, Str key, size_t n)
{
    json_key(j, key);
    json_integer(j, (long long)n);
}

static void write_text(struct json_writer *j, Str key, Str text)
{
    json_pair(j, key, utf8_mend(j->out->arena, text));
}

static void write_message(struct json_writer *j, const struct diag *item)
{
    static const Str severities[] = {
        [SEVERITY_ERROR] = STR_INIT("error"),
        [SEVERITY_WARNING] = STR_INIT("warning"),
        [SEVERITY_SYSTEM] = STR_INIT("system"),
    };
    json_begin_object(j);
    write_text(j, S("path"), item->path);
    if (item->where.p != NULL) {
        Place place = source_place(item->src, item->where);
        write_size(j, S("line"), place.line);
        write_size(j, S("column"), place.column);
        write_size(j, S("endColumn"),
                   source_end_column(item->src, item->where));
    }
    json_pair(j, S("severity"), severities[item->severity]);
    json_pair(j, S("code"), str_from_c(item->code));
    json_pair(j, S("area"), area_name(area_of(item)));
    write_text(j, S("message"), item->message);
    if (item->help.n > 0) {
        write_text(j, S("help"), item->help);
    }
    json_end(j);
}

static void write_count(struct json_writer *j, const struct count *c)
{
    write_size(j, S("errors"), c->errors);
    write_size(j, S("warnings"), c->warnings);
    write_size(j, S("silenced"), c->silenced);
}

void report_json(struct buf *out, const struct diags *d)
{
    size_t n;
    const struct diag **items = diags_sorted(d, out->arena, &n);
    struct counts counts = count_all(items, n);
    struct json_writer j = json_to(out);
    json_begin_object(&j);
    write_size(&j, S("version"), 1);
    json_key(&j, S("messages"));
    json_begin_list(&j);
    for (size_t i = 0; i < n; i++) {
        if (!items[i]->silenced) {
            write_message(&j, items[i]);
        }
    }
    json_end(&j);
    json_key(&j, S("areas"));
    json_begin_object(&j);
    for (int area = 0; area < AREA_COUNT; area++) {
        if (!is_empty(&counts.areas[area])) {
            json_key(&j, area_name((enum area)area));
            json_begin_object(&j);
            write_count(&j, &counts.areas[area]);
            json_end(&j);
        }
    }
    json_end(&j);
    write_count(&j, &counts.all);
    json_end(&j);
}
