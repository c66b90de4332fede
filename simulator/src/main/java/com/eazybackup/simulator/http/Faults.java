package com.eazybackup.simulator.http;

/**
 * Ways in which a server behind a proxy misbehaves whatever is asked of it. All are off at first,
 * may be changed while the server runs, and hold for requests that arrive afterwards.
 */
public final class Faults {

    private volatile long delayMillis;
    private volatile boolean html;
    private volatile boolean refuse;
    private volatile boolean drop;

    /** Every answer waits that long; 0 ends it. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    /** HTTP 502 with a page of HTML, as a proxy gives when the server behind it is away. */
    public void html(boolean on) {
        html = on;
    }

    /** HTTP 403 whatever the credentials, as for a caller whose address is not on the list. */
    public void refuse(boolean on) {
        refuse = on;
    }

    /** The connection ends without an answer. */
    public void drop(boolean on) {
        drop = on;
    }

    public void clear() {
        delay(0);
        html(false);
        refuse(false);
        drop(false);
    }

    public long delayMillis() {
        return delayMillis;
    }

    boolean html() {
        return html;
    }

    boolean refuse() {
        return refuse;
    }

    boolean drop() {
        return drop;
    }
}
