package com.eazybackup.comet.stream;

import java.time.Duration;
import java.util.Optional;

/** What the supervisor of a stream does next. */
sealed interface Next {

    /** The connection is kept. */
    record Stay(boolean ping, Optional<StreamAlert> alert) implements Next {

        static final Stay QUIETLY = new Stay(false, Optional.empty());
    }

    /**
     * The connection is given up, and another one is tried after the pause.
     *
     * @param alert what somebody should be told, at most once in one outage
     */
    record Leave(
            StreamState state,
            String reason,
            Duration pause,
            Rest rest,
            Optional<StreamAlert> alert)
            implements Next {}

    /** What may end a pause early. */
    enum Rest {
        /** Nothing but a request. */
        WHOLE,
        /** The server is back after having been away. */
        UNTIL_THE_SERVER_IS_BACK,
        /** Other credentials: with these it makes no sense, and more attempts can lock them out. */
        UNTIL_OTHER_CREDENTIALS
    }
}
