package com.eazybackup.comet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** What a person is shown of a job. {@link JobStatus} says which of Comet's codes is which. */
public enum JobState {
    ERROR(1, 1),
    TIMEOUT(2, 2),
    MISSED(3, 3),
    WARNING(4, 4),
    /** Running by the tables, but its device has been away for longer than the grace time. */
    INTERRUPTED(5, 5),
    CANCELLED(6, 6),
    RUNNING(7, 8),
    SKIPPED(8, 7),
    SUCCESS(9, 9),
    UNKNOWN(10, 10);

    private final int severity;
    private final int daySeverity;

    JobState(int severity, int daySeverity) {
        this.severity = severity;
        this.daySeverity = daySeverity;
    }

    /**
     * @return 1 for the worst, in lists of what is the matter now
     */
    public int severity() {
        return severity;
    }

    /** Among the jobs of one day: there a skipped job is worse than a running one. */
    public static Comparator<JobState> worstOfDayFirst() {
        return Comparator.comparingInt(state -> state.daySeverity);
    }

    /**
     * @return the name in JSON and in style sheets, such as {@code success}
     */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return the state of that JSON name; a name that is not in the list is unknown
     */
    public static JobState ofWire(String name) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
