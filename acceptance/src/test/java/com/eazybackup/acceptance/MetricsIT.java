package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.Poison;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a monitoring system is told, on the management interface. */
class MetricsIT {

    private static final Pattern OURS =
            Pattern.compile("^(eazybackup_\\w+)\\{([^}]*)} (\\S+)$", Pattern.MULTILINE);
    private static final Pattern DOCUMENTED =
            Pattern.compile("^\\| `(eazybackup[\\w.]+)` \\| ([\\w, ]+) \\|", Pattern.MULTILINE);

    private static final int JOBS = 6;

    private final SimulatedCometServer comet = World.get().comet(DemoCustomers.COMETBACKUP);
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @Test
    void whatHappensIsCounted() throws Exception {
        World.eventually("the stream is live", () -> of("eazybackup_intake_stream_live") == 1);
        double frames = of("eazybackup_intake_frames_total");
        double news = of("eazybackup_intake_news_total");
        double unreadable = of("eazybackup_intake_unreadable_total");

        String job =
                comet.acts()
                        .jobs()
                        .start(place.username(), place.device(), place.item(), place.vault());
        comet.acts().jobs().finish(job, 5000);
        comet.stream().poison(Poison.BROKEN_JSON);

        World.eventually(
                "two events and a frame that cannot be read",
                () ->
                        of("eazybackup_intake_frames_total") >= frames + 3
                                && of("eazybackup_intake_news_total") >= news + 2
                                && of("eazybackup_intake_unreadable_total") == unreadable + 1);
        World.eventually("the quarantine", () -> of("eazybackup_intake_quarantine_open") >= 1);
        assertThat(of("eazybackup_intake_connects_total")).isPositive();
        assertThat(of("eazybackup_intake_lag_last_seconds")).isBetween(0.0, 60.0);
        assertThat(of("eazybackup_intake_catch_up_complete")).isEqualTo(1);
    }

    @Test
    void everyMetricThatIsDocumentedIsThereForEveryServerOrJobAndNoOther() throws Exception {
        Map<String, List<String>> told = new TreeMap<>();
        Matcher line = OURS.matcher(scrape());
        while (line.find()) {
            told.merge(
                    line.group(1),
                    List.of(line.group(2)),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }

        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(documented());
        told.forEach((name, tags) -> assertThat(tags).as(name).hasSize(things(name)));
    }

    /** How many Comet Servers or jobs it is told of. */
    private static int things(String name) {
        if (name.startsWith("eazybackup_job_")) {
            return JOBS;
        }
        return name.contains("unknown_codes") ? 1 : 2;
    }

    private static List<String> documented() throws Exception {
        String text =
                Files.readString(
                        Path.of(System.getProperty("wildfly.config"), "..", "docs", "metrics.md"));
        return DOCUMENTED
                .matcher(text)
                .results()
                .map(row -> row.group(1).replace('.', '_') + ending(row.group(2)))
                .toList();
    }

    private static String ending(String kind) {
        return switch (kind) {
            case "counter" -> "_total";
            case "gauge" -> "";
            default -> "_seconds";
        };
    }

    private static double of(String name) throws Exception {
        Matcher line = OURS.matcher(scrape());
        while (line.find()) {
            if (line.group(1).equals(name)
                    && line.group(2).contains("profile=\"" + DemoCustomers.COMETBACKUP + "\"")) {
                return Double.parseDouble(line.group(3));
            }
        }
        throw new AssertionError("no " + name);
    }

    private static String scrape() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(World.get().management().resolve("/metrics"))
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
