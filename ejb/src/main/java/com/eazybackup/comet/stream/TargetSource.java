package com.eazybackup.comet.stream;

/** Says where to connect; asked before every attempt, so that new credentials are found. */
@FunctionalInterface
public interface TargetSource {

    /**
     * @throws NoTarget when nobody knows, or the one who does cannot be asked now
     */
    StreamTarget target() throws NoTarget;

    /** There is nowhere to connect to; the message says why and holds no secret. */
    class NoTarget extends Exception {

        public NoTarget(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
