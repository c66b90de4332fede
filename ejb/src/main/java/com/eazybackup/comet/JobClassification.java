package com.eazybackup.comet;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What kind of job it is. A number that is not in the list is data: it is {@link #UNKNOWN}, and
 * whoever holds it keeps the number beside it. Event types share the range 4000 to 4999 and are
 * something else.
 */
public enum JobClassification {
    UNKNOWN(4000, "Unknown"),
    BACKUP(4001, "Backup"),
    RESTORE(4002, "Restore"),
    RETENTION(4003, "Retention pass"),
    UNLOCK(4004, "Unlock"),
    DELETE_SNAPSHOT(4005, "Snapshot deletion"),
    REMEASURE(4006, "Vault measurement"),
    UPDATE(4007, "Software update"),
    IMPORT(4008, "Settings import"),
    REINDEX(4009, "Reindex"),
    DEEP_VERIFY(4010, "Deep verify"),
    UNINSTALL(4011, "Uninstall");

    private static final Map<Integer, JobClassification> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(c -> c.code, Function.identity()));

    private final int code;
    private final String label;

    JobClassification(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /**
     * @return the classification of that number, {@link #UNKNOWN} when Comet has a new one
     */
    public static JobClassification of(int code) {
        return BY_CODE.getOrDefault(code, UNKNOWN);
    }

    public int code() {
        return code;
    }

    public String label() {
        return label;
    }
}
