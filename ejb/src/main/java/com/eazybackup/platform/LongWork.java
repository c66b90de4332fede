package com.eazybackup.platform;

/**
 * Marks work that nobody waits for: what the streams, the monitor, jobs and migrations do on
 * threads of their own. On such a thread the {@code DataSource} that everybody is given waits as
 * long for the database as {@code EB_DB_WORK_MS} says, and {@code EB_DB_ANSWER_MS} everywhere else.
 *
 * <p>Limit: the mark is the thread's. Another thread that the work begins needs one of its own.
 */
public final class LongWork {

    private static final ThreadLocal<Boolean> HERE = new ThreadLocal<>();

    private LongWork() {}

    /** Something that returns what it has made. */
    public interface Task<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * @return the same work, marked
     */
    public static Runnable of(Runnable work) {
        return () -> {
            begin();
            try {
                work.run();
            } finally {
                end();
            }
        };
    }

    /** Does it on this thread, which is afterwards marked as it was. */
    public static <T, E extends Exception> T call(Task<T, E> work) throws E {
        boolean before = here();
        begin();
        try {
            return work.run();
        } finally {
            if (!before) {
                end();
            }
        }
    }

    /** From now on, on this thread. */
    public static void begin() {
        HERE.set(true);
    }

    /** A thread that is used again is a person's perhaps. */
    public static void end() {
        HERE.remove();
    }

    static boolean here() {
        return HERE.get() != null;
    }
}
