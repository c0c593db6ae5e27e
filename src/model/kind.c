#include "model/kind.h"

#include <assert.h>

#define FIELD(field_name, field_type, field_help)                              \
    .name = STR_INIT(field_name), .type = FIELD_##field_type,                  \
    .help = STR_INIT(field_help)
#define MUST .required = true
#define ONE_SIDED .one_sided = true
#define OWN .own = true
#define EACH .local = LOCAL_EACH
#define ANY .local = LOCAL_ANY
#define LOCAL                                                                  \
    {                                                                          \
        FIELD("local", YES,                                                    \
              "true: each council that extends this publication writes its "   \
              "own; "                                                          \
              "false: what is inherited is right here, too")                   \
    }
#define MUST_WHEN(field_name, word)                                            \
    .when = STR_INIT(field_name), .says = STR_INIT(word)
#define OF(kind_below) .of = &(kind_below)
#define REFERS(kind_name) .refers = STR_INIT(kind_name)
#define FORM(example) .form = STR_INIT(example)
#define CHOICES(words) .choices = STR_INIT(words)

#define KIND(kind_name, kind_help, kind_fields)                                \
    .name = STR_INIT(kind_name), .help = STR_INIT(kind_help),                  \
    .fields = (kind_fields), .nfields = COUNT(kind_fields)
#define IN_CHAPTERS(kind_plural) .plural = STR_INIT(kind_plural)
#define IN_LAW(kind_plural)                                                    \
    .plural = STR_INIT(kind_plural), .file = STR_INIT("law.yaml"), .keyed = true
#define IN_FILE(kind_plural, kind_file)                                        \
    .plural = STR_INIT(kind_plural), .file = STR_INIT(kind_file)

/* One field to a line reads as the table that it is. */
/* clang-format off */

static const struct field measure_fields[] = {
    {FIELD("id", ID, "its name in links")},
    {FIELD("text", TEXT, "what is measured, and what should happen to it"), MUST},
    {FIELD("kind", CHOICE, "how it is known"), CHOICES("count rate survey document process")},
    {FIELD("direction", CHOICE, "which way is better"), CHOICES("up down hold")},
    {FIELD("baseline", WORD, "where it stood at the start")},
    {FIELD("target", WORD, "where it should be at the end")},
    {FIELD("unit", WORD, "what is counted")},
    {FIELD("figure", REF, "the figure that shows it"), REFERS("figure")},
    {FIELD("owner", WORD, "who answers for it: a role, never a name")},
};
static const struct kind kind_measure = {
    KIND("measure", "How a priority's success is known.", measure_fields),
};

static const struct field priority_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "the priority in a few words"), MUST},
    {FIELD("why", TEXT, "why it matters")},
    {FIELD("focus", TEXTS, "the areas of focus")},
    {FIELD("measures", RECORDS, "how success is known"), OF(kind_measure)},
    {FIELD("lead", WORD, "who leads on it: a role, never a name")},
    {FIELD("icon", WORD, "the name of one of the theme's pictures")},
};

static const struct field update_fields[] = {
    {FIELD("date", DATE, "when it happened"), MUST},
    {FIELD("text", TEXT, "what happened"), MUST},
    {FIELD("evidence", LINK, "where it can be read")},
};
static const struct kind kind_update = {
    KIND("update", "What has happened about a promise.", update_fields),
};

static const struct field promise_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "the promise in a few words"), MUST},
    {FIELD("text", TEXT, "the promise in full"), MUST},
    {FIELD("by", WORD, "who makes it: a body or a role")},
    {FIELD("made-with", TEXT, "who it was made with"), EACH},
    {FIELD("made-on", DATE, "when it was made"), EACH},
    {FIELD("priorities", REFS, "the priorities that it serves"), REFERS("priority")},
    {FIELD("status", CHOICE, "how it is going"), CHOICES("kept on-track late stopped")},
    {FIELD("because", TEXT, "why; needed when it is stopped"), MUST_WHEN("status", "stopped")},
    {FIELD("updates", RECORDS, "what has happened since"), OF(kind_update)},
    {FIELD("review", DATE, "when it is looked at again")},
    {FIELD("icon", WORD, "the name of one of the theme's pictures")},
    LOCAL,
};

