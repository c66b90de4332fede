package com.eazybackup.platform;

import org.jboss.logging.MDC;

/**
 * What each log line of a thread carries beside its text: fields of the structured log ({@code
 * portal.json}), and {@code %X{profile}} and the like in a pattern.
 */
public enum LogContext {
    /** The Comet Server's name in the settings. */
    PROFILE("profile"),
    /** The number of the client whose data is looked at. */
    CLIENT("client"),
    /** Who asks: {@code admin 3}, {@code user 101}. */
    PERSON("person"),
    /** What a person was shown, of an error. */
    REFERENCE("reference");

    private final String field;

    LogContext(String field) {
        this.field = field;
    }

    /** From now on, on this thread. */
    public void is(String value) {
        MDC.put(field, value);
    }

    /** A thread that is used again must tell nothing of the one before. */
    public static void clear() {
        for (LogContext each : values()) {
            MDC.remove(each.field);
        }
    }

    /**
     * @return null when it is not known
     */
    String now() {
        return (String) MDC.get(field);
    }

    /**
     * @return the same work, its log lines naming the Comet Server
     */
    public static Runnable of(String profile, Runnable work) {
        return () -> {
            PROFILE.is(profile);
            try {
                work.run();
            } finally {
                clear();
            }
        };
    }
}
