#include "base/hash.h"

#include <xxhash.h>

Str hash_hex(struct arena *a, Str bytes)
{
    XXH128_hash_t h = XXH3_128bits(bytes.p, bytes.n);
    return str_printf(a, "%016llx%016llx", (unsigned long long)h.high64,
                      (unsigned long long)h.low64);
}

Str hash_urn(struct arena *a, Str name)
{
    Str h = hash_hex(a, name);
    return str_printf(a, "urn:uuid:%.8s-%.4s-4%.3s-8%.3s-%.12s", h.p, h.p + 8,
                      h.p + 13, h.p + 17, h.p + 20);
}
