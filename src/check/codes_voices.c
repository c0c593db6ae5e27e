#include "check/codes_table.h"

static const struct code table[] = {
    {CODE("damaged-ledger", PARITY, ERROR),
     RULE("The file duet.lock is as `duet review` wrote it."),
     REASON("It is the record of who looked at which text, and when. A record "
            "that somebody edited proves nothing."),
     MEND("Take the file from an earlier version, or delete the entry that the "
          "message names and review that text again. Where two branches meet, "
          "keep the entries of both; of one that both have, keep either "
          "whole.")},
    {CODE("missing-voice", PARITY, ERROR),
     RULE(
         "Each section and each text has a voice for every edition, is covered "
         "by the section above it, or is withheld with a reason. It is an "
         "error where the edition requires parity, else a warning."),
     REASON("What is left out of one edition is left out for its readers, and "
            "they cannot see the gap."),
     MEND("Write `::: young`, the text and `:::` into the section, or `young: "
          "…` into the field. If these readers should not have it, write "
          "`::: young none` and the reason.")},
    {CODE("stale-fork", PARITY, WARNING), MAY,
     RULE("What a fork has changed follows when the text that it was changed "
          "from changes upstream."),
     REASON("The model may have been corrected, and the old mistake goes on "
            "here."),
     MEND("`duet review` shows what has changed upstream, and your text beside "
          "it. Change yours, take it away to inherit again, or leave it; then "
          "record who has looked: `duet review --accept ID --by ROLE`.")},
    {CODE("stale-voice", PARITY, WARNING), MAY,
     RULE("A young text follows when the formal text that it was written from "
          "changes."),
     REASON("The two editions would drift apart, and young people would be the "
            "last to hear."),
     MEND("`duet review` shows the words that have changed, and the young text "
          "beside them. Change it or leave it, then record who has looked: "
          "`duet review --accept ID --by ROLE`.")},
    {CODE("stale-translation", PARITY, WARNING), MAY,
     RULE("A translation follows when the text that it was made from changes."),
     REASON("Who reads in another language would be told what is no longer "
            "so, and would not know it."),
     MEND("`duet review` shows the words that have changed, and the "
          "translation beside them. Have it changed by somebody who speaks "
          "the language, then record who has looked: `duet review --accept ID "
          "--by ROLE`.")},
    {CODE("withheld-with-text", PARITY, ERROR),
     RULE("A section that is withheld from an edition has no text for it."),
     REASON("One of the two is a mistake, and Duet cannot know which."),
     MEND("Keep the text, or keep `::: young none` with the reason.")},
    {CODE("withheld-without-reason", PARITY, ERROR),
     RULE("What is withheld from an edition has its reason beside it."),
     REASON("Leaving something out can be right: a statistic that labels its "
            "reader, for one. A reason shows that somebody decided it."),
     MEND("Write the reason between `::: young none` and `:::`; for a chapter, "
          "add `because: …` to its front matter.")},

    {CODE("abbreviation-unexplained", READING, WARNING), MAY,
     RULE("An abbreviation is explained where a reader first meets it."),
     REASON("Letters such as `IRO` or `PEP` shut out everybody who is new."),
     MEND("Write the words out, or add the abbreviation to terms.yaml as "
          "`short` of its term; Duet then explains it in each edition.")},
    {CODE("hard-word", READING, WARNING), MAY,
     RULE("A text uses words that the edition's readers know."),
     REASON(
         "Readers who meet several unknown words in a page give up, and many "
         "are too polite or too tired to ask."),
     MEND("Write the plainer word that the message names. If the word itself "
          "matters, explain it in terms.yaml.")},
    {CODE("long-list", READING, WARNING), MAY,
     RULE("A list is short enough to be kept in mind."),
     REASON("After seven or so items the first ones are forgotten."),
     MEND("Group the items under headings of their own, or leave out what "
          "these readers do not need.")},
    {CODE("long-paragraph", READING, WARNING), MAY,
     RULE("A paragraph is short enough to be read in one go."),
     REASON("On a phone a long one fills the screen, and a reader who looks "
            "away does not find the place again."),
     MEND("Start a new paragraph with each new thought, or make a list of the "
          "steps.")},
    {CODE("long-sentence", READING, WARNING), MAY,
     RULE("A sentence is no longer than the edition's readers can follow."),
     REASON("By the end of a long sentence its beginning is gone."),
     MEND("Make two sentences of it: put a full stop before \"and\", \"which\" "
          "or \"so that\".")},
    {CODE("passive", READING, WARNING), MAY, RULE("A text says who does what."),
     REASON(
         "\"Support will be provided\" does not tell a young person who will "
         "help, or whom to remind."),
     MEND("Name who does it: \"Your social worker will help you\".")},
    {CODE("reading-age", READING, WARNING), MAY,
     RULE("A section's reading age is at most the edition's `reading-age`, or, "
          "until the day that a ratchet sets, no worse than it was."),
     REASON(
         "A text that is too hard is not read, and what it promises does not "
         "arrive."),
     MEND("`duet words` shows the hardest sentences first, with what to say "
          "instead. Shorter sentences and commoner words both help. For old "
          "texts, `reading-age: {limit: 9, until: 2027-03-31, no-worse-than: "
          "duet.lock}` gives time: `duet review --accept-all` records how each "
          "reads now, and it may only get better.")},
    {CODE("term-to-avoid", READING, WARNING), MAY,
     RULE("An edition does not use the words that terms.yaml says it avoids."),
     REASON("Young people chose these words, or asked not to be called by "
            "them."),
     MEND("Write what terms.yaml says instead; the message names it.")},
};

const struct code_part codes_of_voices = {table, COUNT(table)};
