package com.eazybackup.ingest;

import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;

/**
 * Reads a list of a Comet Server on a thread of its own, so that the next entries arrive while the
 * last ones are written. Gives out what the list gives out, in its order: a failure after the
 * entries that came before it.
 *
 * <p>Limits: holds as many entries ahead as it was told, then the list waits. For one taker.
 *
 * @param <T> an entry
 */
final class ReadAhead<T> implements AutoCloseable {

    /** One entry is being read meanwhile; a server that stalls is not waited for longer. */
    private static final Duration LAST_ENTRY = Duration.ofSeconds(5);

    /** What the list said: an entry, its end, or why there is none. */
    private record Said<T>(Optional<T> entry, CometException failed, RuntimeException broken) {

        boolean last() {
            return entry.isEmpty();
        }
    }

    private final CometList<T> list;
    private final BlockingQueue<Said<T>> ready;
    private final Thread thread;
    private volatile boolean closed;
    private Said<T> last;

    private ReadAhead(CometList<T> list, ThreadFactory threads, int most) {
        this.list = list;
        this.ready = new ArrayBlockingQueue<>(most);
        this.thread = threads.newThread(this::read);
    }

    /**
     * Begins to read.
     *
     * @param list is closed with this
     * @param most entries that are held
     */
    static <T> ReadAhead<T> of(CometList<T> list, ThreadFactory threads, int most) {
        ReadAhead<T> ahead = new ReadAhead<>(list, threads, most);
        ahead.thread.start();
        return ahead;
    }

    private void read() {
        try {
            Said<T> said;
            do {
                said = listen();
                ready.put(said);
            } while (!said.last() && !closed);
        } catch (InterruptedException e) {
            // Nobody takes any more.
            Thread.currentThread().interrupt();
        }
    }

    private Said<T> listen() {
        try {
            return new Said<>(list.next(), null, null);
        } catch (CometException e) {
            return new Said<>(Optional.empty(), e, null);
        } catch (RuntimeException e) {
            // The taker must hear of it, whatever it is: it would wait for ever.
            return new Said<>(Optional.empty(), null, e);
        } catch (Error e) {
            return new Said<>(Optional.empty(), null, new IllegalStateException(e));
        }
    }

    /**
     * @return the next entry, empty after the last one
     */
    Optional<T> next() throws CometException, InterruptedException {
        Said<T> said = last == null ? ready.take() : last;
        if (said.last()) {
            last = said;
        }
        if (said.failed() != null) {
            throw said.failed();
        }
        if (said.broken() != null) {
            throw said.broken();
        }
        return said.entry();
    }

    /** The list is not for two threads: its reader has ended first, unless the server stalls. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(LAST_ENTRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            list.close();
        }
    }
}
