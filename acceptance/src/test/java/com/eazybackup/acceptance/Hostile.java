package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/** Names that would like to be something else, and what they would have done. */
final class Hostile {

    static final String IMAGE = "<img src=x onerror=document.title='taken'>";
    static final String DRAWING = "\"><svg onload=document.title='taken'>";
    static final String SCRIPT = "</script><script>document.title='taken'</script>";
    static final String EXPRESSION = "#{7919*7877} ${7919*7877}";
    static final String TURNED = "invoice\u202Egpj.exe";

    /** What the expressions among the names would come to. */
    private static final String PRODUCT = "62377963";

    private Hostile() {}

    /** Title, elements and arithmetic that a name would have had to make. */
    static void nothingWasTaken(Page page) {
        assertThat(page.title()).doesNotContain("taken").doesNotStartWith("1");
        assertThat(page.locator("img, iframe, svg[onload], [onerror]").count()).isZero();
        assertThat(page.content()).doesNotContain(PRODUCT).doesNotContain("62,377,963");
    }
}
