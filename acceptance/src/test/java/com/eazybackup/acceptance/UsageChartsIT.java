package com.eazybackup.acceptance;

import static com.eazybackup.acceptance.UsageCardsIT.card;
import static com.eazybackup.acceptance.UsageCardsIT.legend;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ForcedColors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What PrimeFaces draws in the cards: the numbers, by pointer and by keys, in every colour, and
 * what is left without it. That no test breaks the content policy {@link Watch} sees.
 */
class UsageChartsIT {

    private static final String SCRIPTS = "**/jakarta.faces.resource/**";

    /** Degrees that a slice with anything in it has at least. */
    private static final int LEAST = 9;

    @RegisterExtension final Browsing browsing = new Browsing();

    @BeforeAll
    static void thirtyDays() throws Exception {
        UsageCardsIT.thirtyDays();
    }

    @Test
    void theRingIsAsTheLegendSaysAndNoSliceIsTooSmallToMeet() {
        Page page = UsageCardsIT.pinewood(browsing);
        DrawnChart ring = DrawnChart.of(page, DrawnChart.RING);

        List<String> buckets = buckets(ring);
        // At one look: jobs begin and end.
        @SuppressWarnings("unchecked")
        List<List<Number>> both =
                (List<List<Number>>)
                        ring.is(
                                "[chart.data.datasets[0].data, chart.data.labels.map(name =>"
                                        + " Number(document.querySelector(`[data-bucket=${name}]"
                                        + " [data-part=n]`).textContent))]");
        List<Double> arcs = both.get(0).stream().map(Number::doubleValue).toList();
        List<Integer> counts = both.get(1).stream().map(Number::intValue).toList();
        long slices = counts.stream().filter(n -> n > 0).count();
        double sum = counts.stream().mapToInt(n -> n).sum();
        assertThat(slices).isGreaterThan(2);
        for (int i = 0; i < counts.size(); i++) {
            double wanted =
                    counts.get(i) == 0 ? 0 : LEAST + (360 - LEAST * slices) * counts.get(i) / sum;
            assertThat(arcs.get(i)).as(buckets.get(i)).isBetween(wanted - 0.01, wanted + 0.01);
        }
    }

    @Test
    void thePointerIsToldWhatASliceIsAndThatItCanBePressed() {
        Page page = UsageCardsIT.pinewood(browsing);
        DrawnChart ring = DrawnChart.of(page, DrawnChart.RING);
        Locator tip = tip(page, "day");
        int missed = buckets(ring).indexOf("missed");

        ring.hover(0, missed);
        assertThat(tip).isVisible();
        assertThat(tip.locator("span")).hasText("Missed");
        assertThat(tip.locator("b"))
                .hasText(legend(page, "missed").locator("[data-part=n]").textContent());
        assertThat(ring.canvas()).hasCSS("cursor", "pointer");
        browsing.picture("usage-slice-under-the-pointer");
        page.mouse().move(2, 2);
        assertThat(tip).isHidden();
        assertThat(ring.canvas()).not().hasCSS("cursor", "pointer");

        ring.click(0, missed);
        assertThat(legend(page, "missed")).hasAttribute("aria-pressed", "true");
        ring.becomes(
                "chart.data.datasets[0].backgroundColor.filter(c => c.startsWith('rgba')).length === 5");
        StatusPage.on(page).popover().press("Escape");
        ring.click(0, missed);
        assertThat(legend(page, "missed")).hasAttribute("aria-pressed", "false");
        ring.becomes("chart.data.datasets[0].backgroundColor.every(c => !c.startsWith('rgba'))");
    }

    /** The wall's page is enlarged: what is drawn and what is pointed at must be, too. */
    @Test
    void onTheWallASliceIsWhereItIsSeen() {
        Page page = UsageCardsIT.pinewood(browsing);
        page.setViewportSize(1920, 1080);
        page.navigate("status?wall=1");
        DrawnChart ring = DrawnChart.of(page, DrawnChart.RING);

        for (String bucket : List.of("missed", "error")) {
            ring.hover(0, buckets(ring).indexOf(bucket));
            assertThat(tip(page, "day").locator("b"))
                    .hasText(legend(page, bucket).locator("[data-part=n]").textContent());
        }
        assertThat(tip(page, "day").locator("span")).hasText("Error");
        browsing.picture("usage-wall");
        // As large as its room and as fine as the screen, also when its colours change.
        String fits =
                "chart.width === chart.canvas.parentNode.clientWidth && Math.abs(chart.canvas.width"
                        + " - chart.canvas.getBoundingClientRect().width * devicePixelRatio) < 2";
        ring.becomes(fits);
        page.evaluate("document.documentElement.dataset.theme = 'light'");
        ring.becomes("chart.data.datasets[0].backgroundColor[0] === 'rgb(20, 147, 74)'");
        assertThat(ring.is(fits)).isEqualTo(true);
        page.locator("#wall-bar [data-part=end]").click();
        ring.becomes(fits + " && chart.currentDevicePixelRatio === devicePixelRatio");
    }

