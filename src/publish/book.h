/**
 * book: the files of an EPUB that are not pages of the theme's: the package
 * document, the contents, the cover.
 */
#ifndef DUET_PUBLISH_BOOK_H
#define DUET_PUBLISH_BOOK_H

#include "publish/work.h"

/** One file of the book, beneath its `EPUB/` folder. */
struct book_file {
    Str path;
    Str id; /* in the manifest */
    Str type;
    Str properties; /* in the manifest, or empty */
    Str bytes;
    bool in_spine;
};

struct book {
    const struct scene *scene;
    struct arena *arena;
    struct diags *diags;
    Str title;
    Str language;
    Str modified;            /* as dcterms:modified wants it */
    struct book_file *files; /* in reading order, then the rest */
    size_t nfiles;
};

/** META-INF/container.xml. */
Str book_container(void);

/** package.opf (EPUB 3.3, section 5). */
Str book_package(const struct book *b);

/** nav.xhtml (EPUB 3.3, section 7): contents and landmarks. */
Str book_nav(const struct book *b);

/** cover.svg: title, council and edition on the theme's colour. */
Str book_cover(const struct book *b);

#endif
