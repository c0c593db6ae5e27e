#include "render/address.h"

/* With one `/` at its end; empty when it is not known. */
static Str site_url(struct arena *a, const struct publication *p)
{
    const struct record *site = record_group(p->record, S("site"));
    Str url = site == NULL ? S("") : record_word(site, S("url"));
    return url.n == 0 || str_ends(url, S("/"))
               ? url
               : str_printf(a, "%.*s/", STR_ARG(url));
}

Str address_of(struct arena *a, const struct publication *p, Str path)
{
    Str url = site_url(a, p);
    return url.n == 0 ? url
                      : str_printf(a, "%.*s%.*s", STR_ARG(url), STR_ARG(path));
}

Str address_folder(struct arena *a, const struct publication *p)
{
    Str url = site_url(a, p);
    Str rest = str_from(url, str_find(url, S("//")) + 2);
    return str_from(rest, str_find_byte(rest, '/'));
}
