#include "edition/spoken_words.h"

struct words {
    const char *code;
    const char *of[WORD_COUNT];
};

/* The last one is for all languages that are not above it. */
static const struct words languages[] = {
    {"en",
     {
         [WORD_SAME] = "the same",
         [WORD_ALMOST_SAME] = "almost the same",
         [WORD_NONE] = "none",
         [WORD_ALL] = "all",
         [WORD_NEARLY_ALL] = "nearly all",
         [WORD_HARDLY_ANY] = "fewer than 1 in 1,000",
         [WORD_HALF] = "half",
         [WORD_ABOUT_HALF] = "about half",
         [WORD_NEARLY_HALF] = "nearly half",
         [WORD_OVER_HALF] = "just over half",
         [WORD_SHARE] = "{n} in {of}",
         [WORD_ABOUT] = "about {x}",
         [WORD_LESS_THAN] = "less than {x}",
         [WORD_MORE_THAN] = "more than {x}",
         [WORD_MORE] = "{x} more",
         [WORD_FEWER] = "{x} fewer",
         [WORD_MORE_MONEY] = "{x} more",
         [WORD_LESS_MONEY] = "{x} less",
         [WORD_HIGHER] = "{x} higher",
         [WORD_LOWER] = "{x} lower",
         [WORD_POINTS_HIGHER] = "{x} {n, plural, one {percentage point} other "
                                "{percentage points}} higher",
         [WORD_POINTS_LOWER] = "{x} {n, plural, one {percentage point} other "
                               "{percentage points}} lower",
         [WORD_MORE_IN_EVERY] = "{x} more in every {of}",
         [WORD_FEWER_IN_EVERY] = "{x} fewer in every {of}",
         [WORD_MORE_FOR_EVERY] = "{x} more for every {of}",
         [WORD_FEWER_FOR_EVERY] = "{x} fewer for every {of}",
     }},
    {"cy",
     {
         [WORD_SAME] = "yr un peth",
         [WORD_ALMOST_SAME] = "bron yr un peth",
         [WORD_NONE] = "dim un",
         [WORD_ALL] = "pob un",
         [WORD_NEARLY_ALL] = "bron pob un",
         [WORD_HARDLY_ANY] = "llai nag 1 ym mhob 1,000",
         [WORD_HALF] = "hanner",
         [WORD_ABOUT_HALF] = "tua hanner",
         [WORD_NEARLY_HALF] = "bron hanner",
         [WORD_OVER_HALF] = "ychydig dros hanner",
         [WORD_SHARE] = "{n} o bob {of}",
         [WORD_ABOUT] = "tua {x}",
         [WORD_LESS_THAN] = "llai na {x}",
         [WORD_MORE_THAN] = "mwy na {x}",
         [WORD_MORE] = "{x} yn fwy",
         [WORD_FEWER] = "{x} yn llai",
         [WORD_MORE_MONEY] = "{x} yn fwy",
         [WORD_LESS_MONEY] = "{x} yn llai",
         [WORD_HIGHER] = "{x} yn uwch",
         [WORD_LOWER] = "{x} yn is",
         [WORD_POINTS_HIGHER] = "{x} pwynt canran yn uwch",
         [WORD_POINTS_LOWER] = "{x} pwynt canran yn is",
         [WORD_MORE_IN_EVERY] = "{x} yn fwy o bob {of}",
         [WORD_FEWER_IN_EVERY] = "{x} yn llai o bob {of}",
         [WORD_MORE_FOR_EVERY] = "{x} yn fwy am bob {of}",
         [WORD_FEWER_FOR_EVERY] = "{x} yn llai am bob {of}",
     }},
    {"ar",
     {
         [WORD_SAME] = "بلا تغيير",
         [WORD_ALMOST_SAME] = "بلا تغيير تقريبًا",
         [WORD_NONE] = "لا أحد",
         [WORD_ALL] = "الجميع",
         [WORD_NEARLY_ALL] = "الجميع تقريبًا",
         [WORD_HARDLY_ANY] = "أقل من 1 من كل 1,000",
         [WORD_HALF] = "النصف",
         [WORD_ABOUT_HALF] = "نحو النصف",
         [WORD_NEARLY_HALF] = "النصف تقريبًا",
         [WORD_OVER_HALF] = "أكثر بقليل من النصف",
         [WORD_SHARE] = "{n} من كل {of}",
         [WORD_ABOUT] = "نحو {x}",
         [WORD_LESS_THAN] = "أقل من {x}",
         [WORD_MORE_THAN] = "أكثر من {x}",
         [WORD_MORE] = "أكثر بمقدار {x}",
         [WORD_FEWER] = "أقل بمقدار {x}",
         [WORD_MORE_MONEY] = "أكثر بمقدار {x}",
         [WORD_LESS_MONEY] = "أقل بمقدار {x}",
         [WORD_HIGHER] = "أعلى بمقدار {x}",
         [WORD_LOWER] = "أدنى بمقدار {x}",
         [WORD_POINTS_HIGHER] = "أعلى بمقدار {x} {n, plural, zero {نقطة مئوية} "
                                "one {نقطة مئوية} two {نقطة مئوية} few {نقاط "
                                "مئوية} many {نقطة مئوية} other {نقطة مئوية}}",
         [WORD_POINTS_LOWER] = "أدنى بمقدار {x} {n, plural, zero {نقطة مئوية} "
                               "one {نقطة مئوية} two {نقطة مئوية} few {نقاط "
                               "مئوية} many {نقطة مئوية} other {نقطة مئوية}}",
         [WORD_MORE_IN_EVERY] = "أكثر بمقدار {x} من كل {of}",
         [WORD_FEWER_IN_EVERY] = "أقل بمقدار {x} من كل {of}",
         [WORD_MORE_FOR_EVERY] = "أكثر بمقدار {x} لكل {of}",
         [WORD_FEWER_FOR_EVERY] = "أقل بمقدار {x} لكل {of}",
     }},
    {"",
     {
         [WORD_SAME] = "+0",
         [WORD_ALMOST_SAME] = "≈ 0",
         [WORD_NONE] = "0%",
         [WORD_ALL] = "100%",
         [WORD_NEARLY_ALL] = "≈ 100%",
         [WORD_HARDLY_ANY] = "< 1/1000",
         [WORD_HALF] = "1/2",
         [WORD_ABOUT_HALF] = "≈ 1/2",
         [WORD_NEARLY_HALF] = "< 1/2",
         [WORD_OVER_HALF] = "> 1/2",
         [WORD_SHARE] = "{n}/{of}",
         [WORD_ABOUT] = "≈ {x}",
         [WORD_LESS_THAN] = "< {x}",
         [WORD_MORE_THAN] = "> {x}",
         [WORD_MORE] = "+{x}",
         [WORD_FEWER] = "−{x}",
         [WORD_MORE_MONEY] = "+{x}",
         [WORD_LESS_MONEY] = "−{x}",
         [WORD_HIGHER] = "+{x}",
         [WORD_LOWER] = "−{x}",
         [WORD_POINTS_HIGHER] = "+{x}%",
         [WORD_POINTS_LOWER] = "−{x}%",
         [WORD_MORE_IN_EVERY] = "+{x}/{of}",
         [WORD_FEWER_IN_EVERY] = "−{x}/{of}",
         [WORD_MORE_FOR_EVERY] = "+{x}/{of}",
         [WORD_FEWER_FOR_EVERY] = "−{x}/{of}",
     }},
};

Str spoken_say(struct arena *a, const struct locale *l, enum spoken_word word,
               const struct filling *fillings, size_t n)
{
    size_t i = 0;
    while (i + 1 < COUNT(languages) &&
           !str_eq(str_from_c(languages[i].code), l->code)) {
        i++;
    }
    Str pattern = str_from_c(languages[i].of[word]);
    return message_fill(a, l, pattern, fillings, n, NULL);
}
