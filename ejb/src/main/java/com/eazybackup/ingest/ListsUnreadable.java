package com.eazybackup.ingest;

/**
 * A Comet Server's lists cannot be read now, or broke off. Nothing is concluded from what came
 * before.
 */
public final class ListsUnreadable extends Exception {

    private static final long serialVersionUID = 1;

    ListsUnreadable(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
