package com.eazybackup.simulator.whmcs;

/** WHMCS says no, in its own words. */
final class ActionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ActionRefused(String words) {
        super(words);
    }
}
