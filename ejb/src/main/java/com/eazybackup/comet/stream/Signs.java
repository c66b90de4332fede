package com.eazybackup.comet.stream;

import java.util.Optional;

/**
 * What can be seen of a connection at one moment. Times are {@link System#nanoTime()}.
 *
 * @param answered whether the server has answered the sign-in
 * @param refusal what it said instead of accepting; empty when it accepted or said nothing
 * @param hasEvent whether an event has come
 * @param waitsForRoom whether a frame waits on our side, so that nothing more is read
 * @param lastFrame when the last frame came, or the connection began
 * @param lastPong when the last answer to a ping came; {@link #NEVER}
 * @param ending how it ended; empty while it has not
 */
record Signs(
        boolean answered,
        String refusal,
        boolean hasEvent,
        boolean waitsForRoom,
        long lastFrame,
        long lastPong,
        Optional<Ending> ending) {

    static final long NEVER = 0;

    boolean accepted() {
        return answered && refusal.isEmpty();
    }

    /**
     * The end of a connection.
     *
     * @param code of the closing frame, 0 when there was none
     * @param reason for an operator
     */
    record Ending(int code, String reason) {

        static final int TOO_BIG = 1009;

        static Ending broken(String reason) {
            return new Ending(0, reason);
        }

        boolean tooBig() {
            return code == TOO_BIG;
        }
    }
}
