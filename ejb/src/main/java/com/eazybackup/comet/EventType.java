package com.eazybackup.comet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kinds of events on a Comet Server's live stream, as far as the product tells them apart; all
 * others are {@link #OTHER}.
 *
 * <p>The number decides. The name is asked where there is no number that we know: servers before
 * 23.5.0 send no name, and some systems in between send nothing else.
 */
public enum EventType {
    HELLO(4000, "SEVT_META_HELLO"),
    ACCOUNT_NEW(4100, "SEVT_ACCOUNT_NEW"),
    ACCOUNT_REMOVED(4101, "SEVT_ACCOUNT_REMOVED"),
    // Comet has no event for a changed device: a new name is a change of the account.
    ACCOUNT_UPDATED(4102, "SEVT_ACCOUNT_UPDATED", "SEVT_DEVICE_UPDATED", "SEVT_DEVICE_RENAMED"),
    ACCOUNT_LOGIN(4103, "SEVT_ACCOUNT_LOGIN"),
    JOB_NEW(4200, "SEVT_JOB_NEW", "SEVT_JOB_PROGRESS"),
    JOB_COMPLETED(
            4201,
            "SEVT_JOB_COMPLETED",
            "SEVT_JOB_COMPLETE",
            "SEVT_JOB_FINISH",
            "SEVT_JOB_END",
            "SEVT_JOB_FAILED",
            "SEVT_JOB_CANCELLED",
            "SEVT_JOB_ABORTED"),
    DEVICE_NEW(4700, "SEVT_DEVICE_NEW"),
    DEVICE_REMOVED(4701, "SEVT_DEVICE_REMOVED"),
    DEVICE_CONNECTED(4702, "SEVT_DEVICE_LIVE_CONNECT"),
    DEVICE_DISCONNECTED(4703, "SEVT_DEVICE_LIVE_DISCONNECT"),
    OTHER(0);

    private static final Map<Integer, EventType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(t -> t.code, t -> t));
    private static final Map<String, EventType> BY_NAME = byName();
    private static final int LOWEST = 4000;
    private static final int HIGHEST = 4999;

    private final int code;

    /** Separated by spaces. */
    private final String names;

    EventType(int code, String... names) {
        this.code = code;
        this.names = String.join(" ", names);
    }

    /**
     * @param code {@code Type}, 0 when the event has none
     * @param name {@code TypeString}, empty when the event has none
     */
    public static EventType of(int code, String name) {
        if (code >= LOWEST && code <= HIGHEST && BY_CODE.containsKey(code)) {
            return BY_CODE.get(code);
        }
        return BY_NAME.getOrDefault(name, OTHER);
    }

    private static Map<String, EventType> byName() {
        Map<String, EventType> byName = new HashMap<>();
        for (EventType type : values()) {
            for (String name : type.names.split(" ")) {
                byName.put(name, type);
            }
        }
        byName.remove("");
        return Map.copyOf(byName);
    }

    public int code() {
        return code;
    }
}
