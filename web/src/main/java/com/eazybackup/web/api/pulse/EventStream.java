package com.eazybackup.web.api.pulse;

import com.eazybackup.pulse.PulseHub;
import com.eazybackup.pulse.Viewer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes what a viewer has to one connection, whenever the connection can take it. No thread waits
 * here: whoever wakes it (the tail, the clock of the signs of life, the server when the connection
 * is free again) writes as much as goes and leaves.
 */
final class EventStream implements WriteListener {

    private static final int RETRY_MILLIS = 2_000;

    private final PulseHub hub;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();

    private volatile AsyncContext request;
    private Viewer viewer;
    private ServletOutputStream out;
    private boolean greeted;

    EventStream(PulseHub hub) {
        this.hub = hub;
    }

    /** Begins to write; until then being woken does nothing. */
    void attach(AsyncContext started, Viewer opened) throws IOException {
        viewer = opened;
        out = started.getResponse().getOutputStream();
        request = started;
        out.setWriteListener(this);
    }

    /** Writes what there is. May be called by any thread at any time; one of them does the work. */
    void wake() {
        if (request == null || asked.getAndIncrement() != 0) {
            return;
        }
        int served = 1;
        do {
            write();
            served = asked.addAndGet(-served);
        } while (served != 0);
    }

    private void write() {
        if (ended.get()) {
            return;
        }
        try {
            // isReady must be asked after each write: its "no" is what makes the server call back.
            while (!viewer.closed() && out.isReady()) {
                byte[] bytes = next();
                if (bytes == null) {
                    out.flush();
                    break;
                }
                out.write(bytes);
            }
        } catch (IOException | IllegalStateException e) {
            end(); // the browser is gone, or the server has ended the request
            return;
        }
        if (viewer.closed()) {
            end();
        }
    }

    private byte[] next() {
        if (greeted) {
            return viewer.take();
        }
        greeted = true;
        // Scattered, so that the viewers of a restarted server do not come back all at once.
        int retry = RETRY_MILLIS + ThreadLocalRandom.current().nextInt(RETRY_MILLIS);
        return ("retry: " + retry + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        hub.remove(viewer);
        try {
            request.complete();
        } catch (IllegalStateException e) {
            // Completed by the server already: that is how it tells.
            return;
        }
    }

    @Override
    public void onWritePossible() {
        wake();
    }

    @Override
    public void onError(Throwable t) {
        end();
    }
}
