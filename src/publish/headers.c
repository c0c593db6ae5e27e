#include "publish/headers.h"

#include "render/context.h"

#define FOR_EVER "public, max-age=31536000, immutable"

static void rule(struct buf *b, Str folder, const char *path,
                 const char *caching)
{
    buf_printf(b, "\n/%.*s%s\n  Cache-Control: %s\n", STR_ARG(folder), path,
               caching);
}

/* Pages are asked for anew each time, which costs little when they have not
 * changed; a name with a hash in it never holds anything else. */
static void add_publication(struct buf *b, const struct work *w, Str folder)
{
    static const char *const pages[] = {"", "index.html", "404.html"};
    for (size_t i = 0; i < COUNT(pages); i++) {
        rule(b, folder, pages[i], "no-cache");
    }
    for (size_t i = 0; i < w->n; i++) {
        Str path = str_printf(b->arena, "%.*s%.*s", STR_ARG(folder),
                              STR_ARG(w->editions[i]->folder));
        rule(b, path, "/*", "no-cache");
    }
    rule(b, folder, "assets/*", FOR_EVER);
}

bool headers_write(struct work *const *works, size_t n, bool many,
                   const struct sink *sink)
{
    struct arena *a = sink->arena;
    struct buf b = buf_in(a);
    buf_printf(
        &b,
        "# What a server should send with these files. Written by Duet.\n"
        "/*\n"
        "  Content-Security-Policy: %.*s; connect-src 'self'; "
        "frame-ancestors 'self'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: no-referrer\n"
        "  Cross-Origin-Opener-Policy: same-origin\n"
        "  Permissions-Policy: camera=(), geolocation=(), "
        "microphone=(), payment=(), usb=(), browsing-topics=()\n",
        STR_ARG(context_csp()));
    if (many) {
        rule(&b, S(""), "", "no-cache");
        rule(&b, S(""), "index.html", "no-cache");
        rule(&b, S(""), "assets/*", FOR_EVER);
    }
    for (size_t i = 0; i < n; i++) {
        Str folder =
            many ? str_printf(a, "%.*s/", STR_ARG(works[i]->pub->id)) : S("");
        add_publication(&b, works[i], folder);
    }
    return sink_write(sink, S("_headers"), buf_str(&b));
}
