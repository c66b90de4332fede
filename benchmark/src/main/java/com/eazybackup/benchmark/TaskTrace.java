package com.eazybackup.benchmark;

import com.eazybackup.benchmark.PageClock.Times;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.StartTracingOptions;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every task of a page's main thread, by Chromium's own trace: how long it took on the wall and how
 * much processor time it had. A reader's browser has a machine of its own; here it shares two
 * processors with portal, database and Comet Server, and a task that waits for its turn looks long
 * on the wall without anything having been done in it.
 */
final class TaskTrace {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A task that a reader may notice, us. */
    private static final long NOTICED = 50_000;

    private final Browser browser;

    private TaskTrace(Browser browser) {
        this.browser = browser;
    }

    static TaskTrace begin(Page page) {
        Browser browser = page.context().browser();
        browser.startTracing(
                page, new StartTracingOptions().setCategories(List.of("toplevel", "__metadata")));
        return new TaskTrace(browser);
    }

    /**
     * @param wall of all tasks, ms
     * @param processor of all tasks, ms of processor time
     * @param longWall tasks of 50 ms or more on the wall
     * @param longProcessor tasks of 50 ms or more of processor time
     */
    record Tasks(Times wall, Times processor, long longWall, long longProcessor) {}

    Tasks end() {
        byte[] trace = browser.stopTracing();
        Map<String, List<long[]>> threads = new HashMap<>();
        List<String> mains = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(trace)) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new IllegalStateException("the trace has no events");
                }
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                JsonNode event = parser.readValueAsTree();
                String thread = event.path("pid").asText() + "/" + event.path("tid").asText();
                if (event.path("name").asText().equals("ThreadControllerImpl::RunTask")) {
                    threads.computeIfAbsent(thread, any -> new ArrayList<>())
                            .add(
                                    new long[] {
                                        event.path("dur").asLong(), event.path("tdur").asLong()
                                    });
                } else if (event.path("args").path("name").asText().equals("CrRendererMain")) {
                    mains.add(thread);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Chromium keeps another renderer ready; the page's is the one that has had something to
        // do.
        List<long[]> tasks =
                mains.stream()
                        .map(main -> threads.getOrDefault(main, List.of()))
                        .max(Comparator.comparingInt(List::size))
                        .orElseThrow(() -> new IllegalStateException("no page in the trace"));
        return new Tasks(times(tasks, 0), times(tasks, 1), noticed(tasks, 0), noticed(tasks, 1));
    }

    private static Times times(List<long[]> tasks, int which) {
        long[] sorted = tasks.stream().mapToLong(task -> task[which]).sorted().toArray();
        return new Times(
                sorted.length, at(sorted, 0.5) / 1e3, at(sorted, 0.99) / 1e3, at(sorted, 1) / 1e3);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * (sorted.length - 1))];
    }

    private static long noticed(List<long[]> tasks, int which) {
        return tasks.stream().filter(task -> task[which] >= NOTICED).count();
    }
}
