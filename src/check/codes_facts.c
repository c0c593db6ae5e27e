#include "check/codes_table.h"

static const struct code table[] = {
    {CODE("bad-figure", FACTS, ERROR),
     RULE("A figure has points, or series with one number for each name in "
          "`x`."),
     REASON("A chart would put numbers over the wrong months."),
     MEND("Write `points: {2021: 298, 2022: 294}`, or `x` and `series` with "
          "lists of the same length.")},
    {CODE("bad-share", FACTS, ERROR),
     RULE("A share is a part of a whole of the same kind."),
     REASON("\"12 in 10\" or a share of nothing means nothing."),
     MEND("Write the part first and then the whole: `{{ share disabled "
          "looked-after }}`.")},
    {CODE("count-mismatch", FACTS, WARNING), MAY,
     RULE("A list is as long as the text above it says."),
     REASON("A reader who is told of seven principles and counts ten does not "
            "know which three are not meant, or were made of another by a "
            "line that broke."),
     MEND("Count again, and correct the list or the number. Where the list "
          "continues somewhere else, say so.")},
    {CODE("figure-mismatch", FACTS, WARNING), MAY,
     RULE("A number in one voice is also in its twin, in a figure or in a "
          "record."),
     REASON("Two editions with two numbers make both hard to believe, and a "
            "promise that says six weeks in one and two months in the other "
            "is no promise."),
     MEND("Write the number once in figures.yaml and cite it in both voices "
          "with {{ figure … }}, or correct the one that is wrong.")},
    {CODE("stale-figure", FACTS, WARNING), MAY,
     RULE("A figure is no older than the publication allows."),
     REASON("Readers take a number for today's unless they are told."),
     MEND("Bring the figure and its `as-at` up to date, or say in the text "
          "what time it speaks of.")},
    {CODE("sum-mismatch", FACTS, WARNING), MAY,
     RULE("Parts add up to their whole, but for rounding."),
     REASON("A reader who adds them up stops believing the rest."),
     MEND("Look the numbers up in their source. If something is left out on "
          "purpose, say so: \"the others did not answer\".")},
    {CODE("unit-mismatch", FACTS, WARNING), MAY,
     RULE("Numbers that are compared are of one kind."),
     REASON("A rate per 10,000 beside a percentage looks like a fall or a rise "
            "that there never was."),
     MEND("Give both in the same unit, or say that they cannot be compared.")},
    {CODE("unknown-figure", FACTS, ERROR),
     RULE(
         "A figure that is cited is in figures.yaml, and has the point that is "
         "asked for."),
     REASON("The number would be missing from its sentence."),
     MEND("Check the spelling of the id and of the year, or add the figure.")},

    {CODE("amount-without-date", OFFERS, WARNING), MAY,
     RULE("An amount of money says when it was right."),
     REASON("Rates change each April. A young person who counts on the old one "
            "plans with money that is not there."),
     MEND("Put it into the offer's `amount`, with `as-at`: `amount: {value: "
          "£2,000, as-at: 2022-04-01}`.")},
    {CODE("category-uncovered", OFFERS, WARNING), MAY,
     RULE("A local offer has something under each head that the law names, at "
          "the publication's date."),
     REASON("The law asks councils to publish what they offer under these "
            "heads. An empty one leaves a young person to think that there is "
            "nothing."),
     MEND(
         "Add an offer with this `category`, even if it says who to ask. Heads "
         "that are not yet in force are named as coming.")},
    {CODE("expired-offer", OFFERS, WARNING), MAY, TODAY,
     RULE("An offer has not passed its date of review."),
     REASON(
         "Somebody may ask for what is no longer given, and be turned away."),
     MEND("Find out whether it still holds and set a new `review`, or take it "
          "out.")},
    {CODE("no-way-to-ask", OFFERS, WARNING), MAY,
     RULE("An offer says how to ask for it, or whom."),
     REASON("An offer that nobody can ask for helps nobody."),
     MEND("Add `how: …` or `contact: …` with the id of a contact.")},
    {CODE("offer-incomplete", OFFERS, WARNING), MAY,
     RULE("An offer says for whom it is: by age, by status or both."),
     REASON("A young person cannot tell whether it is meant for them, and may "
            "not dare to ask."),
     MEND("Add `age: {from: 18, to: 25}`, `who: [former-relevant]`, or both.")},
    {CODE("offer-unfindable", OFFERS, WARNING), MAY,
     RULE("An offer can be found by what somebody needs."),
     REASON("People look for \"rent\" or \"somewhere to live\", not for the "
            "council's name of a scheme."),
     MEND("Add `needs: [rent, moving in]` with the words that a young person "
          "would look for.")},
};

const struct code_part codes_of_facts = {table, COUNT(table)};
