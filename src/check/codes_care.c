#include "check/codes_table.h"

static const struct code table[] = {
    {CODE("named-person", SAFEGUARDING, WARNING), MAY,
     RULE("People are named by their role."),
     REASON("A name is out of date when the person moves on, and the next of "
            "kin of a child in care may be looking for it."),
     MEND("Write the role: \"the Chair of the Corporate Parenting Committee\". "
          "If the person holds a public office and has agreed, allow it with "
          "that as the reason.")},
    {CODE("personal-data", SAFEGUARDING, WARNING), MAY,
     RULE("A publication holds no one's date of birth, NHS, pupil or National "
          "Insurance number, private e-mail address or mobile number."),
     REASON("A few such details are enough to find a child who must not be "
            "found, and what has been published cannot be called back."),
     MEND("Take it out. For a way to get in touch, give the team's address and "
          "number in contacts.yaml. An NHS, pupil or National Insurance number "
          "is an error and cannot be allowed.")},
    {CODE("photo-consent", SAFEGUARDING, WARNING), MAY,
     RULE("A photograph that shows people says that they agreed."),
     REASON("A face can show where a child lives who is in care for their "
            "safety, and a consent given at ten may not be meant at sixteen."),
     MEND("Write down who agreed, to what and until when, or use a picture "
          "without people.")},
    {CODE("photo-location", SAFEGUARDING, WARNING),
     RULE("A photograph's file does not say where it was taken."),
     REASON("Telephones store the place to within a few metres. Duet takes it "
            "out of what is published, but the file itself may be sent "
            "around."),
     MEND("Save the photograph again without its location; picture programs "
          "offer that when they export.")},
    {CODE("small-number", SAFEGUARDING, WARNING), MAY,
     RULE("A count is not below the number that `suppress-below` sets."),
     REASON("\"2 girls aged 14\" in one town may be enough to know who they "
            "are."),
     MEND("Write \"fewer than 5\". Then see whether the hidden number can be "
          "worked out from a total or from the other cells, and hide a second "
          "one.")},

    {CODE("consultation-over", DATES, WARNING), MAY, TODAY,
     RULE(
         "A publication does not ask for answers after the last day for them."),
     REASON("Somebody writes down what they think, and it counts for nothing."),
     MEND("Write `status: draft` while the answers are read, or a later day in "
          "`until`.")},
    {CODE("contact-unchecked", DATES, WARNING), MAY, TODAY,
     RULE("A contact was found to be right within the last twelve months."),
     REASON("A number that nobody answers may be the only one that a child has "
            "the courage to ring."),
     MEND("Ring it, open its address, and write the day in `checked-on`.")},
    {CODE("meeting-passed-unmarked", DATES, WARNING), MAY, TODAY,
     RULE("A meeting that is over is not shown as one to come."),
     REASON("Readers come to a meeting that was held last month, or wait for a "
            "decision that was taken."),
     MEND("Add `outcome: …` with what was decided, or take the meeting out.")},
    {CODE("review-passed", DATES, WARNING), MAY, TODAY,
     RULE("What is to be looked at again has been looked at by then."),
     REASON("Nobody knows whether it still holds."),
     MEND("Look whether it does, change what has changed, and set the next "
          "`review`.")},
    {CODE("statement-old", DATES, WARNING), MAY,
     RULE("The accessibility statement was looked at within the last twelve "
          "months."),
     REASON("A council must publish it and keep it true (SI 2018/952, "
            "regulation 8). Someone who cannot use a page relies on what it "
            "says of other ways to read it."),
     MEND("Look whether it is still true, mend it, and write the day in "
          "`accessibility: {statement-on: 2026-03-01}` in publication.yaml.")},
};

const struct code_part codes_of_care = {table, COUNT(table)};
