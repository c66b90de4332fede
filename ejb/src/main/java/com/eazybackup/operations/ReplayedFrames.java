package com.eazybackup.operations;

/**
 * What came of reading open frames again.
 *
 * @param done dealt with
 * @param left open, as they were
 */
public record ReplayedFrames(int done, int left) {

    String word() {
        return done + " done, " + left + " left";
    }
}