static const struct field age_fields[] = {
    {FIELD("from", NUMBER, "from this birthday")},
    {FIELD("to", NUMBER, "up to this birthday")},
};
static const struct kind kind_age = {
    KIND("age", "For whom, by age in years.", age_fields),
};

static const struct field amount_fields[] = {
    {FIELD("value", WORD, "how much, with its currency: £2,000"), MUST},
    {FIELD("per", WORD, "once, a week, a year …")},
    {FIELD("cap", WORD, "the most that is paid in all")},
    {FIELD("as-at", DATE, "when this amount was right"), MUST},
};
static const struct kind kind_amount = {
    KIND("amount", "A sum of money.", amount_fields),
};

static const struct field offer_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "the offer in a few words"), MUST},
    {FIELD("text", TEXT, "the offer in full")},
    {FIELD("category", TAG, "the head of the local offer that it falls under"), REFERS("category"), MUST},
    {FIELD("basis", CHOICE, "why it is offered: by law, by the council's choice, by a partner"), CHOICES("law council partner")},
    {FIELD("who", CHOICES, "for whom, as the Children Act 1989 names them"), CHOICES("in-care eligible relevant former-relevant qualifying")},
    {FIELD("age", GROUP, "from and up to which birthday"), OF(kind_age)},
    {FIELD("needs", WORDS, "what somebody who wants it may be looking for")},
    {FIELD("area", CHOICE, "where one must live: in the area, outside, any"), CHOICES("in out any")},
    {FIELD("amount", GROUP, "how much money"), OF(kind_amount), EACH},
    {FIELD("conditions", TEXTS, "what must be so")},
    {FIELD("how", TEXT, "how to ask for it")},
    {FIELD("if-refused", TEXT, "what to do when the answer is no")},
    {FIELD("contact", REF, "who to ask"), REFERS("contact")},
    {FIELD("evidence", TEXT, "what to bring or show")},
    {FIELD("review", DATE, "when it is looked at again")},
    {FIELD("url", LINK, "where there is more about it")},
    {FIELD("icon", WORD, "the name of one of the theme's pictures")},
    LOCAL,
};

static const struct field step_fields[] = {
    {FIELD("text", TEXT, "what is done"), MUST},
    {FIELD("evidence", TEXT, "what shows that it was done")},
    {FIELD("leads", WORDS, "who does it: roles, never names")},
    {FIELD("due", DUE, "by when: a date, a month, or words")},
    {FIELD("status", WORD, "how far it is")},
};
static const struct kind kind_step = {
    KIND("step", "One thing to do for an objective.", step_fields),
};

static const struct field action_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("objective", TEXT, "what is to be achieved"), MUST},
    {FIELD("steps", RECORDS, "what is done for it"), OF(kind_step)},
};

static const struct field item_fields[] = {
    {FIELD("title", TEXT, "what is on the agenda"), MUST},
    {FIELD("leads", WORDS, "who brings it: roles, never names")},
    {FIELD("purpose", TEXT, "what for")},
};
static const struct kind kind_item = {
    KIND("item", "One item of a meeting's agenda.", item_fields),
};

static const struct field meeting_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("body", WORD, "who meets"), MUST},
    {FIELD("date", DATE, "the day, or only the month when the day is not known"), MUST},
    {FIELD("venue", WORD, "where")},
    {FIELD("items", RECORDS, "the agenda"), OF(kind_item)},
    {FIELD("outcome", TEXT, "what came of it, once it was held")},
};

static const struct field voice_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("said", TEXT, "what young people said, in our words"), MUST},
    {FIELD("who", TEXT, "which group said it, never a name")},
    {FIELD("on", DATE, "when")},
    {FIELD("did", TEXT, "what was done about it")},
    {FIELD("because", TEXT, "or why nothing was done")},
    {FIELD("consent", WORD, "how the group agreed to be quoted")},
};

