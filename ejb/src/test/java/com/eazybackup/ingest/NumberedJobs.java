package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.ingest.IntakeWorld.Place;
import com.eazybackup.simulator.fleet.JobStatuses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jobs in a known number, each told to start and to end: what is lost or told twice shows. */
final class NumberedJobs {

    private static final List<Integer> ENDS =
            List.of(JobStatuses.SUCCESS, JobStatuses.WARNING, JobStatuses.ERROR);

    private final IntakeWorld world;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Integer> ends = new LinkedHashMap<>();

    NumberedJobs(IntakeWorld world) {
        this.world = world;
        // Events of jobs alone, so that their number is known.
        world.fleet().habits().profileEventAfterJob = false;
        for (String user : List.of("quill", "Deltaworks", "deltaworks", "fernhollow")) {
            places.add(world.place(user));
        }
    }

    /** Two events for each job. */
    void startAndEnd(int count) {
        for (int i = 0; i < count; i++) {
            String job = world.startJob(places.get(i % places.size()));
            int status = ENDS.get(ends.size() % ENDS.size());
            world.comet.acts().jobs().finish(job, status);
            ends.put(job, status);
        }
    }

    /**
     * Every job is there, as it ended; viewers were told of its end once and of nothing after it;
     * the feed's numbers have no gap.
     */
    void areEachThereOnce() throws Exception {
        Map<String, Integer> stored = new HashMap<>();
        for (String row : world.rows("SELECT id, status FROM comet_jobs")) {
            int bar = row.indexOf('|');
            stored.put(row.substring(0, bar), Integer.valueOf(row.substring(bar + 1)));
        }
        stored.keySet().retainAll(ends.keySet());
        assertThat(stored).isEqualTo(ends);
        Map<String, String> told = new HashMap<>();
        for (String row :
                world.rows(
                        "SELECT JSON_VALUE(body, '$.job.job_id'), kind FROM eb_changes"
                                + " WHERE kind LIKE 'job:%' ORDER BY id")) {
            int bar = row.indexOf('|');
            told.merge(row.substring(0, bar), row.substring(bar + 1), (a, b) -> a + " " + b);
        }
        assertThat(ends.keySet())
                .allSatisfy(
                        job ->
                                assertThat(told.get(job))
                                        .matches("(job:start )?(job:progress )*job:end"));
        assertThat(world.rows("SELECT COUNT(*) - (MAX(id) - MIN(id) + 1) FROM eb_changes"))
                .as("gaps in the feed")
                .containsExactly("0");
    }
}
