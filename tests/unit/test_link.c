#include "support.h"

#include "read/link.h"

static void assert_kind(const char *target, enum link_kind want)
{
    enum link_kind got = link_judge(str_from_c(target));
    if (got != want) {
        print_error("'%s' is judged %d, not %d\n", target, (int)got, (int)want);
        fail();
    }
}

static void web_mail_and_telephone_lead_outward(void **state)
{
    (void)state;
    static const char *const targets[] = {
        "https://www.gov.uk",      "http://example.org/a?b=c#d",
        "HTTPS://EXAMPLE.ORG",     "mailto:team@example.org",
        "MailTo:team@example.org", "tel:08001111",
        "tel:+44-800-1111",        "https://example.org/a:b/(c)",
    };
    for (size_t i = 0; i < COUNT(targets); i++) {
        assert_kind(targets[i], LINK_OUTWARD);
    }
}

static void names_of_files_are_relative(void **state)
{
    (void)state;
    static const char *const targets[] = {
        "offers.md",   "./offers.md#housing", "../other/offers.md",
        "offers.md?x", "caf\xC3\xA9.md",      "a-b_c.md",
    };
    for (size_t i = 0; i < COUNT(targets); i++) {
        assert_kind(targets[i], LINK_RELATIVE);
    }
    assert_kind("#housing", LINK_FRAGMENT);
    assert_kind("#", LINK_FRAGMENT);
}

/* What a browser runs or may take for a scheme, however it is written. */
static void code_is_refused_in_every_spelling(void **state)
{
    (void)state;
    static const char *const targets[] = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "jAvAsCrIpT:alert(1)",
        " javascript:alert(1)",
        "javascript:alert(1) ",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java\r\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "\x1Fjavascript:alert(1)",
        "java\x7Fscript:alert(1)",
        "javascript\t:alert(1)",
        "javascript://example.org/%0Aalert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "DATA:text/html;base64,PHNjcmlwdD4=",
        "blob:https://example.org/x",
        "file:///etc/passwd",
        "view-source:https://example.org",
        "about:blank",
        "feed:javascript:alert(1)",
        "x-javascript:alert(1)",
        "a.b+c-d:x",
        "ftp://example.org",
        "mhtml:x",
    };
    for (size_t i = 0; i < COUNT(targets); i++) {
        assert_kind(targets[i], LINK_BAD);
    }
}

static void targets_that_leave_the_site_unseen_are_refused(void **state)
{
    (void)state;
    static const char *const targets[] = {
        "//example.org",
        "/offers.md",
        "///example.org",
        "\\\\example.org",
        "/\\example.org",
        "\\offers.md",
        "offers\\housing.md",
        "https:example.org",
        "https:/example.org",
        "https:\\\\example.org",
        "http:javascript:x",
        "?x=javascript:alert(1)",
        "offers.md:8",
        "1javascript:alert(1)",
        "java script:alert(1)",
        "\xC3\xA9:x",
        ":x",
        "offers and more.md",
    };
    for (size_t i = 0; i < COUNT(targets); i++) {
        assert_kind(targets[i], LINK_BAD);
    }
}

static void a_target_without_anything_behind_its_scheme_is_refused(void **state)
{
    (void)state;
    assert_kind("", LINK_BAD);
    assert_kind("mailto:", LINK_BAD);
    assert_kind("tel:", LINK_BAD);
    assert_kind("https:", LINK_BAD);
    assert_kind("https://", LINK_BAD);
    assert_kind("https:///example.org", LINK_BAD);
    assert_kind("https://?x", LINK_BAD);
}

static void a_nul_byte_is_refused(void **state)
{
    (void)state;
    assert_int_equal(link_judge(S("https://example.org/\0x")), LINK_BAD);
    assert_int_equal(link_judge(S("java\0script:alert(1)")), LINK_BAD);
}

static void signs_that_no_address_may_hold_are_escaped(void **state)
{
    (void)state;
    static const struct {
        const char *target;
        const char *want;
    } cases[] = {
        {"https://a.example/?q=\"x\"&b=[1]",
         "https://a.example/?q=%22x%22&b=%5B1%5D"},
        {"https://a.example/<x>|{y}^`",
         "https://a.example/%3Cx%3E%7C%7By%7D%5E%60"},
        {"https://a.example/100%", "https://a.example/100%25"},
        {"https://a.example/%2Fx%zz%4", "https://a.example/%2Fx%25zz%254"},
        {"https://a.example/#a#b", "https://a.example/#a%23b"},
        {"mailto:a@b.example?subject=x%20y",
         "mailto:a@b.example?subject=x%20y"},
        {"https://a.example/caf\xC3\xA9?a=1&b='2'(3)",
         "https://a.example/caf\xC3\xA9?a=1&b='2'(3)"},
    };
    struct arena *a = arena_create();
    for (size_t i = 0; i < COUNT(cases); i++) {
        Str target = str_from_c(cases[i].target);
        assert_str(link_escape(a, target), cases[i].want);
    }
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(web_mail_and_telephone_lead_outward),
        cmocka_unit_test(names_of_files_are_relative),
        cmocka_unit_test(code_is_refused_in_every_spelling),
        cmocka_unit_test(targets_that_leave_the_site_unseen_are_refused),
        cmocka_unit_test(
            a_target_without_anything_behind_its_scheme_is_refused),
        cmocka_unit_test(a_nul_byte_is_refused),
        cmocka_unit_test(signs_that_no_address_may_hold_are_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
