package com.eazybackup.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Tells the log of a trouble that comes back with every attempt, from one place.
 *
 * <p>Guarantee: one line when it begins, at most one a minute while it lasts, one when it is over.
 * All lines of one outage carry the same {@link Reference}, so that every person who was shown it
 * is found. The stack of each failure is logged at debug level only.
 */
public final class OutageLog {

    private static final long APART = Duration.ofMinutes(1).toNanos();
    private static final int LONGEST_REASON = 300;

    private final Logger log;
    private final String what;
    private final LongSupplier nanos;

    private Reference outage;
    private long began;
    private long told;
    private long failures;
    private volatile boolean lasts;

    /**
     * @param what a sentence without its full stop, such as "The change feed cannot be read"
     */
    public OutageLog(Logger log, String what) {
        this(log, what, System::nanoTime);
    }

    OutageLog(Logger log, String what, LongSupplier nanos) {
        this.log = log;
        this.what = what;
        this.nanos = nanos;
    }

    /**
     * An attempt has failed.
     *
     * @return what to show to whoever asked
     */
    public synchronized Reference failed(Throwable why) {
        long now = nanos.getAsLong();
        failures++;
        if (!lasts) {
            lasts = true;
            outage = Reference.next();
            began = now;
            told = now;
            log.log(Level.WARNING, outage + " " + what + ": " + reason(why));
        } else if (now - told >= APART) {
            told = now;
            log.log(Level.WARNING, outage + " " + what + " " + sinceThen(now) + reason(why));
        }
        log.log(Level.DEBUG, outage + " " + what, why);
        return outage;
    }

    /** An attempt has succeeded. Costs nothing while all is well. */
    public void well() {
        if (lasts) {
            over();
        }
    }

    private synchronized void over() {
        if (!lasts) {
            return;
        }
        log.log(
                Level.INFO,
                outage + " is over after " + seconds(nanos.getAsLong()) + " s: " + failed());
        lasts = false;
        failures = 0;
    }

    private String sinceThen(long now) {
        return "for " + seconds(now) + " s, " + failed() + ": ";
    }

    private String failed() {
        return failures + (failures == 1 ? " attempt failed" : " attempts failed");
    }

    private long seconds(long now) {
        return Duration.ofNanos(now - began).toSeconds();
    }

    /** The innermost cause: what wraps it says where, and the place is known. On one line. */
    private static String reason(Throwable why) {
        Throwable cause = why;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String text = cause.toString().replaceAll("\\s+", " ");
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    }
}
