package com.eazybackup.comet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The kinds of events on a Comet Server's live stream. One that is newer than this list is {@link
 * #OTHER}.
 *
 * <p>The number decides. The name is asked where there is no number that we know: servers before
 * 23.5.0 send no name, and some systems in between send nothing else.
 */
public enum EventType implements CometCode {
    HELLO(4000, "SEVT_META_HELLO"),
    ACCOUNT_NEW(4100, "SEVT_ACCOUNT_NEW"),
    ACCOUNT_REMOVED(4101, "SEVT_ACCOUNT_REMOVED"),
    // Comet has no event for a changed device: a new name is a change of the account.
    ACCOUNT_UPDATED(4102, "SEVT_ACCOUNT_UPDATED", "SEVT_DEVICE_UPDATED", "SEVT_DEVICE_RENAMED"),
    ACCOUNT_LOGIN(4103, "SEVT_ACCOUNT_LOGIN"),
    ACCOUNT_LOGIN_FAILED(4104, "SEVT_ACCOUNT_LOGIN_FAILED"),
    ACCOUNT_SESSION_START(4105, "SEVT_ACCOUNT_SESSION_START"),
    ACCOUNT_SESSION_REVOKE(4106, "SEVT_ACCOUNT_SESSION_REVOKE"),
    ACCOUNT_SESSION_EXPIRE(4107, "SEVT_ACCOUNT_SESSION_EXPIRE"),
    ADMIN_NEW(4150, "SEVT_ACCOUNT_ADMIN_NEW"),
    ADMIN_REMOVED(4151, "SEVT_ACCOUNT_ADMIN_REMOVED"),
    ADMIN_UPDATED(4152, "SEVT_ACCOUNT_ADMIN_UPDATED"),
    ADMIN_LOGIN(4153, "SEVT_ACCOUNT_ADMIN_LOGIN"),
    ADMIN_LOGIN_FAILED(4154, "SEVT_ACCOUNT_ADMIN_LOGIN_FAILED"),
    ADMIN_SESSION_START(4155, "SEVT_ACCOUNT_ADMIN_SESSION_START"),
    ADMIN_SESSION_REVOKE(4156, "SEVT_ACCOUNT_ADMIN_SESSION_REVOKE"),
    ADMIN_SESSION_EXPIRE(4157, "SEVT_ACCOUNT_ADMIN_SESSION_EXPIRE"),
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
    BUCKET_NEW(4300, "SEVT_BUCKET_NEW"),
    BUCKET_REMOVED(4301, "SEVT_BUCKET_REMOVED"),
    SERVER_STARTED(4400, "SEVT_SERVER_STARTED"),
    SERVER_RESTARTED(4401, "SEVT_SERVER_RESTARTED"),
    SERVER_SHUTDOWN(4402, "SEVT_SERVER_SHUTDOWN"),
    SERVER_UPDATED(4403, "SEVT_SERVER_UPDATED"),
    TENANT_NEW(4500, "SEVT_TENANT_NEW"),
    TENANT_REMOVED(4501, "SEVT_TENANT_REMOVED"),
    TENANT_UPDATED(4502, "SEVT_TENANT_UPDATED"),
    POLICY_NEW(4600, "SEVT_POLICY_NEW"),
    POLICY_REMOVED(4601, "SEVT_POLICY_REMOVED"),
    POLICY_UPDATED(4602, "SEVT_POLICY_UPDATED"),
    DEVICE_NEW(4700, "SEVT_DEVICE_NEW"),
    DEVICE_REMOVED(4701, "SEVT_DEVICE_REMOVED"),
    DEVICE_CONNECTED(4702, "SEVT_DEVICE_LIVE_CONNECT"),
    DEVICE_DISCONNECTED(4703, "SEVT_DEVICE_LIVE_DISCONNECT"),
    LOBBY_CONNECTED(4704, "SEVT_DEVICE_LOBBY_CONNECT"),
    LOBBY_DISCONNECTED(4705, "SEVT_DEVICE_LOBBY_DISCONNECT"),
    USER_GROUP_NEW(4800, "SEVT_USERGROUP_NEW"),
    USER_GROUP_REMOVED(4801, "SEVT_USERGROUP_REMOVED"),
    USER_GROUP_UPDATED(4802, "SEVT_USERGROUP_UPDATED"),
    SHARED_QUOTA_NEW(4803, "SEVT_SQUOTA_NEW"),
    SHARED_QUOTA_REMOVED(4804, "SEVT_SQUOTA_REMOVED"),
    SHARED_QUOTA_UPDATED(4805, "SEVT_SQUOTA_UPDATED"),
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
        EventType byName = BY_NAME.get(name);
        if (byName == null) {
            UnknownCodes.met(EventType.class, code == 0 ? name : Integer.toString(code));
            return OTHER;
        }
        return byName;
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

    @Override
    public String wire() {
        return Integer.toString(code);
    }

    public int code() {
        return code;
    }
}
