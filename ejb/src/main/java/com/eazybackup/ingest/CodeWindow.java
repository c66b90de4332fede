package com.eazybackup.ingest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many of the last frames of one Comet Server held a code that we do not know.
 *
 * <p>The window is the last hour, and at least the last {@value #FRAMES} frames: on a quiet server
 * an hour alone would make much of a single frame. It forgets in blocks, so that it is a little
 * longer than that, and takes the same small room at any speed.
 */
final class CodeWindow {

    static final int FRAMES = 1_000;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int BLOCK_FRAMES = 100;
    private static final long BLOCK_MS = Duration.ofMinutes(1).toMillis();

    private final Deque<Block> blocks = new ArrayDeque<>();
    private long frames;
    private long unknown;
    private String last = "";

    private static final class Block {
        private final long began;
        private long frames;
        private long unknown;

        Block(long began) {
            this.began = began;
        }

        boolean complete(long nowMs) {
            return frames >= BLOCK_FRAMES && nowMs - began >= BLOCK_MS;
        }
    }

    /**
     * @param nowMs Unix milliseconds
     * @param code what was unknown in the frame; empty when nothing was
     */
    synchronized void add(long nowMs, String code) {
        if (blocks.isEmpty() || blocks.getLast().complete(nowMs)) {
            blocks.addLast(new Block(nowMs));
            forget(nowMs);
        }
        Block block = blocks.getLast();
        block.frames++;
        frames++;
        if (!code.isEmpty()) {
            block.unknown++;
            unknown++;
            last = code;
        }
    }

    /** The oldest block goes when what is left is still an hour and enough frames. */
    private void forget(long nowMs) {
        while (blocks.size() > 1) {
            Block oldest = blocks.removeFirst();
            boolean enough =
                    frames - oldest.frames >= FRAMES && nowMs - blocks.getFirst().began >= HOUR;
            if (!enough) {
                blocks.addFirst(oldest);
                return;
            }
            frames -= oldest.frames;
            unknown -= oldest.unknown;
        }
    }

    synchronized IntakeStatus.Codes shown() {
        return new IntakeStatus.Codes(frames, unknown, last);
    }

    /** In how many parts it is kept. */
    synchronized int blocks() {
        return blocks.size();
    }
}
