package com.eazybackup.ingest;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that a Comet Server said and that could not be understood or stored. Without secrets.
 *
 * @param profile the Comet Server's name in the settings
 * @param reason for an operator
 * @param beginning of the frame
 * @param size of the frame as it came, in characters
 * @param times how often it came
 */
public record QuarantinedFrame(
        long id,
        String profile,
        String reason,
        String beginning,
        long size,
        long times,
        Instant first,
        Instant last,
        State state) {

    /** What has become of it. */
    public enum State {
        /** Nobody has looked at it yet, or a replay has failed. */
        OPEN,
        /** What it said holds now. */
        REPLAYED,
        /** An operator has thrown it away. */
        DISCARDED;

        /**
         * @return the name in JSON and in the table
         */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }
}
