package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.JobOrder.Known;
import com.eazybackup.ingest.JobOrder.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobOrderTest {

    private static final long NEVER = 0;

    @ParameterizedTest
    @CsvSource({
        // known status, its end, its last status; news: status, end; verdict
        "6001, 0, 100, 6001, 0, RUNNING",
        "6001, 0, 100, 5000, 200, ENDED",
        "6004, 0, 100, 7004, 100, ENDED",
        "5000, 200, 200, 6001, 0, NOTHING",
        "5000, 200, 200, 6002, 0, NOTHING",
        "5000, 200, 200, 5000, 200, NOTHING",
        "5000, 200, 200, 7002, 150, NOTHING",
        "7002, 150, 150, 5000, 200, ENDED",
        "5000, 200, 200, 7001, 200, ENDED",
        "7001, 200, 200, 5000, 200, NOTHING",
        // Abandoned is a guess; what the device says holds, sooner or later.
        "7007, 300, 300, 6001, 0, NOTHING",
        "7007, 300, 300, 6002, 0, RUNNING",
        "7007, 300, 300, 5000, 200, ENDED",
        "5000, 200, 200, 7007, 300, NOTHING",
        "7007, 300, 300, 7007, 400, ENDED",
        // After a revival at 350 the old abandonment is told again, and then a new one.
        "6002, 0, 350, 7007, 300, NOTHING",
        "6002, 0, 350, 7007, 400, ENDED",
        "6002, 0, 350, 5000, 320, ENDED",
        "6002, 0, 350, 6001, 0, RUNNING"
    })
    void whatHolds(
            int knownStatus, long knownEnd, long knownAt, int status, long end, Verdict verdict) {
        assertThat(JobOrder.decide(new Known(knownStatus, knownEnd, knownAt), status, end))
                .isEqualTo(verdict);
    }

    @Test
    void whatIsFirstHeardOfAJobHolds() {
        assertThat(JobOrder.decide(null, 6001, NEVER)).isEqualTo(Verdict.RUNNING);
        assertThat(JobOrder.decide(null, 7004, 10)).isEqualTo(Verdict.ENDED);
    }

    /** One thing said about a job. */
    private record Said(int status, long end) {}

    @Test
    @Tag("fault-05")
    void everyOrderOfTheSameNewsEndsInTheSameState() {
        List<Said> said =
                List.of(
                        new Said(6001, NEVER),
                        new Said(7007, 300),
                        new Said(5000, 400),
                        new Said(7001, 400),
                        new Said(7002, 250));
        for (List<Said> order : orders(said)) {
            Known known = null;
            for (Said each : order) {
                if (JobOrder.decide(known, each.status(), each.end()) != Verdict.NOTHING) {
                    known = new Known(each.status(), each.end(), 100);
                }
            }
            assertThat(known).as(order.toString()).isEqualTo(new Known(7001, 400, 100));
        }
    }

    private static List<List<Said>> orders(List<Said> said) {
        if (said.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Said>> orders = new ArrayList<>();
        for (Said first : said) {
            List<Said> rest = new ArrayList<>(said);
            rest.remove(first);
            for (List<Said> order : orders(rest)) {
                List<Said> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