    @Test
    void aDayIsReadByPointerAndByKeys() {
        Page page = UsageCardsIT.pinewood(browsing);
        DrawnChart devices = DrawnChart.of(page, DrawnChart.DEVICES);
        Locator tip = tip(page, "devices");

        devices.hover(0, 20);
        assertThat(tip.locator("li")).hasCount(2);
        assertThat(tip.locator("li").last()).hasText("online" + devices.numbers(0).get(20));
        assertThat(tip.locator("p")).hasText(Pattern.compile("[A-Z][a-z]{2} \\d+"));
        page.mouse().move(2, 2);
        assertThat(tip).isHidden();

        DrawnChart.of(page, DrawnChart.STORAGE);
        Locator figure = card(page, "storage").locator("figure");
        figure.focus();
        page.keyboard().press("Home");
        assertThat(page.locator("#announce")).hasText(Pattern.compile(".+ \\d+: [\\d.]+ TB"));
        assertThat(tip(page, "storage")).isVisible();
        Locator day = tip(page, "storage").locator("p");
        String first = day.textContent();
        page.keyboard().press("ArrowRight");
        assertThat(day).not().hasText(first);
        page.keyboard().press("ArrowLeft");
        assertThat(day).hasText(first);
        page.keyboard().press("Escape");
        assertThat(tip(page, "storage")).isHidden();
        assertThat(figure).isFocused();
        new Look(page).isAccessible("a day by keys");
    }

    @Test
    void aDayThatStandsAloneIsADotAndMissingDaysBreakTheLine() {
        Page page = browsing.page();
        LocalDate today = LocalDate.parse("2026-11-22");
        String days =
                Stream.of(9, 8, 4, 1, 0)
                        .map(
                                ago ->
                                        "{\"d\":\"%s\",\"registered\":12,\"online\":8}"
                                                .formatted(today.minusDays(ago)))
                        .reduce((one, next) -> one + "," + next)
                        .orElseThrow();
        UsageCardsIT.metrics(
                page,
                answer ->
                        answer.replaceAll(
                                "\"devices30d\":\\[[^\\]]*\\]", "\"devices30d\":[" + days + "]"));
        UsageCardsIT.pinewood(browsing);

        DrawnChart devices = DrawnChart.of(page, DrawnChart.DEVICES);
        assertThat(
                        devices.is(
                                "chart.data.datasets[0].pointRadius.map((r, i) => r && i).filter(i => i)"))
                .isEqualTo(List.of(25));
        // Green, on a card that is nearly black.
        assertThat(devices.pixel(0, 25).get(1)).isGreaterThan(150);
        assertThat(devices.is("[chart.scales.y.min, chart.scales.y.max]"))
                .isEqualTo(List.of(8, 12));
        assertThat(devices.is("chart.scales.y.ticks.length")).isEqualTo(3);
    }

    @Test
    void coloursFollowTheThemeThePaperAndWhoeverForcesTheirOwn() {
        Page page = UsageCardsIT.pinewood(browsing);
        DrawnChart ring = DrawnChart.of(page, DrawnChart.RING);
        DrawnChart devices = DrawnChart.of(page, DrawnChart.DEVICES);
        int success = buckets(ring).indexOf("success");
        List<Integer> dark = List.of(0x22, 0xc5, 0x5e);
        List<Integer> light = List.of(0x14, 0x93, 0x4a);
        assertThat(ring.pixel(0, success)).isEqualTo(dark);

        page.locator("[data-theme-toggle]").first().click();
        assertThat(ring.pixel(0, success)).isEqualTo(light);
        page.locator("[data-theme-toggle]").first().click();
        assertThat(ring.pixel(0, success)).isEqualTo(dark);
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(ring.pixel(0, success)).isEqualTo(light);
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(ring.pixel(0, success)).isEqualTo(dark);

        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        devices.becomes("chart.options.scales.y.grid.color === 'rgb(255, 255, 255)'");
        ring.becomes("chart.data.datasets[0].borderColor === 'rgb(0, 0, 0)'");
        assertThat(ring.pixel(0, success)).isEqualTo(dark);
        browsing.picture("usage-forced-colours");
    }

