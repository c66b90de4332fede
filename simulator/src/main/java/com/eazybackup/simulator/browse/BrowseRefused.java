package com.eazybackup.simulator.browse;

/** The device looked, and cannot show it. The message is what the device says. */
public final class BrowseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrowseRefused(String message) {
        super(message);
    }
}
