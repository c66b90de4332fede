package com.eazybackup.operations;

import java.util.Arrays;
import java.util.Optional;

/** What operators are alerted of. Pages have a text for each, mails the sentence that was found. */
public enum AlertKind {
    /** Too many frames hold codes that this version does not know. */
    UNKNOWN_CODES("unknown-codes", false),
    /** A live stream has been away for a while, or its sign-in is refused. */
    STREAM_DOWN("stream-down", true),
    /** A stream came back and says nothing, or goes silent again and again. */
    STREAM_SILENT("stream-silent", true),
    /** More jobs count as running than a fleet like this has. */
    LIVE_JOBS("live-jobs", false),
    /** The quarantine has grown. */
    QUARANTINE("quarantine", false),
    /** The heartbeat has not gone well for a while. */
    HEARTBEAT_FAILING("heartbeat-failing", false),
    /** The stalled-job monitor has not gone well for a while. */
    MONITOR_FAILING("monitor-failing", false),
    /** The last run of a batch job has failed, or waits for somebody's word. */
    JOB_FAILED("job-failed", false),
    /** The nightly sync has not come to its end for more than a day. */
    SYNC_LATE("sync-late", false);

    private final String code;
    private final boolean ofNode;

    AlertKind(String code, boolean ofNode) {
        this.code = code;
        this.ofNode = ofNode;
    }

    /**
     * @return its name in the table, the API and the texts
     */
    public String code() {
        return code;
    }

    /**
     * @return whether each node finds it of itself alone: then only the one that has raised it says
     *     that it is over
     */
    boolean ofNode() {
        return ofNode;
    }

    /**
     * @return empty for one that another version has raised
     */
    static Optional<AlertKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