static const struct field contact_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("name", TEXT, "who or what it is: a role or a service"), MUST},
    {FIELD("team", WORD, "the team")},
    {FIELD("tel", WORD, "the telephone number"), ANY},
    {FIELD("text", WORD, "the number for text messages"), ANY},
    {FIELD("email", WORD, "the e-mail address of a team"), ANY},
    {FIELD("web", LINK, "the web address"), ANY},
    {FIELD("hours", TEXT, "when somebody answers"), EACH},
    {FIELD("for", TEXT, "what it is for")},
    {FIELD("always", YES, "true: shown on every page of an edition for young people")},
    {FIELD("checked-on", DATE, "when it was last found to be right")},
    LOCAL,
};

static const struct field term_fields[] = {
    {FIELD("id", ID, "its name in links; made from the term when left out")},
    {FIELD("term", WORD, "the word or words to explain"), MUST},
    {FIELD("word", WORD, "in a translation: the term in that language")},
    {FIELD("also", WORDS, "other forms of it: plurals, spellings")},
    {FIELD("means", TEXT, "what it means"), MUST},
    {FIELD("say", TEXT, "what to say instead, in the edition that should"), ONE_SIDED},
    {FIELD("avoid", WORDS, "the editions that should not use it")},
    {FIELD("short", WORD, "its abbreviation")},
};

static const struct field figure_name_fields[] = {
    {FIELD("name", WORD, "as it stands in points, series or x"), MUST},
    {FIELD("say", TEXT, "what readers are told for it"), MUST},
};
static const struct kind kind_figure_name = {
    KIND("name", "What a name in a figure is called on a page.", figure_name_fields),
};

static const struct field figure_fields[] = {
    {FIELD("id", ID, "its name in inserts"), MUST},
    {FIELD("title", TEXT, "what the figure shows"), MUST},
    {FIELD("unit", WORD, "what is counted: children, percent, per 10,000 …"), MUST},
    {FIELD("source", TEXT, "where it comes from"), MUST, EACH},
    {FIELD("as-at", DATE, "the day that it holds for"), EACH},
    {FIELD("suppress-below", NUMBER, "counts below this are not published: 5")},
    {FIELD("points", POINTS, "numbers by year or name: {2021: 298, 2022: 294}"), EACH},
    {FIELD("x", WORDS, "the names along the bottom, for series")},
    {FIELD("series", SERIES, "lists of numbers by name, one number for each x"), EACH},
    {FIELD("names", RECORDS, "what its names are called, where the names alone will not do"), OF(kind_figure_name)},
    LOCAL,
};

static const struct field right_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "the right in a few words"), MUST},
    {FIELD("text", TEXT, "the right in full")},
    {FIELD("law", WORD, "the act and section that give it")},
    {FIELD("contact", REF, "who helps to use it"), REFERS("contact")},
    {FIELD("url", LINK, "where it can be read")},
};

static const struct field principle_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "the principle in a few words")},
    {FIELD("text", TEXT, "the principle in our own words"), MUST},
    {FIELD("act", WORD, "the act that it comes from")},
    {FIELD("section", WORD, "its section")},
    {FIELD("url", LINK, "where the act can be read")},
    {FIELD("from", START, "the date from which it applies, or prospective")},
};

static const struct field category_fields[] = {
    {FIELD("id", ID, "the word that offers name it by"), MUST},
    {FIELD("title", TEXT, "the head of the local offer"), MUST},
    {FIELD("text", TEXT, "what it is about")},
    {FIELD("act", WORD, "the act that asks for it")},
    {FIELD("section", WORD, "its section")},
    {FIELD("url", LINK, "where the act can be read")},
    {FIELD("from", START, "the date from which it applies, or prospective")},
    {FIELD("icon", WORD, "the name of one of the theme's pictures")},
};

static const struct field level_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("name", WORD, "universal, targeted, specialist …"), MUST},
    {FIELD("title", TEXT, "what the level is called")},
    {FIELD("applies-to", TEXT, "who has these duties")},
    {FIELD("includes", REF, "the level whose duties are had as well"), REFERS("level")},
    {FIELD("duties", TEXTS, "the duties, one by one")},
};

