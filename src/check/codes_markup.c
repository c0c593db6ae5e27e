#include "check/codes_table.h"

static const struct code table[] = {
    {CODE("empty-description", CONTENT, ERROR),
     RULE("A picture's description says something."),
     REASON("Readers who cannot see the picture are promised a description and "
            "would find none."),
     MEND("Write between `::: description` and `:::` what the picture shows, "
          "or take the container away.")},
    {CODE("empty-footnote", CONTENT, ERROR), RULE("A footnote says something."),
     REASON("A reader who follows its number would find nothing."),
     MEND("Write its text behind the colon: `[^1]: Department for Education, "
          "2018.`")},
    {CODE("empty-heading", CONTENT, ERROR), RULE("A heading has words."),
     REASON("Many readers go from heading to heading, by ear or in the list of "
            "contents, and an empty one tells them nothing."),
     MEND("Write the words on the line: `## Our homes`.")},
    {CODE("empty-insert", CONTENT, ERROR),
     RULE("An insert of records has records to show."),
     REASON("Where a list is promised, a reader would find an empty place."),
     MEND("Declare some of these records, change what the insert chooses by, "
          "or take it away.")},
    {CODE("heading-level", CONTENT, ERROR),
     RULE(
         "A chapter has one title: `title` in its front matter, or one heading "
         "that starts with a single #."),
     REASON("Two titles would make one page look like two, above all to people "
            "who hear it."),
     MEND("Start the heading with ## instead of #, or take `title` out of the "
          "front matter.")},
    {CODE("indented-code", CONTENT, WARNING), MAY,
     RULE("Code stands between two lines ```."),
     REASON(
         "Four blanks at the start of a line make it code, in letters of one "
         "width, which few authors mean; a footnote's second paragraph ends "
         "up so."),
     MEND("Start the line at the margin. A footnote is one paragraph: take the "
          "empty line away.")},
    {CODE("misplaced-container", CONTENT, ERROR),
     RULE("A line ::: stands by itself at the margin."),
     REASON("Inside a list, a quote or a paragraph it could not be told whose "
            "text begins or ends there."),
     MEND("End the list or the quote with an empty line, and start the ::: "
          "without spaces before it.")},
    {CODE("misplaced-description", CONTENT, ERROR),
     RULE("A description stands right below the picture that it describes."),
     REASON("Elsewhere it describes nothing, and would be lost."),
     MEND("Move it below a picture that stands in a paragraph of its own.")},
    {CODE("misplaced-footnote", CONTENT, ERROR),
     RULE("No footnote is called inside the words of a link."),
     REASON("One press cannot lead to two places."),
     MEND("Write [^1] behind the link.")},
    {CODE("misplaced-heading", CONTENT, ERROR),
     RULE("A heading stands at the margin, not in a list or a quote."),
     REASON("A section cannot begin in the middle of a list: its text, its "
            "number and its twin in the other edition would have no place."),
     MEND("Start the line at the margin, or make the words strong with "
          "**two stars**.")},
    {CODE("misplaced-insert", CONTENT, ERROR),
     RULE("A chart or a list of records stands in a paragraph of its own."),
     REASON("It is as wide as the page and cannot stand inside a line."),
     MEND("Put an empty line above and below the insert.")},
    {CODE("misplaced-picture", CONTENT, ERROR),
     RULE("A picture stands in the text, not in a heading, a title, a caption "
          "or a footnote."),
     REASON("Headings and captions are read out, searched and listed in other "
            "places, where a picture cannot go."),
     MEND("Put it into a paragraph of its own.")},
    {CODE("nested-voice", CONTENT, ERROR),
     RULE("The text of one edition does not stand inside another container."),
     REASON("It could not be told whose text it is."),
     MEND("Close the container above with a line ::: first.")},
    {CODE("picture-broken", CONTENT, ERROR), RULE("A picture's file is whole."),
     REASON("Readers would see an empty frame."),
     MEND("Copy the file again from where it came, or open it in a picture "
          "program and save it as PNG or JPEG.")},
    {CODE("picture-caption", CONTENT, ERROR),
     RULE("Only a picture in a paragraph of its own has a caption."),
     REASON("There is no room for one inside a line."),
     MEND("Put the picture between two empty lines, or take the caption "
          "away.")},
    {CODE("picture-format", CONTENT, ERROR),
     RULE("Pictures are PNG or JPEG, and stand still."),
     REASON("Other kinds are not shown by every browser and e-book reader; "
            "some can carry programs, and moving ones distract or harm."),
     MEND("Open it in a picture program and save it as PNG (drawings) or JPEG "
          "(photographs).")},
    {CODE("picture-large", CONTENT, WARNING), MAY,
     RULE("A picture is small enough for a phone."),
     REASON("Many young people pay for each megabyte, and a page that takes "
            "long to arrive is not read."),
     MEND("Save it about 1,200 pixels wide; as JPEG if it is a photograph.")},
    {CODE("picture-rotated", CONTENT, ERROR),
     RULE("A picture is stored upright."),
     REASON("A note in the file tells how to turn it. Duet takes such notes "
            "out, because others beside it tell where a photograph was taken."),
     MEND("Open it in a picture program, turn it until it is upright, and save "
          "it.")},
    {CODE("raw-html", CONTENT, ERROR),
     RULE("A text is Markdown; HTML is not published."),
     REASON("HTML cannot be checked for who can read it and is lost in the "
            "e-book. It is mostly left over from a copied web page."),
     MEND("Write it in Markdown: **strong**, lists, tables with |. A note to "
          "yourself may stand between <!-- and -->, by itself on its lines.")},
    {CODE("second-heading", CONTENT, ERROR),
     RULE("A section has one heading in each edition."),
     REASON("The second one would be lost."),
     MEND("Write it with ### on a line inside the block, or start a section of "
          "its own with ## above it.")},
    {CODE("stray-container-end", CONTENT, ERROR),
     RULE("A line ::: closes a container that is open."),
     REASON("Either it is too many, or the line that should open a container "
            "is missing, and then a text is in the wrong edition."),
     MEND("Take the line away, or open a container above it: `::: young`.")},
    {CODE("table-cells", CONTENT, ERROR),
     RULE("Each row of a table has as many cells as the first."),
     REASON("A number in the wrong column says something else."),
     MEND("Add the | that is missing, take one away, or write \\| where the "
          "sign itself is meant.")},
    {CODE("table-shape", CONTENT, ERROR),
     RULE("A table has a row of dashes under its first row."),
     REASON("Without it the lines would run together into one paragraph."),
     MEND("Start its lines at the margin, and write | --- | --- | under the "
          "first, with as many cells.")},
    {CODE("unclosed-container", CONTENT, ERROR),
     RULE("A container that is opened is closed."),
     REASON("All that follows would go to the wrong readers."),
     MEND("Write a line ::: where it ends.")},
    {CODE("unclosed-insert", CONTENT, ERROR),
     RULE(
         "An insert begins with {{ and ends with }} on the same line, and says "
         "what to insert."),
     REASON("Readers would see the braces."),
     MEND("Write it whole: `{{ figure looked-after 2022 }}`. Where the braces "
          "themselves are meant, write \\{{.")},
    {CODE("unknown-container", CONTENT, ERROR),
     RULE("A container is called by an edition's id, or callout, case-study, "
          "quote or description."),
     REASON("With a mistyped name, what is meant for one edition's readers "
            "would reach others or nobody."),
     MEND("Write one of the names; the message suggests the nearest.")},
    {CODE("unknown-footnote", CONTENT, ERROR),
     RULE("A footnote that is called is written in the same chapter."),
     REASON("A reader would be sent to nothing."),
     MEND("Add a line `[^1]: the note`, or take the call away.")},
    {CODE("unknown-insert", CONTENT, ERROR),
     RULE("An insert is one that Duet knows, with the words that it needs."),
     REASON("Its place in the sentence would stay empty."),
     MEND("Check the spelling; the message says what was expected. "
          "`duet reference inserts` lists them.")},
    {CODE("unused-footnote", CONTENT, ERROR),
     RULE("A footnote is called somewhere in its chapter."),
     REASON("It would be lost: a note stands where its number is."),
     MEND("Write [^1] where it belongs, or delete the note.")},
};

const struct code_part codes_of_markup = {table, COUNT(table)};
