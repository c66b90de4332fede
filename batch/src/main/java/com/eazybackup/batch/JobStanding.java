package com.eazybackup.batch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a job stands on all nodes, some seconds old.
 *
 * @param schedule for people, such as {@code daily 00:30}
 * @param zone that the schedule is meant in
 * @param last the last run that did not go on and was not skipped, else the last one
 * @param recent how long the last runs took, the oldest first
 * @param toConfirm the suspicious run that waits for an operator
 */
public record JobStanding(
        String name,
        String schedule,
        ZoneId zone,
        Optional<Instant> next,
        boolean enabled,
        Optional<Progress> running,
        Optional<JobRun> last,
        List<Took> recent,
        Optional<JobRun> toConfirm) {

    /**
     * A run that goes on.
     *
     * @param done things that are dealt with
     * @param total as many as the last complete run had; empty when there is none
     */
    public record Progress(JobRun run, long done, OptionalLong total) {}

    /** How long a run took. */
    public record Took(long ms, String outcome) {}
}
