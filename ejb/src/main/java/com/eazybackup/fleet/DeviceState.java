package com.eazybackup.fleet;

import com.eazybackup.comet.JobState;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a device stands, the worst first. What its latest backup came to ({@link JobState}), and what
 * no job tells: that one is overdue, or that there never was one.
 */
public enum DeviceState {
    ERROR(1),
    TIMEOUT(2),
    MISSED(3),
    /** Its schedule promised a good backup, and none came. */
    OVERDUE(4),
    /** No backup has ended since it was registered, and none runs. */
    NEVER(5),
    WARNING(6),
    INTERRUPTED(7),
    CANCELLED(8),
    RUNNING(9),
    SKIPPED(10),
    SUCCESS(11),
    UNKNOWN(12),
    /** No backup in the last 24 hours, and none that was promised is late. */
    NONE(13);

    /** Those that somebody should look at. */
    public static final Set<DeviceState> NEEDING = EnumSet.range(ERROR, CANCELLED);

    private final int severity;

    DeviceState(int severity) {
        this.severity = severity;
    }

    static DeviceState of(JobState job) {
        return valueOf(job.name());
    }

    /**
     * @return the state of that name, as {@link #wire()} writes it
     */
    public static Optional<DeviceState> of(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }

    /**
     * @return 1 for the worst
     */
    public int severity() {
        return severity;
    }

    /**
     * @return whether somebody should look at it
     */
    public boolean needs() {
        return NEEDING.contains(this);
    }

    /**
     * @return the name in JSON and in style sheets
     */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