    @Test
    void nothingIsDrawnAnewThatIsAsItWas() {
        Page page = UsageCardsIT.pinewood(browsing);
        DrawnChart storage = DrawnChart.of(page, DrawnChart.STORAGE);
        storage.is("(chart.drawings = 0, chart.update = () => { chart.drawings += 1; })");

        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        assertThat(storage.is("chart.drawings")).isEqualTo(0);
        page.locator("[data-theme-toggle]").first().click();
        storage.becomes("chart.drawings === 1");
    }

    @Test
    void withoutTheScriptsTheCardsHaveTheirNumbersAndTheLegendItsSlices() {
        browsing.watch().expect("ERR_FAILED");
        browsing.page().route(SCRIPTS, Route::abort);
        Page page = UsageCardsIT.pinewood(browsing);

        for (String name : List.of("devices", "storage")) {
            assertThat(card(page, name).locator("[data-part=short]"))
                    .hasText(
                            Pattern.compile(
                                    "The chart cannot be shown now. Last 30 days, from .+ to .+"));
            assertThat(card(page, name).locator("figure")).isHidden();
            assertThat(card(page, name).locator("[data-part=total]"))
                    .hasText(Pattern.compile("\\d.*"));
        }
        assertThat(card(page, "day").locator("[data-part=sum]")).hasText(Pattern.compile("\\d+"));
        legend(page, "error").click();
        assertThat(page).hasURL(Pattern.compile(".*/status\\?had=error$"));
        assertThat(StatusPage.on(page).popover()).containsText("Error in the last 24 hours");
        new Look(page).isGood("cards without charts");
        browsing.picture("usage-without-charts");
    }

    @Test
    void aScriptThatComesBrokenIsAsNone() {
        browsing.watch().expect("PrimeFaces");
        browsing.page()
                .route(
                        "**/jakarta.faces.resource/core.js*",
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setContentType("text/javascript")
                                                .setBody("")));
        Page page = UsageCardsIT.pinewood(browsing);

        assertThat(card(page, "storage").locator("[data-part=short]"))
                .containsText("The chart cannot be shown now.");
        assertThat(card(page, "storage").locator("canvas")).hasCount(0);
    }

    @Test
    void whatThePointerWasToldGoesByEscapeAndStaysAway() {
        Page page = UsageCardsIT.pinewood(browsing);
        DrawnChart ring = DrawnChart.of(page, DrawnChart.RING);
        ring.hover(0, buckets(ring).indexOf("success"));
        assertThat(tip(page, "day")).isVisible();

        page.keyboard().press("Escape");

        assertThat(tip(page, "day")).isHidden();
        ring.is("chart.update('none')");
        assertThat(tip(page, "day")).isHidden();
    }

    @Test
    void noPageWaitsForTheScriptsAndOnlyThisOneAsksForThem() {
        Page page = browsing.page();
        List<String> asked = new ArrayList<>();
        page.onRequest(
                request -> {
                    if (request.url().contains("ln=primefaces")) {
                        asked.add(request.url().replaceAll(".*faces.resource/|[.]xhtml.*", ""));
                    }
                });
        UsageCardsIT.pinewood(browsing);
        DrawnChart.of(page, DrawnChart.STORAGE);
        // Asked for ahead, and once.
        assertThat(asked)
                .containsExactlyInAnyOrder("jquery/jquery.js", "core.js", "chart/chart.js");
        String text = page.request().get("status").text();
        assertThat(text.substring(0, text.indexOf("</head>"))).doesNotContain("ln=primefaces");

        asked.clear();
        page.navigate("users");
        assertThat(page.locator("table tbody tr").first()).isVisible();
        assertThat(asked).isEmpty();
    }

    private static Locator tip(Page page, String name) {
        return card(page, name).locator(".chart-tip");
    }

    @SuppressWarnings("unchecked")
    private static List<String> buckets(DrawnChart ring) {
        return (List<String>) ring.is("chart.data.labels");
    }
}
