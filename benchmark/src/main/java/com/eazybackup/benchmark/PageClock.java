package com.eazybackup.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the times of a page's main thread. The browser itself tells each task of 50 ms or more
 * ({@code longtask}) and how long it was at scripts, styles and layout; the page's own work is
 * timed in between, by a script that is there before the page's: each message of the live stream
 * from its dispatch until every listener is done, each callback of a frame and of a timer.
 *
 * <p>Limit: the browser's clock counts tenths of a millisecond. What else runs on the machine makes
 * tasks longer; the processor time of each is in the trace that is taken beside it ({@link
 * TaskTrace}).
 */
final class PageClock {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SCRIPT =
            """
            (() => {
              const fresh = () => ({ messages: [], frames: [], timers: [], long: [], slow: [] });
              let kept = fresh();
              const timed = (list, work) => {
                const from = performance.now();
                try {
                  return work();
                } finally {
                  kept[list].push(performance.now() - from);
                }
              };
              const dispatch = EventTarget.prototype.dispatchEvent;
              EventTarget.prototype.dispatchEvent = function (event) {
                const told = event.type === 'message' && event.detail?.kind;
                return told ? timed('messages', () => dispatch.call(this, event)) : dispatch.call(this, event);
              };
              const frame = window.requestAnimationFrame;
              window.requestAnimationFrame = (work) => frame.call(window, (t) => timed('frames', () => work(t)));
              const timer = window.setTimeout;
              window.setTimeout = (work, ms, ...more) => timer.call(window, (...given) => timed('timers', () => work(...given)), ms, ...more);
              new PerformanceObserver((list) => kept.long.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
              new PerformanceObserver((list) => {
                for (const one of list.getEntries()) {
                  const scripts = one.scripts.map((s) => `${s.invoker || s.invokerType} ${s.sourceURL.split('/').pop()} ${s.sourceFunctionName} ${Math.round(s.duration)} ms, of it layout ${Math.round(s.forcedStyleAndLayoutDuration)}`);
                  const paint = one.styleAndLayoutStart ? Math.round(one.startTime + one.duration - one.styleAndLayoutStart) : 0;
                  kept.slow.push({ duration: one.duration, said: `${Math.round(one.duration)} ms, blocking ${Math.round(one.blockingDuration)}, styles to paint ${paint}: ${scripts.join('; ')}` });
                }
              }).observe({ type: 'long-animation-frame' });
              const sum = (list) => {
                const sorted = [...list].sort((a, b) => a - b);
                const at = (share) => (sorted.length ? sorted[Math.ceil(share * (sorted.length - 1))] : 0);
                return { n: sorted.length, median: at(0.5), p99: at(0.99), longest: at(1) };
              };
              window.ebClock = {
                begin: () => void (kept = fresh()),
                end: () => {
                  const { messages, frames, timers, long, slow } = kept;
                  const worst = slow.sort((a, b) => b.duration - a.duration).slice(0, 3).map((one) => one.said);
                  return JSON.stringify({ messages: sum(messages), frames: sum(frames), timers: sum(timers), long: sum(long), worst });
                },
              };
            })();
            """;

    private final Page page;
    private final CDPSession browser;
    private Map<String, Double> before = Map.of();
    private long begun;
    private TaskTrace trace;

    private PageClock(Page page) {
        this.page = page;
        this.browser = page.context().newCDPSession(page);
        browser.send("Performance.enable");
    }

    /** On a page that has not been opened yet. */
    static PageClock of(Page page) {
        page.addInitScript(SCRIPT);
        return new PageClock(page);
    }

    /** What a callback, a message or a task took, ms. */
    record Times(long count, double median, double p99, double longest) {

        private static Times of(JsonNode sum) {
            return new Times(
                    sum.path("n").asLong(),
                    sum.path("median").asDouble(),
                    sum.path("p99").asDouble(),
                    sum.path("longest").asDouble());
        }

        @Override
        public String toString() {
            return "%,d: median %.1f, p99 %.1f, longest %.1f ms"
                    .formatted(count, median, p99, longest);
        }
    }

    /**
     * Of a stretch of time.
     *
     * @param tasks those of 50 ms or more, as the page is told of them
     * @param traced all of them, as the browser's trace has them
     * @param script share of the time, as are {@code style} and {@code layout} and {@code all}
     * @param worst the longest frames, in the browser's words
     */
    record Blocking(
            Times messages,
            Times frames,
            Times timers,
            Times tasks,
            TaskTrace.Tasks traced,
            double script,
            double style,
            double layout,
            double all,
            Iterable<JsonNode> worst) {}

    void begin() {
        page.evaluate("ebClock.begin()");
        before = metrics();
        trace = TaskTrace.begin(page);
        begun = System.nanoTime();
    }

    Blocking end() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<String, Double> now = metrics();
        JsonNode told = told();
        TaskTrace.Tasks traced = trace.end();
        return new Blocking(
                Times.of(told.path("messages")),
                Times.of(told.path("frames")),
                Times.of(told.path("timers")),
                Times.of(told.path("long")),
                traced,
                share("ScriptDuration", now, seconds),
                share("RecalcStyleDuration", now, seconds),
                share("LayoutDuration", now, seconds),
                share("TaskDuration", now, seconds),
                told.path("worst"));
    }

    private JsonNode told() {
        try {
            return JSON.readTree((String) page.evaluate("ebClock.end()"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double share(String metric, Map<String, Double> now, double seconds) {
        return (now.get(metric) - before.get(metric)) / seconds;
    }

    private Map<String, Double> metrics() {
        Map<String, Double> found = new HashMap<>();
        JsonObject answer = browser.send("Performance.getMetrics");
        answer.getAsJsonArray("metrics")
                .forEach(
                        one ->
                                found.put(
                                        one.getAsJsonObject().get("name").getAsString(),
                                        one.getAsJsonObject().get("value").getAsDouble()));
        return found;
    }
}
