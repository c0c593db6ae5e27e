#include "check/codes_table.h"

static const struct code table[] = {
    {CODE("allow-without-reason", CONTENT, ERROR),
     RULE("Each finding that is allowed has its reason beside it."),
     REASON("In a year nobody will remember why a finding was passed over. "
            "Whoever reads the file then must be able to judge whether it "
            "still may be."),
     MEND("Write the reason as the code's text: "
          "`allow: {hard-word: \"the name of the law\"}`.")},
    {CODE("bad-date", CONTENT, ERROR),
     RULE("A date is a day, a month or a year that there is in the calendar."),
     REASON("Dates decide what is shown as coming, as done and as out of date, "
            "so a guess would mislead readers."),
     MEND("Write year-month-day, as in 2022-07-19. When the day is not known, "
          "write the month alone, 2022-07; never invent a day.")},
    {CODE("bad-id", CONTENT, ERROR),
     RULE("An id is small letters, digits and hyphens, with a letter first."),
     REASON("Ids become web addresses and the names of files, and other people "
            "link to them. Such words work everywhere."),
     MEND("Write the words with hyphens: `safe-home`. Name a chapter's file in "
          "the same way: our-homes.md.")},
    {CODE("bad-link", CONTENT, ERROR),
     RULE("A link leads to a web address, a mail address, a telephone number, "
          "or a file of this publication."),
     REASON("Anything else does nothing for a reader who follows it, or does "
            "something that nobody has looked at."),
     MEND("Write the whole address, with https:// at its start; `mailto:` or "
          "`tel:` before a mail address or a number; or the chapter's file, "
          "`offers.md#housing`.")},
    {CODE("cannot-allow", CONTENT, ERROR),
     RULE("Only findings that are a matter of judgement can be allowed."),
     REASON("The others say that something cannot be published, or that a "
            "reader would meet a gap. A reason does not fill it."),
     MEND("Mend what the message says, and take the line out of `allow`. "
          "`duet explain CODE` says how.")},
    {CODE("control-character", CONTENT, ERROR),
     RULE("A text holds only characters that can be shown."),
     REASON("Control characters come with text that was copied out of other "
            "programs. Browsers and e-book readers show them as boxes, or "
            "refuse the page."),
     MEND("Delete the character. It may be invisible: delete the whole place "
          "and type it again.")},
    {CODE("duplicate-id", CONTENT, ERROR),
     RULE("An id belongs to one thing: one record in the publication, one "
          "section in its chapter, one chapter in the list."),
     REASON("A link to the id would lead to one of the two, and nobody could "
            "say to which."),
     MEND("Give one of them an id of its own. For a section, end its heading "
          "with one: `## Homes {#other-homes}`.")},
    {CODE("duplicate-key", CONTENT, ERROR),
     RULE("A key is written once in its map."),
     REASON("One of the two values would be lost without a word."),
     MEND("Keep one of them, or join their values.")},
    {CODE("invalid-utf8", CONTENT, ERROR), RULE("Files are saved as UTF-8."),
     REASON("In another encoding letters such as £, é and ’ arrive as other "
            "letters, and a name may be misspelt for ever after."),
     MEND("Save the file again with the encoding UTF-8; an editor offers it "
          "under \"Save as\" or \"Save with encoding\".")},
    {CODE("edited-copy", CONTENT, WARNING),
     RULE("The copy of the publication that a fork extends stays as it was "
          "taken; what is changed stands in the fork's own files."),
     REASON("`duet upstream --to` puts a newer version in the place of the "
            "copy, so what was written into it would be lost, and nobody could "
            "tell what is the council's own."),
     MEND("Write what you changed into the file of the same name in your own "
          "folder: chapters/offers.md for upstream/chapters/offers.md. A "
          "section or a record there takes the place of the one in the copy. "
          "Undo the change in the copy, or take that file away: `duet upstream "
          "--to` brings it again.")},
    {CODE("missing-field", CONTENT, ERROR),
     RULE("A record has every field that its kind needs."),
     REASON("Without it the page would have a gap, such as an offer without a "
            "title or a meeting without a date."),
     MEND("Add the line that the message names. `duet reference records` lists "
          "the fields of each kind.")},
    {CODE("drop-without-reason", CONTENT, ERROR),
     RULE("What a layer leaves out of the one below has its reason beside it."),
     REASON("Whoever takes the next version of what is below must know whether "
            "it is still to be left out."),
     MEND("Write `because: …` beside `drop: true`; for a section, write the "
          "reason as its text: `drop: {health: \"the reason why\"}`.")},
    {CODE("layer-cycle", CONTENT, ERROR),
     RULE("A publication does not extend itself, nor by way of others."),
     REASON("There would be no end to what it inherits."),
     MEND("Name another publication under `extends`, or take the line away.")},
    {CODE("layer-outside", CONTENT, ERROR),
     RULE("The layer below lies beside the publication's folder or in it."),
     REASON("A fork that depends on a folder elsewhere is built on one "
            "person's machine alone."),
     MEND("Copy the folder into the publication's, and write "
          "`extends: upstream`.")},
    {CODE("not-a-translation", CONTENT, ERROR),
     RULE("A folder such as `ar/` holds the same texts in another language: of "
          "records, sections and chapters that the original has, and nothing "
          "that is the same in every language."),
     REASON("What only a translation says would be kept from everybody else, "
            "and a date, an amount or a telephone number that is written twice "
            "is soon written differently."),
     MEND("Give the record or section the id of the original's, or take the "
          "line away.")},
    {CODE("unknown-language", CONTENT, ERROR),
     RULE("`languages` names languages that Duet can publish in, by their "
          "tags, such as en, cy and ar."),
     REASON("A page must say what language it is in, or a screen reader reads "
            "it with the wrong voice; and Duet must know which way it is "
            "written."),
     MEND("Write one of the tags that the message lists.")},
    {CODE("missing-layer", CONTENT, ERROR),
     RULE("What a publication or a chapter inherits from is there."),
     REASON("Without it most of the text would be missing."),
     MEND("Name a folder that has a publication.yaml under `extends`. A "
          "chapter inherits from the one of the same file name.")},
    {CODE("missing-file", CONTENT, ERROR),
     RULE("Every file that is named is there."),
     REASON("A chapter or a picture would be missing without anybody "
            "noticing."),
     MEND("Check the spelling of the name, put the file there, or take its "
          "name away.")},
    {CODE("no-chapters", CONTENT, ERROR), RULE("A publication has a chapter."),
     REASON("Without one there is nothing to read."),
     MEND("Write a file strategy.md that starts with `# Our strategy`, or name "
          "the folder that holds your files.")},
    {CODE("not-a-fork", CONTENT, ERROR),
     RULE("`duet upstream` is asked about a publication that extends another."),
     REASON("There is nothing that one without a layer below could be held "
            "against."),
     MEND("Name a publication whose publication.yaml says `extends: FOLDER`. "
          "To begin one from the model strategy, put a copy of it into your "
          "folder and write `extends: upstream`.")},
    {CODE("not-pinned", CONTENT, ERROR),
     RULE("`duet upstream --to` replaces a copy that lies in the publication's "
          "own folder, with a version that needs nothing from beside it."),
     REASON("Another council may build from a folder elsewhere, and a folder "
            "elsewhere may be gone or be another version tomorrow."),
     MEND("Copy what you extend into your publication's folder, as upstream/, "
          "and write `extends: upstream` in publication.yaml. From then on "
          "`duet upstream --to NEWER` takes each new version.")},
    {CODE("reserved-name", CONTENT, ERROR),
     RULE("No chapter has the name of a page that Duet makes itself, such as "
          "index or words."),
     REASON("The two pages would have one address."),
     MEND("Give the chapter's file another name.")},
    {CODE("to-localise", CONTENT, WARNING),
     RULE("A council that extends another's publication writes itself what is "
          "true only where it is: who it is, whom to ring, sums of money, "
          "figures, what its young people said, and who approved it."),
     REASON("A child who rings an example, or counts on money that another "
            "council pays, is let down. The messages are the list of what is "
            "left, in the order in which to do it."),
     MEND("Write what the message names into your own file; an entry needs "
          "only its id and what is different. If what is inherited is right "
          "for you, too, write `local: false` beside the id, or `local: []` "
          "in a chapter; what you do not have, drop with a reason.")},
    {CODE("too-deep", CONTENT, ERROR),
     RULE("Lists, quotes, containers and maps stand inside one another only so "
          "far."),
     REASON("Nobody can follow twenty levels, and a page of them can hold up a "
            "reader's program for minutes. It is mostly a slip of the "
            "keyboard."),
     MEND("Take levels away: close a container with :::, or start the line "
          "nearer to the margin.")},
    {CODE("too-large", CONTENT, ERROR),
     RULE(
         "A chapter has at most 1 MiB of text, any other file 4 MiB, a picture "
         "20 MiB and 20,000 pixels a side."),
     REASON("Larger files are mostly a mistake, such as a picture pasted in as "
            "text."),
     MEND("Split a text into several files. Save a picture smaller; 1,200 "
          "pixels are wide enough for a page.")},
    {CODE("unclosed-front-matter", CONTENT, ERROR),
     RULE("The front matter of a chapter ends with a line ---."),
     REASON("Without it nobody can tell where the settings end and the text "
            "begins."),
     MEND("Write a line of three hyphens below the last setting.")},
    {CODE("unknown-choice", CONTENT, ERROR),
     RULE("A field with a fixed choice has one of its words."),
     REASON(
         "The words decide what readers are told and which pages show it, so "
         "another word would be passed over."),
     MEND("Write one of the words that the message names.")},
    {CODE("unknown-code", CONTENT, ERROR),
     RULE("What is allowed is the code of a message."),
     REASON("A mistyped code allows nothing, and its author would think that "
            "it does."),
     MEND("Copy the code from the message, where it stands in square brackets. "
          "`duet explain` lists them all.")},
    {CODE("unknown-edition", CONTENT, ERROR),
     RULE("An edition that is named is one of the publication's editions."),
     REASON("A chapter that is meant for readers of one edition would reach "
            "none of them."),
     MEND("Write one of the ids under `editions` in publication.yaml. When "
          "nothing is said there, they are formal and young.")},
    {CODE("unknown-key", CONTENT, ERROR),
     RULE("Every key is one that Duet knows at its place."),
     REASON("A mistyped key would be passed over, and what stands behind it "
            "would be missing from the page."),
     MEND("Check the spelling: the message names the nearest key, or all of "
          "them. A list of records stands in a chapter or in its own file, as "
          "`duet reference records` says.")},
    {CODE("unknown-reference", CONTENT, ERROR),
     RULE("A reference is the id of a record that there is."),
     REASON("It would lead nowhere: an offer without the contact to ask, a "
            "promise without its priority."),
     MEND("Check the spelling, or declare the record that is meant.")},
    {CODE("unused-allow", CONTENT, WARNING),
     RULE("What is allowed is something that Duet finds."),
     REASON("The reason for it is gone, and the line would hide the next "
            "finding, which nobody has judged yet."),
     MEND("Take the line out of `allow`.")},
    {CODE("wrong-type", CONTENT, ERROR),
     RULE("A value has the form that its key wants: a word, a text, a number, "
          "a list or a map."),
     REASON("What has another form cannot be shown where it belongs."),
     MEND("Write it as the message shows. A text that starts with [ or { "
          "stands between double quotes.")},
    {CODE("yaml-alias", CONTENT, ERROR),
     RULE("YAML files hold no aliases (*name)."),
     REASON("Hardly anybody knows them, and a text that happens to start with "
            "a star would turn into something else."),
     MEND("Write the text itself. Put a text that starts with * between double "
          "quotes.")},
    {CODE("yaml-anchor", CONTENT, ERROR),
     RULE("YAML files hold no anchors (&name)."),
     REASON("Hardly anybody knows them, and the first word of a text that "
            "starts with & would be lost."),
     MEND("Write the text itself. Put a text that starts with & between double "
          "quotes.")},
    {CODE("yaml-document", CONTENT, ERROR),
     RULE("A file holds one YAML document."),
     REASON("What stands behind a second --- would be lost."),
     MEND("Take the line --- away.")},
    {CODE("yaml-merge", CONTENT, ERROR),
     RULE("YAML files hold no merge keys (<<)."),
     REASON("They hide what a record says from whoever reads it."),
     MEND("Write the keys and their values out.")},
    {CODE("yaml-syntax", CONTENT, ERROR),
     RULE("Front matter and YAML files follow the rules of YAML."),
     REASON("A missing quote or a line that is indented too far can change the "
            "meaning of everything below it."),
     MEND("Write `key: text`, one to a line, with the same number of spaces "
          "before keys that stand together. Put a text that holds a colon and "
          "a space, or that starts with a sign, between double quotes.")},
    {CODE("yaml-tag", CONTENT, ERROR), RULE("YAML files hold no tags (!name)."),
     REASON("Hardly anybody knows them, and the first word of a text that "
            "starts with ! would be lost."),
     MEND("Leave the tag out. Put a text that starts with ! between double "
          "quotes.")},
};

const struct code_part codes_of_files = {table, COUNT(table)};
