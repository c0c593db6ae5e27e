#include "model/pictures.h"

#include <errno.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/suggest.h"

/* Above this, a page's one picture weighs more than the rest of a visit. */
enum { LARGE = 500 * 1000 };

#define WHERE_TO_PUT                                                           \
    "save it in the folder images/ of the publication and "                    \
    "write images/NAME.jpg"

/* A file that some image has asked for. */
struct found {
    bool sound;
    struct picture picture;
    struct picture_fault why; /* unless sound; no code: reported as a whole */
};

struct finder {
    struct arena *arena;
    struct diags *diags;
    const struct publication *pub;
    const struct chapter *chapter;
    struct map files; /* path beneath the folder to struct found */
};

/* The target's own place, where that can be told. */
static Str target_place(const struct node *n)
{
    Str behind = str_from(n->where, str_find(n->where, S("](")));
    size_t at = str_find(behind, n->text);
    return n->text.n > 0 && at < behind.n
               ? str_to(str_from(behind, at), n->text.n)
               : n->where;
}

static bool bad_link(struct finder *f, const struct node *n,
                     const char *message, const char *help)
{
    diag_error(f->diags, f->chapter->src, target_place(n), "bad-link", "%s",
               message);
    diag_help(f->diags, "%s", help);
    return false;
}

