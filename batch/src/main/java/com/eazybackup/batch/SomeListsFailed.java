package com.eazybackup.batch;

/** Lists of some Comet Servers could not be read; the others' are done. */
final class SomeListsFailed extends Exception {

    private static final long serialVersionUID = 1;

    SomeListsFailed(String profiles) {
        super("The lists of " + profiles + " could not be read.");
    }
}
