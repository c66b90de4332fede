package com.eazybackup.simulator.comet;

/** An answer of the shape {@code {"Status": 4xx or 5xx, "Message": text}}. */
final class CallRefused extends RuntimeException {

    private final int status;

    CallRefused(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