static int hex_digit(char c)
{
    c = ascii_lower(c);
    return ascii_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* `my%20house.png` is the file `my house.png` (RFC 3986, section 2.1). */
static Str decode(struct arena *a, Str target)
{
    struct buf b = buf_in(a);
    for (size_t i = 0; i < target.n; i++) {
        int high = i + 2 < target.n ? hex_digit(target.p[i + 1]) : -1;
        int low = i + 2 < target.n ? hex_digit(target.p[i + 2]) : -1;
        if (target.p[i] == '%' && high >= 0 && low >= 0) {
            buf_byte(&b, (char)(high << 4 | low));
            i += 2;
        } else {
            buf_byte(&b, target.p[i]);
        }
    }
    return buf_str(&b);
}

/* The folder of the layer number `i`. */
static Str layer_folder(const struct finder *f, size_t i)
{
    return i < f->pub->layers.n ? f->pub->layers.items[i].folder
                                : f->pub->folder;
}

/* The chapter's folder, from that of its layer: the one that holds its file,
 * for a layer may lie inside another. */
static Str chapter_folder(const struct finder *f)
{
    Str path = f->chapter->src->path, deepest = S("");
    for (size_t i = 0; i == 0 || i < f->pub->layers.n; i++) {
        Str folder = layer_folder(f, i);
        if (str_starts(path, folder) && !str_eq(folder, S(".")) &&
            folder.n > deepest.n) {
            deepest = folder;
        }
    }
    return path_dir(str_from(path, deepest.n));
}

/* The folder that `path` is in: of the first layer that has it. */
static Str folder_of(const struct finder *f, Str path)
{
    Str full;
    size_t i = layers_find(&f->pub->layers, f->arena, 0, path, &full);
    return i < f->pub->layers.n ? layer_folder(f, i) : f->pub->folder;
}

/* The path of the image's file beneath the publication's folder. */
static bool locate(struct finder *f, const struct node *n, Str *out)
{
    Str target = decode(f->arena, n->text);
    if (target.n == 0) {
        return bad_link(f, n, "this image does not name a file", WHERE_TO_PUT);
    }
    for (size_t i = 0; i < target.n; i++) {
        unsigned char c = (unsigned char)target.p[i];
        if (c == ':' || target.p[0] == '/') {
            return bad_link(f, n, "a picture must be a file of the publication",
                            WHERE_TO_PUT);
        }
        if (c < ' ' || c == 0x7F || c == '\\') {
            return bad_link(f, n, "this is not the name of a picture",
                            "write / between folders: images/NAME.jpg");
        }
    }
    bool from_chapter =
        str_starts(target, S("./")) || str_starts(target, S("../"));
    Str from = from_chapter ? chapter_folder(f) : S("");
    return path_resolve(f->arena, from, target, out) ||
           bad_link(f, n, "this leads out of the publication's folder",
                    WHERE_TO_PUT);
}

/* Tries the names of the files in `folder`, which need not exist. */
static void suggest_files(struct finder *f, struct suggest *s, Str folder)
{
    struct dir_entry *entries;
    size_t n;
    Str path = path_join(f->arena, f->pub->folder, folder);
    if (!dir_list(f->arena, path, &entries, &n)) {
        return;
    }
    for (size_t i = 0; i < n; i++) {
        Str name = entries[i].name;
        if (entries[i].kind == FILE_REGULAR && !str_ends(name, S(".md")) &&
            !str_ends(name, S(".yaml"))) {
            suggest_try(s, name);
        }
    }
}

static void missing_file(struct finder *f, const struct node *n, Str path)
{
    Str folder = path_dir(path);
    struct suggest s = suggest_for(path_base(path));
    suggest_files(f, &s, folder);
    /* as the author wrote it, up to the name */
    Str start = str_to(n->text, n->text.n - path_base(n->text).n);
    if (s.best.n == 0 && !str_eq(folder, S("images"))) {
        start = S("images/");
        suggest_files(f, &s, S("images"));
    }
    diag_error(f->diags, f->chapter->src, target_place(n), "missing-file",
               "there is no file %.*s",
               STR_ARG(path_join(f->arena, f->pub->folder, path)));
    if (s.best.n > 0) {
        diag_help(f->diags, "did you mean '%.*s%.*s'?", STR_ARG(start),
                  STR_ARG(s.best));
    } else {
        diag_help(f->diags, WHERE_TO_PUT);
    }
}

static bool is_beneath(Str root, Str path)
{
    bool whole = str_ends(root, S("/")); /* the root of all */
    return str_starts(path, root) &&
           (whole || str_starts(str_from(path, root.n), S("/")));
}

/* Reads the file `path`, into `scratch`. Returns: false after refusing it. */
static bool read_bytes(struct finder *f, struct arena *scratch, Str folder,
                       Str path, struct picture_fault *why, Str *out)
{
    if (!is_beneath(path_real(scratch, folder), path_real(scratch, path))) {
        *why = (struct picture_fault){
            "bad-link", "is a link that leads out of the publication's folder",
            "put the file itself there"};
        return false;
    }
    if (file_read(scratch, path, PICTURE_MAX, out)) {
        return true;
    }
    if (errno == EFBIG) {
        *why = (struct picture_fault){
            "too-large", "is larger than 20 MiB",
            "save it smaller; about 1200 pixels are wide enough for a page"};
    } else {
        diag_system(f->diags, path, "cannot read", errno);
    }
    return false;
}

static void warn(struct finder *f, const struct node *n,
                 const struct picture *p, Str path)
{
    const struct source *src = f->chapter->src;
    if (p->located) {
        diag_warning(f->diags, src, target_place(n), "photo-location",
                     "%.*s says where it was taken", STR_ARG(path));
        diag_help(f->diags, "what is published does not; take the place out "
                            "of the file too before you pass it on");
    }
    if (p->bytes.n > LARGE) {
        diag_warning(f->diags, src, target_place(n), "picture-large",
                     "%.*s costs a reader on a phone %zu KB", STR_ARG(path),
                     p->bytes.n / 1000);
        diag_help(f->diags,
                  "save a copy of about 1200 pixels a side as JPEG; this one "
                  "has %u by %u",
                  p->width, p->height);
    }
}

static struct found *load(struct finder *f, const struct node *n, Str path)
{
    struct found *found = ARENA_NEW(f->arena, struct found, 1);
    struct arena *scratch = arena_create();
    Str folder = folder_of(f, path);
    Str full = path_join(f->arena, folder, path), bytes;
    found->sound = read_bytes(f, scratch, folder, full, &found->why, &bytes) &&
                   picture_parse(f->arena, bytes, &found->picture, &found->why);
    arena_free(scratch);
    if (found->sound) {
        found->picture.file =
            picture_name(f->arena, &found->picture, path_stem(path));
        found->picture.path = path;
        warn(f, n, &found->picture, full);
    }
    map_put(&f->files, path, found);
    return found;
}

static void find_picture(struct finder *f, const struct node *n)
{
    Str path;
    if (!locate(f, n, &path)) {
        return;
    }
    Str full = path_join(f->arena, folder_of(f, path), path);
    if (file_kind(full) != FILE_REGULAR) {
        missing_file(f, n, path);
        return;
    }
    struct found *found = map_get(&f->files, path);
    if (found == NULL) {
        found = load(f, n, path);
    }
    if (found->sound) {
        n->image->picture = &found->picture;
    } else if (found->why.code != NULL) {
        diag_error(f->diags, f->chapter->src, target_place(n), found->why.code,
                   "%.*s %s", STR_ARG(full), found->why.message);
        diag_help(f->diags, "%s", found->why.help);
    }
}

static void check_caption(struct finder *f, const struct node *n, bool lone)
{
    if (!lone && n->image->caption.n > 0) {
        diag_error(f->diags, f->chapter->src, n->where, "picture-caption",
                   "a picture inside a line cannot have a caption");
        diag_help(f->diags,
                  "put it into a paragraph of its own, with an empty "
                  "line above and below, or take \"%.*s\" away",
                  STR_ARG(n->image->caption));
    }
}

static void check_description(struct finder *f, const struct node *box,
                              const struct node *before)
{
    if (before == NULL || !node_is_lone_image(before)) {
        diag_error(f->diags, f->chapter->src, box->where,
                   "misplaced-description",
                   "there is no picture above for this to describe");
        diag_help(f->diags, "put it right below a picture that stands in a "
                            "paragraph of its own");
    } else if (box->first == NULL) {
        diag_error(f->diags, f->chapter->src, box->where, "empty-description",
                   "this description says nothing");
        diag_help(f->diags, "write it between this line and :::");
    }
}

/* `before` is the block above, or NULL. The depth of the tree is limited by
 * the parser. */
static void find_in(struct finder *f, const struct node *n,
                    const struct node *before, bool lone)
{
    if (n->kind == NODE_HEADING) {
        return; /* what stands in it was refused */
    }
    if (n->kind == NODE_IMAGE) {
        check_caption(f, n, lone);
        find_picture(f, n);
        return; /* and in its words, too */
    }
    if (n->kind == NODE_CONTAINER && str_eq(n->text, S("description"))) {
        check_description(f, n, before);
    }
    before = NULL;
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        find_in(f, c, before, node_is_lone_image(n));
        before = c;
    }
}