static const struct field body_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("name", TEXT, "what the body is called"), MUST},
    {FIELD("purpose", TEXT, "what it is for")},
    {FIELD("members", TEXTS, "who belongs to it: roles, never names")},
    {FIELD("chair", TEXT, "the role that leads it")},
    {FIELD("quorum", TEXT, "how many must be there to decide")},
    {FIELD("meets", TEXT, "how often it meets")},
    {FIELD("reports-to", TEXT, "who it answers to")},
};

static const struct field recommendation_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("text", TEXT, "what is recommended"), MUST},
    {FIELD("reason", TEXT, "why")},
};

static const struct field decision_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("date", DATE, "when"), MUST},
    {FIELD("body", WORD, "who decides"), MUST},
    {FIELD("what", TEXT, "what is decided"), MUST},
    {FIELD("url", LINK, "where it can be read")},
};

static const struct field implication_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("kind", TEXT, "of what kind: resource, legal, equality …"), MUST},
    {FIELD("text", TEXT, "what follows from the decision"), MUST},
};

static const struct field group_fields[] = {
    {FIELD("name", TEXT, "which group, never a person's name"), MUST},
    {FIELD("n", WORD, "how many of them answered")},
    {FIELD("method", TEXT, "how they were asked")},
};
static const struct kind kind_group = {
    KIND("group", "Who was asked.", group_fields),
};

static const struct field finding_fields[] = {
    {FIELD("text", TEXT, "what was said"), MUST},
    {FIELD("change", TEXT, "what was changed because of it")},
    {FIELD("because", TEXT, "or why nothing was")},
};
static const struct kind kind_finding = {
    KIND("finding", "What a consultation found.", finding_fields),
};

static const struct field consultation_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "what it was about")},
    {FIELD("from", DATE, "when it began")},
    {FIELD("to", DATE, "when it ended")},
    {FIELD("groups", RECORDS, "who was asked"), OF(kind_group)},
    {FIELD("findings", RECORDS, "what they said, and what came of it"), OF(kind_finding)},
};

static const struct field case_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "the case in a few words"), MUST},
    {FIELD("org", WORD, "which organisation")},
    {FIELD("year", WORD, "when")},
    {FIELD("text", TEXT, "what was done, and what came of it"), MUST},
    {FIELD("url", LINK, "where there is more about it")},
};

static const struct field idea_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "the idea in a few words"), MUST},
    {FIELD("why", TEXT, "why it helps")},
    {FIELD("how", TEXTS, "how to do it, step by step")},
    {FIELD("icon", WORD, "the name of one of the theme's pictures")},
};

static const struct field event_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "the event in a few words"), MUST},
    {FIELD("from", DATE, "its first day"), MUST},
    {FIELD("to", DATE, "its last day")},
    {FIELD("text", TEXT, "what happens")},
};

static const struct field resource_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "what it is called"), MUST},
    {FIELD("text", TEXT, "what it is good for")},
    {FIELD("org", WORD, "who offers it")},
    {FIELD("url", LINK, "its web address")},
    {FIELD("checked-on", DATE, "when the address was last found to work")},
    {FIELD("archived-url", LINK, "a copy, when the page itself is gone")},
};

static const struct field source_fields[] = {
    {FIELD("id", ID, "its name in links and references"), MUST},
    {FIELD("title", TEXT, "the document's title"), MUST},
    {FIELD("org", WORD, "who published it")},
    {FIELD("url", LINK, "its web address")},
    {FIELD("checked-on", DATE, "when the address was last found to work")},
    {FIELD("archived-url", LINK, "a copy, when the page itself is gone")},
};

