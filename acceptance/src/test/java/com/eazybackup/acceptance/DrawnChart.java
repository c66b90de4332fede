package com.eazybackup.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** A chart of the page "Backup status" as the browser has drawn it: what it holds, and where. */
final class DrawnChart {

    static final String RING = "usageRing";
    static final String DEVICES = "usageDevices";
    static final String STORAGE = "usageStorage";

    private static final String CHART =
            "window.Chart?.getChart(document.querySelector(`[data-widget=${widget}] canvas`))";

    private final Page page;
    private final String widget;

    private DrawnChart(Page page, String widget) {
        this.page = page;
        this.widget = widget;
    }

    /** Once it is drawn. */
    static DrawnChart of(Page page, String widget) {
        DrawnChart chart = new DrawnChart(page, widget);
        chart.becomes("(chart?.data.labels.length > 0)");
        return chart;
    }

    /**
     * @param condition over {@code chart}, which is Chart.js' own
     */
    void becomes(String condition) {
        // Asked again from here: the page's policy lets no text become a script later on.
        page.waitForCondition(() -> Boolean.TRUE.equals(is(condition)));
    }

    Object is(String expression) {
        return page.evaluate(
                "widget => { const chart = " + CHART + "; return " + expression + "; }", widget);
    }

    /** With null where there is none. */
    @SuppressWarnings("unchecked")
    List<Number> numbers(int dataset) {
        return (List<Number>) is("chart.data.datasets[" + dataset + "].data");
    }

    /** What is painted in the middle of a slice, or on a point: red, green, blue. */
    @SuppressWarnings("unchecked")
    List<Integer> pixel(int dataset, int index) {
        return (List<Integer>)
                is(
                        "(() => { const { x, y } = chart.getDatasetMeta(%d).data[%d].getCenterPoint();"
                                        .formatted(dataset, index)
                                + " const dots = chart.currentDevicePixelRatio;"
                                + " return [...chart.ctx.getImageData(x * dots, y * dots, 1, 1).data]"
                                + ".slice(0, 3); })()");
    }

    /** By a real pointer, at the place where it is drawn. */
    void click(int dataset, int index) {
        hover(dataset, index);
        page.mouse().down();
        page.mouse().up();
    }

    void hover(int dataset, int index) {
        canvas().scrollIntoViewIfNeeded();
        @SuppressWarnings("unchecked")
        Map<String, Number> at =
                (Map<String, Number>)
                        is(
                                "(() => { const { x, y } = chart.getDatasetMeta(%d).data[%d].getCenterPoint();"
                                                .formatted(dataset, index)
                                        + " const box = chart.canvas.getBoundingClientRect();"
                                        + " return { x: box.x + x * box.width / chart.width,"
                                        + " y: box.y + y * box.height / chart.height }; })()");
        // A pointer comes from somewhere.
        page.mouse()
                .move(
                        at.get("x").doubleValue(),
                        at.get("y").doubleValue(),
                        new Mouse.MoveOptions().setSteps(2));
    }

    Locator canvas() {
        return page.locator("[data-widget=" + widget + "] canvas");
    }
}