static void find_in_section(struct finder *f, const struct section *s)
{
    const struct node *above[VOICES_MAX] = {0}; /* what each voice has there */
    for (size_t i = 0; i < s->npieces; i++) {
        const struct piece *piece = &s->pieces[i];
        bool shared = piece->voice == VOICE_SHARED;
        find_in(f, piece->node, shared ? NULL : above[piece->voice], false);
        for (int v = 0; v < VOICES_MAX; v++) {
            above[v] = shared || v == piece->voice ? piece->node : above[v];
        }
    }
    for (const struct section *c = s->first; c != NULL; c = c->next) {
        find_in_section(f, c);
    }
}

/* The card's picture is named in publication.yaml as an image's target is. */
static void find_card(struct finder *f, struct publication *p)
{
    const struct record *card = record_group(p->record, S("card"));
    if (card == NULL) {
        return;
    }
    if (record_group(p->record, S("site")) == NULL) {
        diag_error(f->diags, p->src, card->where, "missing-field",
                   "a card needs the address of the site");
        diag_help(f->diags, "add `site: {url: https://…}`: whoever shows the "
                            "card must be able to fetch its picture");
    }
    const struct slot *slot = record_slot(card, S("image"));
    const struct chapter settings = {.src = p->src};
    struct image image = {0};
    const struct node n = {.kind = NODE_IMAGE,
                           .where = slot->where,
                           .text = slot->word,
                           .image = &image};
    f->chapter = &settings;
    find_picture(f, &n);
    p->card = image.picture;
}

void pictures_find(struct arena *a, struct diags *d, struct publication *p)
{
    struct finder f = {
        .arena = a,
        .diags = d,
        .pub = p,
        .files = map_in(a),
    };
    for (size_t i = 0; i < p->nchapters; i++) {
        f.chapter = p->chapters[i];
        find_in_section(&f, f.chapter->opening);
    }
    find_card(&f, p);
}
