package com.eazybackup.job;

import com.eazybackup.comet.JobState;
import com.eazybackup.comet.JobStatus;
import com.eazybackup.fleet.JobsNow;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What is known of a job by the three tables that may have it. A job that is in the table of
 * running ones runs, whatever the other two say: it has come to life again, or its end is being
 * written.
 */
record FoundJob(Optional<Recorded> recorded, Optional<Live> live, Optional<Recent> recent) {

    /**
     * The job's own row.
     *
     * @param deviceKey {@code comet_devices.id}
     * @param content as Comet told it; missing when it is no JSON
     */
    record Recorded(
            String jobId,
            String username,
            String deviceKey,
            String itemId,
            String vaultId,
            String snapshotId,
            int classification,
            int status,
            long startedAt,
            long endedAt,
            long size,
            long files,
            long directories,
            long uploaded,
            long downloaded,
            JsonNode content) {

        private long progress(String field) {
            return Math.max(0, content.path("Progress").path(field).asLong());
        }

        /** What a finished job moved: what it sent, else what it looked at. */
        private long moved() {
            return uploaded > 0 ? uploaded : size;
        }
    }

    /** Its row among those that run. */
    record Live(
            String jobId,
            String username,
            String device,
            String type,
            long startedAt,
            long bytes) {}

    /** Its row among those that ended of late. */
    record Recent(
            String jobId,
            String username,
            String device,
            String type,
            String status,
            long bytes,
            long seconds,
            long endedAt) {}

    boolean known() {
        return recorded.isPresent() || live.isPresent() || recent.isPresent();
    }

    String jobId() {
        return live.map(Live::jobId)
                .or(() -> recent.map(Recent::jobId))
                .or(() -> recorded.map(Recorded::jobId))
                .orElse("");
    }

    String username() {
        return live.map(Live::username)
                .or(() -> recent.map(Recent::username))
                .or(() -> recorded.map(Recorded::username))
                .orElse("");
    }

    /**
     * @return the raw DeviceID; empty when only the job's own row is there, which has its key
     */
    Optional<String> device() {
        return live.map(Live::device).or(() -> recent.map(Recent::device));
    }

    /** Whether a table names the Comet Server; the job's own row does not. */
    boolean placed() {
        return live.isPresent() || recent.isPresent();
    }

    boolean running() {
        return live.isPresent()
                || (recent.isEmpty()
                        && recorded.filter(job -> JobStatus.running(job.status())).isPresent());
    }

    int classification() {
        return live.map(Live::type)
                .or(() -> recent.map(Recent::type))
                .map(JobsNow::classification)
                .or(() -> recorded.map(Recorded::classification))
                .orElse(0);
    }

    /**
     * @return Comet's number; 0 when only its group is stored
     */
    int statusCode() {
        int known = recorded.map(Recorded::status).orElse(0);
        if (live.isPresent()) {
            return JobsNow.runningCode(known);
        }
        // The job's own row may be written a moment later by the nightly run.
        return recent.isPresent() && JobStatus.of(known).running() ? 0 : known;
    }

    /** What is stored of one that has ended. */
    String stored() {
        return recent.map(Recent::status).orElseGet(() -> JobStatus.of(statusCode()).stored());
    }

    /** Of one that has ended. */
    JobState state() {
        int code = statusCode();
        return code == 0 ? JobState.ofWire(stored()) : JobStatus.of(code).state();
    }

    long startedAt() {
        return live.map(Live::startedAt)
                .or(() -> recorded.map(Recorded::startedAt).filter(at -> at > 0))
                .or(() -> recent.map(job -> job.endedAt() - job.seconds()))
                .orElse(0L);
    }

    long endedAt() {
        return running()
                ? 0
                : recent.map(Recent::endedAt).or(() -> recorded.map(Recorded::endedAt)).orElse(0L);
    }

    long bytesDone() {
        return live.map(Live::bytes)
                .or(() -> recent.map(Recent::bytes))
                .or(() -> recorded.map(job -> running() ? job.progress("BytesDone") : job.moved()))
                .orElse(0L);
    }

    long totalBytes() {
        return recorded.map(Recorded::size).orElse(0L);
    }

    long itemsDone() {
        return running() ? recorded.map(job -> job.progress("ItemsDone")).orElse(0L) : 0;
    }

    long itemsTotal() {
        return running() ? recorded.map(job -> job.progress("ItemsTotal")).orElse(0L) : 0;
    }

    String clientVersion() {
        return recorded.map(job -> job.content().path("ClientVersion").asText("")).orElse("");
    }
}
