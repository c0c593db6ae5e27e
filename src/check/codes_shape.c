#include "check/codes_table.h"

static const struct code table[] = {
    {CODE("alt-markup", STRUCTURE, ERROR),
     RULE("The words for a picture are plain words."),
     REASON("They are read aloud, where nobody can follow a link or see a "
            "second picture."),
     MEND("Put the link or the footnote into the text beside the picture.")},
    {CODE("appendix-sequence", STRUCTURE, WARNING), MAY,
     RULE("Appendices that the text refers to are there, and are counted "
          "without gaps."),
     REASON("A reader looks for the next appendix and does not know whether it "
            "was "
            "forgotten or withheld."),
     MEND("Link to the appendix's file, [the work "
          "programme](work-programme.md), and Duet writes its letter; or "
          "correct the reference.")},
    {CODE("broken-anchor", STRUCTURE, ERROR),
     RULE("A link to a section or record names one that the chapter has, in "
          "each edition that has the link."),
     REASON("The reader lands at the top of a long page and must search, and "
            "an e-book with such a link is refused by shops and libraries."),
     MEND("Check the part behind the #: it is the section's id, made from its "
          "heading or written as {#id}. If the edition does not have that "
          "section, link to the chapter.")},
    {CODE("broken-link", STRUCTURE, ERROR),
     RULE("A link to a chapter leads to one that the edition has."),
     REASON(
         "A link that leads nowhere is a dead end, and in an e-book there is "
         "no way to search the web for it."),
     MEND("Check the file's name. If the edition does not have that chapter, "
          "link to one that it has.")},
    {CODE("decorative-alt", STRUCTURE, ERROR),
     RULE("A picture that only decorates has no words."),
     REASON("Words are read aloud to those who listen, and here they would be "
            "told about an ornament."),
     MEND("Leave the square brackets empty, or take \"decorative\" away when "
          "the picture tells something.")},
    {CODE("empty-chapter", STRUCTURE, ERROR),
     RULE("A chapter has something to read in each edition that has it."),
     REASON("A page with a title and nothing below it is a dead end."),
     MEND("Write a text, or leave the chapter out of the edition: `editions: "
          "[formal]` and `because: …` in its front matter.")},
    {CODE("empty-section", STRUCTURE, WARNING), MAY,
     RULE("A heading has text below it."),
     REASON("A reader comes for what it announces and finds nothing. It is "
            "often a section that somebody meant to write."),
     MEND("Write the text, or delete the heading.")},
    {CODE("link-text", STRUCTURE, WARNING), MAY,
     RULE("The words of a link say where it leads."),
     REASON("Many readers hear the links of a page one after the other, and "
            "\"click here\" or a bare address tells them nothing."),
     MEND("Write what one finds there: [how to complain](complaints.md).")},
    {CODE("missing-alt", STRUCTURE, ERROR),
     RULE("A picture has words for people who cannot see it."),
     REASON("Without them it is not there for readers who listen, and the book "
            "may no longer say that it is accessible."),
     MEND("Write what it shows: `![Two houses by a road](houses.jpg)`; or "
          "`![](houses.jpg \"decorative\")` when it tells nothing.")},
    {CODE("orphan-chapter", STRUCTURE, WARNING), MAY,
     RULE("A chapter's file is in some edition."),
     REASON("Somebody wrote it, and nobody can read it."),
     MEND("Name it under `chapters` or `appendices` in publication.yaml, or "
          "move the file away.")},
    {CODE("skipped-heading", STRUCTURE, WARNING), MAY,
     RULE("Headings go down one level at a time: ### stands below ##."),
     REASON("Readers who go by headings think that they have missed one."),
     MEND("Start it with one # fewer, or write the heading between.")},
    {CODE("table-without-caption", STRUCTURE, WARNING), MAY,
     RULE("A table has a caption."),
     REASON("It tells what the numbers are before one reads them, and it is "
            "what a screen reader announces."),
     MEND("Write a line `Table: Children looked after on 31 March` above or "
          "below it.")},
    {CODE("unused-contact", STRUCTURE, WARNING), MAY,
     RULE("A contact in contacts.yaml is shown somewhere."),
     REASON("It may be the one that an offer forgot to name, or one that has "
            "gone and is no longer kept right."),
     MEND("Name it as the `contact` of an offer or with {{ contact ID }}, set "
          "`always: true`, or delete it.")},
    {CODE("unused-file", STRUCTURE, WARNING), MAY,
     RULE("A picture in the publication's folder is shown somewhere."),
     REASON("It is often the one that was to replace another, or a photograph "
            "that should not have been kept."),
     MEND("Show it, or move the file away.")},

    {CODE("debris", LEFTOVERS, WARNING), MAY,
     RULE("A text is free of what a PDF or a scanner leaves behind."),
     REASON(
         "A bullet that became `¶`, or the head of a page in the middle of a "
         "sentence, makes readers stumble and is read aloud."),
     MEND("Delete it, or write what it was: a list item starts with a hyphen "
          "and a space.")},
    {CODE("foreign-council", LEFTOVERS, WARNING), MAY,
     RULE("A council's own text does not name another council by accident."),
     REASON("It is the mark of a copied text, and readers would be promised "
            "what somebody else does."),
     MEND("Write {{ council.name }}, which is always the right one. If the "
          "other council is meant, allow it and say why.")},
    {CODE("mojibake", LEFTOVERS, WARNING), MAY,
     RULE("Letters are the ones that the author typed."),
     REASON("Signs such as `â€™` are an apostrophe that was saved in the wrong "
            "encoding. They look like a fault and are read aloud as three "
            "words."),
     MEND("Write the sign that is meant; the message shows it.")},
    {CODE("placeholder", LEFTOVERS, WARNING), MAY,
     RULE("Nothing is left that somebody meant to fill in."),
     REASON("`[council name]` or `TODO` on a public page tells readers that "
            "nobody read it first."),
     MEND("Write what belongs there. A note to yourself can stand between <!-- "
          "and -->, which is never published.")},
};

const struct code_part codes_of_shape = {table, COUNT(table)};
