package com.eazybackup.acceptance;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A page's line to what happens with the test at its other end: for news that no small world has.
 */
final class ToldLine {

    private final Page page;

    private ToldLine(Page page) {
        this.page = page;
    }

    /** Before the page is opened. */
    static ToldLine of(Page page) {
        page.addInitScript(
                "const real = fetch; const words = new TextEncoder(); window.fetch = (url, options) => {"
                        + " if (!String(url).includes('/pulse/events')) return real(url, options);"
                        + " const body = new ReadableStream({ start: line => {"
                        + " const say = text => line.enqueue(words.encode(text));"
                        + " setInterval(() => say(':\\n\\n'), 10_000);"
                        + " window.tell = message => say(`data: ${message}\\n\\n`); } });"
                        + " return Promise.resolve(new Response(body)); };");
        return new ToldLine(page);
    }

    /**
     * @param message JSON
     */
    void tell(String message) {
        page.evaluate("message => { window.tell(message); }", message);
    }

    void snapshot(List<String> running, List<String> ended) {
        snapshot(running, ended, List.of());
    }

    private void snapshot(List<String> running, List<String> ended, List<String> streams) {
        tell(
                "{\"kind\":\"snapshot\",\"t\":%d,\"jobsRunning\":%s,\"jobsRecent24h\":%s,\"streams\":%s,\"interrupted_after\":300}"
                        .formatted(Instant.now().getEpochSecond(), running, ended, streams));
    }

    /** Nothing runs, and the streams of the backup servers have stood so for a day. */
    void streams(String... states) {
        long since = Instant.now().getEpochSecond() - 86_400;
        snapshot(
                List.of(),
                List.of(),
                IntStream.range(0, states.length)
                        .mapToObj(
                                i ->
                                        "{\"profile\":\"p%1$d\",\"name\":\"Server %1$d\",\"state\":\"%2$s\",\"since\":%3$d}"
                                                .formatted(i, states[i], since))
                        .toList());
    }

    /** Backups that have no end yet, each on a device of its own that is in no list. */
    static List<String> running(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> running("far:" + i, "far-" + i, ""))
                .collect(Collectors.toList());
    }

    /**
     * @param more fields, each with a comma before it
     */
    static String running(String id, String device, String more) {
        return job(id, device, "running", 0, more);
    }

    static String ended(String id, String device) {
        return job(id, device, "success", Instant.now().getEpochSecond() - 60, "");
    }

    private static String job(String id, String device, String state, long end, String more) {
        return "{\"id\":\"%1$s\",\"job_id\":\"%1$s\",\"device_id\":\"%2$s\",\"device_name\":\"%2$s\",\"classification\":4001,\"state\":\"%3$s\",\"started_at\":%4$d,\"ended_at\":%5$d%6$s}"
                .formatted(id, device, state, Instant.now().getEpochSecond() - 600, end, more);
    }
}
