package com.eazybackup.demo;

/** The world cannot be opened; the message is for the person who started it. */
public final class StartFailed extends RuntimeException {

    StartFailed(String message) {
        super(message);
    }

    StartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