const struct kind kinds[] = {
    {KIND("priority", "What matters most, with its areas of focus and measures.", priority_fields), IN_CHAPTERS("priorities")},
    {KIND("measure", "How success is known.", measure_fields), IN_CHAPTERS("measures")},
    {KIND("promise", "What is promised, and how it is going.", promise_fields), IN_CHAPTERS("promises")},
    {KIND("offer", "What a young person can get, who can get it, and how to ask.", offer_fields), IN_CHAPTERS("offers")},
    {KIND("action", "An objective of an action plan, with its steps.", action_fields), IN_CHAPTERS("actions")},
    {KIND("meeting", "A meeting of a work programme, with its agenda.", meeting_fields), IN_CHAPTERS("meetings")},
    {KIND("voice", "What young people said, and what was done about it.", voice_fields), IN_CHAPTERS("voices")},
    {KIND("right", "What a young person is entitled to, by law or by rule.", right_fields), IN_CHAPTERS("rights")},
    {KIND("level", "Duties by level: whom they bind, and what they are.", level_fields), IN_CHAPTERS("levels")},
    {KIND("body", "A committee, board or panel.", body_fields), IN_CHAPTERS("bodies")},
    {KIND("recommendation", "What a committee is asked to agree.", recommendation_fields), IN_CHAPTERS("recommendations")},
    {KIND("decision", "What was or will be decided, when and by whom.", decision_fields), IN_CHAPTERS("decisions")},
    {KIND("implication", "What follows from a decision.", implication_fields), IN_CHAPTERS("implications")},
    {KIND("consultation", "Who was asked, what they said, what came of it.", consultation_fields), IN_CHAPTERS("consultations")},
    {KIND("case", "What somebody did, and what came of it.", case_fields), IN_CHAPTERS("cases")},
    {KIND("idea", "Something to try, and how.", idea_fields), IN_CHAPTERS("ideas")},
    {KIND("event", "Something that happens on certain days.", event_fields), IN_CHAPTERS("events")},
    {KIND("resource", "Something useful elsewhere.", resource_fields), IN_CHAPTERS("resources")},
    {KIND("source", "A document that this one rests on.", source_fields), IN_CHAPTERS("sources")},
    {KIND("principle", "A principle that the law sets.", principle_fields), IN_LAW("principles")},
    {KIND("category", "A head of a local offer, as the law names it.", category_fields), IN_LAW("categories")},
    {KIND("contact", "Who to ask, who to call.", contact_fields), IN_FILE("contacts", "contacts.yaml")},
    {KIND("term", "A word that needs explaining, or another word instead.", term_fields), IN_FILE("terms", "terms.yaml")},
    {KIND("figure", "A statistic, written once and cited by both editions.", figure_fields), IN_FILE("figures", "figures.yaml")},
};

_Static_assert(COUNT(kinds) == KIND_COUNT, "KIND_COUNT must count the kinds");

static const struct field council_fields[] = {
    {FIELD("name", WORD, "the council's name"), MUST},
    {FIELD("area", WORD, "the place that it serves")},
    {FIELD("website", LINK, "its web address")},
};
static const struct kind kind_council = {
    KIND("council", "Whose strategy it is.", council_fields),
};

static const struct field period_fields[] = {
    {FIELD("from", DATE, "the first day, month or year"), MUST},
    {FIELD("to", DATE, "the last day, month or year")},
};
static const struct kind kind_period = {
    KIND("period", "When the strategy holds.", period_fields),
};

static const struct field approved_fields[] = {
    {FIELD("by", WORD, "the body that approved it"), MUST},
    {FIELD("on", DATE, "when"), MUST},
};
static const struct kind kind_approved = {
    KIND("approval", "Who approved the strategy, and when.", approved_fields),
};

static const struct field site_fields[] = {
    {FIELD("url", LINK, "the address of the publication's folder"), MUST},
};
static const struct kind kind_site = {
    KIND("site", "Where it is published.", site_fields),
};

static const struct field translation_fields[] = {
    {FIELD("checked-by", WORD, "the native speaker who checked it: a role, never a name"), MUST},
    {FIELD("checked-on", DATE, "when"), MUST},
};
static const struct kind kind_translation = {
    KIND("translation", "That a native speaker has checked a translation.", translation_fields),
};

static const struct field accessibility_fields[] = {
    {FIELD("statement-on", DATE, "when the statement was written, or last found to be right"), MUST},
    {FIELD("url", LINK, "where the statement can be read")},
};
static const struct kind kind_accessibility = {
    KIND("accessibility", "The statement of how far everybody can use the website.", accessibility_fields),
};

