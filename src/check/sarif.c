#include "base/json.h"
#include "base/map.h"
#include "base/utf8.h"
#include "check/codes.h"
#include "check/report.h"

/* SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/; the numbers
 * below are those of its sections. */
#define SCHEMA                                                                 \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"      \
    "sarif-schema-2.1.0.json"

static void write_size(struct json_writer *j, Str key, size_t n)
{
    json_key(j, key);
    json_integer(j, (long long)n);
}

/* 3.11: `{"text": …}` */
static void write_message(struct json_writer *j, Str key, Str text)
{
    json_key(j, key);
    json_begin_object(j);
    json_pair(j, S("text"), utf8_mend(j->out->arena, text));
    json_end(j);
}

static Str level_of(enum severity severity)
{
    return severity == SEVERITY_WARNING ? S("warning") : S("error");
}

/* 3.49 */
static void write_rule(struct json_writer *j, const struct code *c)
{
    json_begin_object(j);
    json_pair(j, S("id"), c->name);
    write_message(j, S("shortDescription"), c->rule);
    write_message(j, S("fullDescription"), c->reason);
    write_message(j, S("help"), c->mend);
    json_key(j, S("defaultConfiguration"));
    json_begin_object(j);
    json_pair(j, S("level"), level_of(c->severity));
    json_end(j);
    json_key(j, S("properties"));
    json_begin_object(j);
    json_key(j, S("tags"));
    json_begin_list(j);
    json_text(j, area_name(c->area));
    json_end(j);
    json_end(j);
    json_end(j);
}

/* A message that is told, and that the content is to blame for. */
static bool is_result(const struct diag *item)
{
    return !item->silenced && item->severity != SEVERITY_SYSTEM;
}

/* The codes of the results, in the order of the table. */
struct rules {
    const struct code **items;
    size_t n;
};

static struct rules rules_of(struct arena *a, const struct diag *const *items,
                             size_t n)
{
    struct rules rules = {0};
    struct map seen = map_in(a);
    for (size_t i = 0; i < n; i++) {
        if (is_result(items[i])) {
            map_put(&seen, str_from_c(items[i]->code), &seen);
        }
    }
    for (const struct code *c = code_next(NULL); c != NULL; c = code_next(c)) {
        if (map_get(&seen, c->name) != NULL) {
            *LIST_ADD(a, rules.items, rules.n) = c;
        }
    }
    return rules;
}

static size_t rule_index(const struct rules *rules, Str name)
{
    size_t i = 0;
    while (i < rules->n && !str_eq(rules->items[i]->name, name)) {
        i++;
    }
    return i;
}

/* 3.18 */
static void write_tool(struct json_writer *j, const struct rules *rules,
                       Str version)
{
    json_key(j, S("tool"));
    json_begin_object(j);
    json_key(j, S("driver"));
    json_begin_object(j);
    json_pair(j, S("name"), S("Duet"));
    json_pair(j, S("semanticVersion"), version);
    json_key(j, S("rules"));
    json_begin_list(j);
    for (size_t i = 0; i < rules->n; i++) {
        write_rule(j, rules->items[i]);
    }
    json_end(j);
    json_end(j);
    json_end(j);
}

/* RFC 3986, section 2.3: what needs no escape, and the slash. */
static bool stays(char c)
{
    return ascii_alpha(c) || ascii_digit(c) || str_find_byte(S("-._~/"), c) < 5;
}

/* A path as a reference (3.4.3); one that begins at the root as a whole URI. */
static Str uri_of(struct arena *a, Str path)
{
    struct buf b = buf_in(a);
    buf_add(&b, str_starts(path, S("/")) ? S("file://") : S(""));
    for (size_t i = 0; i < path.n; i++) {
        if (stays(path.p[i])) {
            buf_byte(&b, path.p[i]);
        } else {
            buf_printf(&b, "%%%02X", (unsigned)(unsigned char)path.p[i]);
        }
    }
    return buf_str(&b);
}

/* 3.30: columns count characters, the last one is behind the region. */
static void write_region(struct json_writer *j, const struct diag *item)
{
    Place place = source_place(item->src, item->where);
    json_key(j, S("region"));
    json_begin_object(j);
    write_size(j, S("startLine"), place.line);
    write_size(j, S("startColumn"), place.column);
    write_size(j, S("endColumn"), source_end_column(item->src, item->where));
    json_end(j);
}

/* 3.28 */
static void write_locations(struct json_writer *j, const struct diag *item)
{
    json_key(j, S("locations"));
    json_begin_list(j);
    json_begin_object(j);
    json_key(j, S("physicalLocation"));
    json_begin_object(j);
    json_key(j, S("artifactLocation"));
    json_begin_object(j);
    json_pair(j, S("uri"), uri_of(j->out->arena, item->path));
    json_end(j);
    if (item->where.p != NULL) {
        write_region(j, item);
    }
    json_end(j);
    json_end(j);
    json_end(j);
}

static Str text_of(struct arena *a, const struct diag *item)
{
    return item->help.n == 0
               ? item->message
               : str_printf(a, "%.*s; %.*s", STR_ARG(item->message),
                            STR_ARG(item->help));
}

/* 3.27 */
static void write_result(struct json_writer *j, const struct rules *rules,
                         const struct diag *item)
{
    Str code = str_from_c(item->code);
    size_t rule = rule_index(rules, code);
    json_begin_object(j);
    json_pair(j, S("ruleId"), code);
    if (rule < rules->n) {
        write_size(j, S("ruleIndex"), rule);
    }
    json_pair(j, S("level"), level_of(item->severity));
    write_message(j, S("message"), text_of(j->out->arena, item));
    write_locations(j, item);
    json_end(j);
}

/* 3.20: what the machine failed at is no result. */
static void write_invocation(struct json_writer *j,
                             const struct diag *const *items, size_t n)
{
    bool failed = false;
    for (size_t i = 0; i < n; i++) {
        failed = failed || items[i]->severity == SEVERITY_SYSTEM;
    }
    json_key(j, S("invocations"));
    json_begin_list(j);
    json_begin_object(j);
    json_key(j, S("executionSuccessful"));
    json_bool(j, !failed);
    json_key(j, S("toolExecutionNotifications"));
    json_begin_list(j);
    for (size_t i = 0; i < n; i++) {
        if (items[i]->severity == SEVERITY_SYSTEM) {
            json_begin_object(j);
            json_pair(j, S("level"), S("error"));
            write_message(j, S("message"), text_of(j->out->arena, items[i]));
            write_locations(j, items[i]);
            json_end(j);
        }
    }
    json_end(j);
    json_end(j);
    json_end(j);
}

void report_sarif(struct buf *out, const struct diags *d, Str version)
{
    size_t n;
    const struct diag **items = diags_sorted(d, out->arena, &n);
    struct rules rules = rules_of(out->arena, items, n);
    struct json_writer j = json_to(out);
    json_begin_object(&j);
    json_pair(&j, S("$schema"), S(SCHEMA));
    json_pair(&j, S("version"), S("2.1.0"));
    json_key(&j, S("runs"));
    json_begin_list(&j);
    json_begin_object(&j);
    write_tool(&j, &rules, version);
    write_invocation(&j, items, n);
    json_pair(&j, S("columnKind"), S("unicodeCodePoints"));
    json_key(&j, S("results"));
    json_begin_list(&j);
    for (size_t i = 0; i < n; i++) {
        if (is_result(items[i])) {
            write_result(&j, &rules, items[i]);
        }
    }
    json_end(&j);
    json_end(&j);
    json_end(&j);
    json_end(&j);
}
