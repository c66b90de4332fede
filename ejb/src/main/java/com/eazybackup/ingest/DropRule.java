package com.eazybackup.ingest;

/**
 * When the absence of accounts in a complete list is believed. A list that lost many of them at
 * once is more likely wrong than true, and taking away is the one thing that a wrong list must not
 * do.
 *
 * @param percent so much of what is known may be missing; exactly so much is still believed
 */
public record DropRule(int percent) {

    /** The house's value where no setting says otherwise. */
    static final DropRule STANDARD = new DropRule(10);

    private static final int WHOLE = 100;

    /**
     * @param known accounts of the Comet Server that have rows
     * @param listed accounts in its list
     * @param gone of the known ones, how many are not in the list
     * @return whether those that are gone may be taken away; an empty list never says so
     */
    public boolean believes(int known, int listed, int gone) {
        boolean empty = listed == 0 && known > 0;
        return !empty && (long) gone * WHOLE <= (long) known * percent;
    }
}
