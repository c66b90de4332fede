package com.eazybackup.ingest;

import com.eazybackup.comet.Secrets;
import com.fasterxml.jackson.databind.JsonNode;

/** A frame as it may be kept: without secrets, and not longer than a column takes. */
final class QuarantineText {

    /** Four bytes each at the most: a quarter of what the column takes. */
    private static final int LONGEST = 1024 * 1024;

    private QuarantineText() {}

    static String of(String frame) {
        JsonNode tree = Fit.tree(frame);
        String clean =
                tree.isContainerNode() ? Fit.json(Secrets.without(tree)) : Secrets.withoutIn(frame);
        return Fit.to(LONGEST, clean);
    }

    /**
     * @param kept what {@link #of} made
     * @return whether some of the frame is missing
     */
    static boolean cut(String kept) {
        return kept.length() == LONGEST;
    }
}
