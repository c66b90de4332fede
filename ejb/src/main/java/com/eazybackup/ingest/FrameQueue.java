package com.eazybackup.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Frames on their way from the reading thread to the writer. Bounded by their number and by their
 * characters, because a profile of a large account weighs as much as a thousand jobs.
 *
 * <p>Guarantee: keeps the order; whoever adds to a full queue waits. A frame that is larger than
 * all the room gets in when the queue is empty.
 */
final class FrameQueue {

    /**
     * A frame and when it came.
     *
     * @param receivedMs Unix milliseconds
     */
    record Frame(String text, long receivedMs) {}

    private final int mostFrames;
    private final long mostCharacters;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition filled = lock.newCondition();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private long characters;
    private long waits;
    private boolean closed;

    FrameQueue(int mostFrames, long mostCharacters) {
        this.mostFrames = mostFrames;
        this.mostCharacters = mostCharacters;
    }

    /** Waits for room. After {@link #close} frames are let go: nobody writes them any more. */
    void add(Frame frame) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (full(frame)) {
                waits++;
            }
            while (full(frame) && !closed) {
                room.await();
            }
            if (!closed) {
                frames.add(frame);
                characters += frame.text().length();
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean full(Frame frame) {
        return !frames.isEmpty()
                && (frames.size() >= mostFrames
                        || characters + frame.text().length() > mostCharacters);
    }

    /**
     * Takes what is there; waits for the first one only.
     *
     * @param most frames
     * @param weight characters after which no more are added
     * @return none when none came in time
     */
    List<Frame> take(int most, long weight, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (frames.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            List<Frame> taken = new ArrayList<>(Math.min(most, frames.size()));
            long size = 0;
            while (!frames.isEmpty() && taken.size() < most && size < weight) {
                Frame frame = frames.remove();
                size += frame.text().length();
                taken.add(frame);
            }
            characters -= size;
            if (!taken.isEmpty()) {
                room.signalAll();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of whoever waits for room. */
    void close() {
        lock.lock();
        try {
            closed = true;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * How full it is.
     *
     * @param oldestMs when the frame came that has waited for the longest time, 0 when none waits
     * @param waits how often the socket was not read for want of room
     */
    record Level(int frames, int mostFrames, long characters, long oldestMs, long waits) {}

    Level level() {
        lock.lock();
        try {
            long oldest = frames.isEmpty() ? 0 : frames.peek().receivedMs();
            return new Level(frames.size(), mostFrames, characters, oldest, waits);
        } finally {
            lock.unlock();
        }
    }
}
