package com.eazybackup.ingest;

import com.eazybackup.comet.CometHealth;
import com.eazybackup.comet.stream.StreamAlert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the intake of one Comet Server stands on this node, for operators. Everything that is counted
 * is counted since the start.
 *
 * @param profile the Comet Server's name in the settings
 * @param name as pages show it
 * @param lag how old news are when their rows are committed
 * @param codes how many of the last frames held codes that we do not know
 * @param lastCatchUp empty before the first one has ended
 * @param minutes frames that were written in each minute of the last hour, the oldest first; the
 *     last one is of the minute that has begun
 * @param api how the calls of the Admin API have gone; empty before there was one
 */
public record IntakeStatus(
        String profile,
        String name,
        Stream stream,
        Queue queue,
        Lag lag,
        Counts counts,
        Codes codes,
        Optional<CatchUpRun> lastCatchUp,
        List<Long> minutes,
        Optional<CometHealth> api) {

    /**
     * @param state such as {@code live}
     * @param lastFrame empty while none has come
     * @param connected how often it was
     * @param ends the newest first, some of them
     * @param alerts how often each was given
     */
    public record Stream(
            String state,
            Optional<Instant> since,
            String reason,
            Optional<Instant> lastFrame,
            long connected,
            List<End> ends,
            Map<StreamAlert, Long> alerts) {}

    /** How a connection or an attempt ended. */
    public record End(Instant at, String reason) {}

    /**
     * What waits to be written.
     *
     * @param fullTimes how often the socket was not read for want of room
     * @param held whether frames are held back while the server's lists are read
     */
    public record Queue(
            int frames,
            int capacity,
            long characters,
            long oldestMs,
            long fullTimes,
            boolean held) {}

    /**
     * @param eventsOfLastMinute written
     * @param lastMs from the oldest frame of the last batch to its commit, in milliseconds
     * @param worstOfLastMinuteMs the same of the worst batch of a minute
     */
    public record Lag(long eventsOfLastMinute, long lastMs, long worstOfLastMinuteMs) {}

    /**
     * @param frames that came
     * @param news that were written, from frames and lists, with those that changed nothing
     * @param batches transactions
     * @param changes that were told to viewers
     * @param repeated news of jobs that said nothing new
     * @param unreadable frames that are in the quarantine
     * @param unknown frames with a code that our tables do not have; they are stored all the same
     * @param refused news that the database will never take; they are in the quarantine, too
     * @param unowned news of users that belong to no client
     * @param retries transactions that the database could not take at once
     */
    public record Counts(
            long frames,
            long news,
            long batches,
            long changes,
            long repeated,
            long unreadable,
            long unknown,
            long refused,
            long unowned,
            long retries) {}

    /**
     * The frames of the last hour, and at least the last thousand.
     *
     * @param frames of that time; fewer than a thousand only soon after the start
     * @param unknown those with a code that our tables do not have
     * @param last such a code, the last one since the start, such as {@code job status 6042}; empty
     *     when there was none
     */
    public record Codes(long frames, long unknown, String last) {}
}