static const struct field card_fields[] = {
    {FIELD("image", WORD, "the picture's file, PNG or JPEG: images/card.png"), MUST},
    {FIELD("alt", TEXT, "what it shows"), MUST},
};
static const struct kind kind_card = {
    KIND("card", "The picture beside a link to the publication, where links are shared.", card_fields),
};

static const struct field open_fields[] = {
    {FIELD("until", DATE, "the last day to have a say")},
    {FIELD("how", TEXT, "how to have a say")},
};
static const struct kind kind_open = {
    KIND("open consultation", "What readers can do while a draft is out for consultation.", open_fields),
};

static const struct field document_fields[] = {
    {FIELD("title", TEXT, "its title"), MUST},
    {FIELD("publication", WORD, "its id, the name of its folder, when the two are built together")},
    {FIELD("url", LINK, "its web address")},
};
static const struct kind kind_document = {
    KIND("document", "Another version of the publication, or what came before or after it.", document_fields),
};

static const struct field leave_fields[] = {
    {FIELD("url", LINK, "the neutral site that the button opens; BBC Weather when left out")},
    {FIELD("title", WORD, "what that site is called")},
    {FIELD("pages", CHOICE, "the pages that have the button when their own `leave-page` does not say; help, the pages with rights or contacts, when left out"), CHOICES("help all none")},
};
static const struct kind kind_leave = {
    KIND("leave-page", "The button that leaves a page quickly.", leave_fields),
};

static const struct field limit_fields[] = {
    {FIELD("limit", NUMBER, "the highest reading age in years"), MUST},
    {FIELD("until", DATE, "by when every section must keep to it")},
    {FIELD("no-worse-than", CHOICE, "the file that says how a section read before: it may only get better"), CHOICES("duet.lock")},
};
static const struct kind kind_limit = {
    KIND("limit", "A limit that an old text comes nearer to step by step.", limit_fields),
};

static const struct field edition_fields[] = {
    {FIELD("title", TEXT, "what readers call the edition")},
    {FIELD("audience", TEXT, "who it is for")},
    {FIELD("theme", WORD, "how it looks: civic, bright, or a theme of your own")},
    {FIELD("numbering", CHOICE, "what is numbered, and how"), CHOICES("sections continuous headings none")},
    {FIELD("reading-age", RATCHET, "the highest reading age in years"), OF(kind_limit)},
    {FIELD("parity", CHOICE, "whether a missing voice is an error or a warning"), CHOICES("required advised")},
};
const struct kind kind_edition = {
    KIND("edition", "One edition, under its id.", edition_fields),
};

