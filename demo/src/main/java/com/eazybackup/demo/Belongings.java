package com.eazybackup.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What was started and must be ended, the last first. May be closed by a shutdown hook while the
 * start is still going on: what is added afterwards is closed at once.
 */
final class Belongings implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Belongings.class.getName());

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    <T extends AutoCloseable> T add(T part) {
        boolean tooLate;
        synchronized (this) {
            tooLate = closed;
            if (!tooLate) {
                started.push(part);
            }
        }
        if (tooLate) {
            end(part);
            throw new StartFailed("Stopped while starting.");
        }
        return part;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            end(started.pop());
        }
    }

    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The outermost end of everything: the others must be closed whatever this one says.
            LOG.log(Level.WARNING, "Could not end " + part, e);
        }
    }
}
