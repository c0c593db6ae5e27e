#include "base/hash.h"

#include <xxhash.h>

Str hash_hex(struct arena *a, Str bytes)
{
    XXH128_hash_t h = XXH3_128bits(bytes.p, bytes.n);
    return str_printf(a, "%016llx%016llx", (unsigned long long)h.high64,
                      (unsigned long long)h.low64);
}