static const struct field publication_fields[] = {
    {FIELD("extends", WORD, "the folder of the publication that this one changes, beside it or in it"), OWN},
    {FIELD("title", TEXT, "the title"), MUST},
    {FIELD("summary", TEXT, "what it is, in a sentence or two")},
    {FIELD("notice", TEXT, "what a reader must know first"), OWN},
    {FIELD("council", GROUP, "whose strategy it is"), OF(kind_council), OWN},
    {FIELD("period", GROUP, "when it holds"), OF(kind_period), OWN},
    {FIELD("status", CHOICE, "how far it is"), CHOICES("draft consultation approved superseded"), OWN},
    {FIELD("consultation", GROUP, "until when and how readers can have a say, while the status is consultation"), OF(kind_open), OWN},
    {FIELD("approved", GROUP, "who approved it, and when"), OF(kind_approved), OWN},
    {FIELD("version", WORD, "which version it is: 1.0, final draft …"), OWN},
    {FIELD("owner", WORD, "who answers for the document: a role, never a name"), OWN},
    {FIELD("supersedes", GROUP, "the publication whose place it took"), OF(kind_document), OWN},
    {FIELD("superseded-by", GROUP, "the publication that took its place"), OF(kind_document), OWN},
    {FIELD("review", DATE, "when it is looked at again"), OWN},
    {FIELD("stale-after", NUMBER, "how many months older than it a figure may be; 24 when left out")},
    {FIELD("site", GROUP, "where it is published; needed for a site map"), OF(kind_site), OWN},
    {FIELD("accessibility", GROUP, "its accessibility statement, which the law wants looked at each year"), OF(kind_accessibility), OWN},
    {FIELD("card", GROUP, "the picture beside a link to it; needs `site`"), OF(kind_card), OWN},
    {FIELD("offline", YES, "whether the editions for young people can be read without a connection after one visit; true when left out")},
    {FIELD("leave-page", GROUP, "the button that leaves a page quickly, for a reader who may be watched"), OF(kind_leave)},
    {FIELD("languages", WORDS, "the languages; the first is the original")},
    {FIELD("translation", GROUP, "in a translation: who has checked it"), OF(kind_translation), OWN},
    {FIELD("editions", TREE, "the editions by id, each with its own keys; formal and young when left out"), FORM("{formal: {theme: civic}, young: {theme: bright, parity: required}}")},
    {FIELD("chapters", TREE, "the chapters in order, by the names of their files without .md, also in parts; every file when left out"), FORM("[foreword, {part: Part A, chapters: [purpose, offers]}]")},
    {FIELD("appendices", TREE, "the appendices in order"), FORM("[meetings]")},
    {FIELD("appendix-style", CHOICE, "how appendices are counted; letters when left out"), CHOICES("letters numbers")},
    {FIELD("allow", TREE, "findings to pass over in the whole publication, each by its code and with a reason"), FORM("{long-list: \"the law names all nine\"}")},
};
const struct kind kind_publication = {
    KIND("publication", "What publication.yaml says.", publication_fields),
};

static const struct field by_fields[] = {
    {FIELD("role", TEXT, "the role of the person who speaks, never a name"), MUST},
};
static const struct kind kind_by = {
    KIND("speaker", "Who speaks in a chapter.", by_fields),
};

static const struct field chapter_fields[] = {
    {FIELD("inherit", CHOICE, "sections: what this chapter leaves out comes from the layer below"), CHOICES("sections"), OWN},
    {FIELD("local", WORDS, "what each council that extends this publication writes itself: ids of sections, `opening`, kinds of record such as promises")},
    {FIELD("drop", TREE, "with inherit: sections of the layer below to leave out, each by its id and with a reason"), FORM("{how-it-was-made: \"nobody was asked yet\"}"), OWN},
    {FIELD("title", TEXT, "the chapter's title")},
    {FIELD("summary", TEXT, "what it is about, in a sentence")},
    {FIELD("icon", WORD, "the name of one of the theme's pictures")},
    {FIELD("by", GROUP, "who speaks"), OF(kind_by)},
    {FIELD("editions", WORDS, "the editions that have this chapter; all when left out")},
    {FIELD("leave-page", YES, "whether its page has the button that leaves it quickly; as publication.yaml says when left out")},
    {FIELD("because", TEXT, "why the other editions do not have it")},
    {FIELD("allow", TREE, "findings to pass over in this chapter, each by its code and with a reason"), FORM("{long-list: \"the law names all nine\"}")},
};
const struct kind kind_chapter = {
    KIND("chapter", "What a chapter's front matter says.", chapter_fields),
};

/* clang-format on */

const struct kind *kind_find(Str name)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_eq(kinds[i].name, name)) {
            return &kinds[i];
        }
    }
    return NULL;
}

const struct kind *kind_find_plural(Str plural)
{
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (str_eq(kinds[i].plural, plural)) {
            return &kinds[i];
        }
    }
    return NULL;
}

size_t kind_index(const struct kind *kind)
{
    assert(kind >= kinds && kind < kinds + COUNT(kinds));
    return (size_t)(kind - kinds);
}

size_t kind_field(const struct kind *kind, Str name)
{
    size_t i = 0;
    while (i < kind->nfields && !str_eq(kind->fields[i].name, name)) {
        i++;
    }
    return i;
}

bool choices_have(Str choices, Str word)
{
    Str choice;
    while (str_cut_word(&choices, &choice)) {
        if (str_eq(choice, word)) {
            return true;
        }
    }
    return false;
}
