package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What is measured of every page, whatever is on it. */
final class Look {

    private static final List<Integer> WIDTHS = List.of(390, 768, 1440, 2560);
    private static final int PHONE = 390;
    private static final int DESK = 1440;

    private final Page page;

    Look(Page page) {
        this.page = page;
    }

    /** No fault that axe finds, nothing cut off or pushed aside, from a phone to a wall. */
    void isGood(String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, width == PHONE ? 844 : 900);
            fits(name, width);
            if (width == PHONE || width == DESK) {
                isAccessible(name + " at " + width);
            }
        }
        page.setViewportSize(DESK, 900);
    }

    /** Without the page that axe would open to sum up: there are no frames. */
    void isAccessible(String name) {
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                .as("axe: " + name)
                .extracting(
                        rule ->
                                rule.getId()
                                        + ": "
                                        + rule.getNodes().stream()
                                                .map(
                                                        node ->
                                                                node.getHtml()
                                                                        + node.getFailureSummary())
                                                .toList())
                .isEmpty();
    }

    private void fits(String name, int width) {
        Object widest = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) widest).intValue())
                .as(name + " is no wider than " + width)
                .isLessThanOrEqualTo(width);
        assertThat(page.locator("h1").evaluate("name => name.scrollWidth <= name.clientWidth"))
                .as(name + " has its whole name at " + width)
                .isEqualTo(true);
    }
}
