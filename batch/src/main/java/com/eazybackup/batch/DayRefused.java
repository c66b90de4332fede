package com.eazybackup.batch;

/** The figures of that day cannot be written. The message is fit for an operator. */
public final class DayRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    DayRefused(String message) {
        super(message);
    }
}
