#include "check/codes_table.h"

static const struct code table[] = {
    {CODE("bad-logo", THEME, ERROR),
     RULE("A theme's logo is a small SVG or PNG file that says its size."),
     REASON("Every page shows it, and nothing on a page may move when it "
            "comes."),
     MEND("Put an SVG with a viewBox, or a PNG, of less than 64 KiB into the "
          "theme's folder assets/, and write its name: `logo: crest.svg`.")},
    {CODE("bad-token", THEME, ERROR),
     RULE("A design token is a name that a style sheet uses, with one value, "
          "or with one for light and one for dark; a palette gives other "
          "values to some of them."),
     REASON("A colour or size that cannot be read would be missing from every "
            "page, and one that nothing uses changes none."),
     MEND("Write `name: value`, or `name: {light: \"#ffffff\", dark: "
          "\"#12181e\"}`, with a name that the theme has which yours "
          "extends.")},
    {CODE("low-contrast", THEME, WARNING),
     RULE("Text stands out from its ground by 7 to 1 (WCAG 2.2, 1.4.6); less "
          "than 4.5 to 1 (1.4.3) is an error. So it is in light, in dark and "
          "in each palette."),
     REASON("Pale grey on white cannot be read in the sun, on a cheap screen "
            "or with tired eyes."),
     MEND("Make one of the two colours darker or lighter; the message gives "
          "the ratio. Name each text and its ground in `pairs` of "
          "theme.yaml.")},
    {CODE("missing-string", THEME, ERROR),
     RULE("A theme has words for everything that it says."),
     REASON("A button or a label would have no name."),
     MEND("Add the line to strings/en.yaml of the theme.")},
    {CODE("missing-template", THEME, ERROR),
     RULE("A theme has every template that is used."),
     REASON("Records of that kind could not be shown."),
     MEND("Write the template, or let the theme extend core, civic or bright, "
          "which have them all.")},
    {CODE("not-a-text", THEME, ERROR),
     RULE("What a template writes is a text or a number."),
     REASON("A list or a map has no words of its own."),
     MEND("Go into it with a section, {{#priorities}} … {{/priorities}}, and "
          "write its fields.")},
    {CODE("template-syntax", THEME, ERROR),
     RULE("A template follows the rules of Mustache."),
     REASON("A tag that is not closed would swallow the rest of the page."),
     MEND("Close each {{#name}} with {{/name}} in the same template.")},
    {CODE("theme-cycle", THEME, ERROR),
     RULE("A theme does not extend itself, not even through another."),
     REASON("It could not be told which of them begins."),
     MEND("Let it extend core, civic or bright.")},
    {CODE("unknown-block", THEME, ERROR),
     RULE("A block that a template fills is one of the template that it "
          "extends."),
     REASON("What stands in it would be shown nowhere."),
     MEND("Check the spelling; the message suggests the nearest.")},
    {CODE("unknown-icon", THEME, ERROR),
     RULE("An icon is one of the theme's pictures."),
     REASON("Its place would stay empty."),
     MEND("Write the name of a file in the theme's folder icons/, without "
          ".svg.")},
    {CODE("unknown-theme", THEME, ERROR),
     RULE("A theme that is named is one of Duet's, or a folder in themes/."),
     REASON("Without it there are no pages."),
     MEND("Write civic or bright, or the name of your own theme's folder.")},
    {CODE("unknown-variable", THEME, ERROR),
     RULE("A template uses only values that there are."),
     REASON("A mistyped name would leave a gap on every page, and nobody would "
            "see why."),
     MEND("Check the spelling; the message suggests the nearest.")},

    {CODE("old-output-left", OUTPUT, WARNING),
     RULE("After a build nothing is left of the output before it."),
     REASON("The new pages are in place, but a folder beside them takes up "
            "room and may confuse."),
     MEND("Remove the folder that the message names.")},
    {CODE("output-not-ours", OUTPUT, ERROR),
     RULE("The output goes to an empty folder, or to one that Duet wrote."),
     REASON("A build replaces the whole folder; files of yours in it would be "
            "lost."),
     MEND("Name another folder with -o.")},
    {CODE("system", OUTPUT, SYSTEM),
     RULE("The machine can read and write what it is asked to."),
     REASON("A full disk or a folder without permission is not the content's "
            "fault. Nothing was published, and what was there is as it was."),
     MEND("Make room, or ask for permission to the folder, and run the command "
          "again.")},
};

const struct code_part codes_of_themes = {table, COUNT(table)};
