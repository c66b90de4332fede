package com.eazybackup.operations;

import com.eazybackup.comet.stream.StreamState;
import com.eazybackup.ingest.CatchUpRun;
import com.eazybackup.ingest.IntakeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * What is measured of each Comet Server's intake, with the tag {@code profile}. A meter that cannot
 * be read now gives no number.
 *
 * <p>{@code docs/metrics.md} is held against this list.
 */
enum IntakeMeter {
    FRAMES(MeterKind.COUNTER, "frames", "Frames that came.", now -> now.counts().frames()),
    NEWS(
            MeterKind.COUNTER,
            "news",
            "News that were written, from frames and lists, with those that changed nothing.",
            now -> now.counts().news()),
    BATCHES(MeterKind.COUNTER, "batches", "Transactions.", now -> now.counts().batches()),
    CHANGES(
            MeterKind.COUNTER,
            "changes",
            "Changes that viewers were told.",
            now -> now.counts().changes()),
    REPEATED(
            MeterKind.COUNTER,
            "repeated",
            "News of jobs that said nothing new.",
            now -> now.counts().repeated()),
    UNREADABLE(
            MeterKind.COUNTER,
            "unreadable",
            "Frames that could not be understood; they are in the quarantine.",
            now -> now.counts().unreadable()),
    UNKNOWN(
            MeterKind.COUNTER,
            "unknown.frames",
            "Frames with a code that our tables do not have; they are stored all the same.",
            now -> now.counts().unknown()),
    REFUSED(
            MeterKind.COUNTER,
            "refused",
            "News that the database will never take; they are in the quarantine.",
            now -> now.counts().refused()),
    UNOWNED(
            MeterKind.COUNTER,
            "unowned",
            "News of users that belong to no client.",
            now -> now.counts().unowned()),
    RETRIES(
            MeterKind.COUNTER,
            "retries",
            "Transactions that the database could not take at once.",
            now -> now.counts().retries()),
    CONNECTS(
            MeterKind.COUNTER,
            "connects",
            "How often the stream came up.",
            now -> now.stream().connected()),
    ALERTS(
            MeterKind.COUNTER,
            "alerts",
            "Alerts about the stream, each once in an outage.",
            now -> now.stream().alerts().values().stream().mapToLong(Long::longValue).sum()),
    LIVE(
            MeterKind.GAUGE,
            "stream.live",
            "1 while the stream is live, else 0.",
            now -> now.stream().state().equals(StreamState.LIVE.wire()) ? 1 : 0),
    QUEUE_FRAMES(
            MeterKind.GAUGE,
            "queue.frames",
            "Frames that wait to be written.",
            now -> now.queue().frames()),
    QUEUE_CHARACTERS(
            MeterKind.GAUGE,
            "queue.characters",
            "Their characters.",
            now -> now.queue().characters()),
    QUEUE_FULL(
            MeterKind.COUNTER,
            "queue.full",
            "How often the socket was not read for want of room.",
            now -> now.queue().fullTimes()),
    QUEUE_OLDEST(
            MeterKind.SECONDS,
            "queue.oldest",
            "How long the oldest frame has waited.",
            now -> seconds(now.queue().oldestMs())),
    LAG_LAST(
            MeterKind.SECONDS,
            "lag.last",
            "From the oldest frame of the last batch to its commit.",
            now -> seconds(now.lag().lastMs())),
    LAG_WORST(
            MeterKind.SECONDS,
            "lag.worst",
            "The same of the worst batch of the last minute.",
            now -> seconds(now.lag().worstOfLastMinuteMs())),
    CATCH_UP_DURATION(
            MeterKind.SECONDS,
            "catch.up.duration",
            "How long the last catch-up took.",
            now -> of(now.lastCatchUp(), run -> seconds(run.took()))),
    CATCH_UP_PUT_RIGHT(
            MeterKind.GAUGE,
            "catch.up.put.right",
            "Rows that the last catch-up has put right.",
            now -> of(now.lastCatchUp(), CatchUpRun::putRight)),
    CATCH_UP_COMPLETE(
            MeterKind.GAUGE,
            "catch.up.complete",
            "1 when the last catch-up was complete, 0 when it broke off.",
            now -> of(now.lastCatchUp(), run -> run.complete() ? 1 : 0)),
    CATCH_UP_AGE(
            MeterKind.SECONDS,
            "catch.up.age",
            "How long ago the last catch-up ended.",
            (now, at) -> of(now.lastCatchUp(), run -> seconds(Duration.between(run.ended(), at))));

    static final String PREFIX = "eazybackup.intake.";
    private static final double MS = 1000.0;

    private final MeterKind kind;
    private final String tail;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // the readings above hold nothing
    private final ToDoubleBiFunction<IntakeStatus, Instant> value;

    IntakeMeter(MeterKind kind, String tail, String meaning, ToDoubleFunction<IntakeStatus> value) {
        this(kind, tail, meaning, (now, at) -> value.applyAsDouble(now));
    }

    IntakeMeter(
            MeterKind kind,
            String tail,
            String meaning,
            ToDoubleBiFunction<IntakeStatus, Instant> value) {
        this.kind = kind;
        this.tail = tail;
        this.meaning = meaning;
        this.value = value;
    }

    MeterKind kind() {
        return kind;
    }

    String meterName() {
        return PREFIX + tail;
    }

    String meaning() {
        return meaning;
    }

    /**
     * @return NaN when there is nothing to tell yet
     */
    double of(IntakeStatus status, Instant now) {
        return value.applyAsDouble(status, now);
    }

    private static double of(Optional<CatchUpRun> run, ToDoubleFunction<CatchUpRun> value) {
        return run.isPresent() ? value.applyAsDouble(run.get()) : Double.NaN;
    }

    private static double seconds(long ms) {
        return ms / MS;
    }

    private static double seconds(Duration time) {
        return seconds(time.toMillis());
    }
}
