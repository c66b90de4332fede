package com.eazybackup.ingest;

/**
 * What a list of connections means for a device, and whether the list itself is believed. Pure.
 *
 * <ul>
 *   <li>A device that is listed is online at once.
 *   <li>One that is missing is offline when it was missing in as many lists in a row as wanted.
 *   <li>An empty list while three devices or more are shown online must come five times in a row; a
 *       list that lacks more than half of what is shown online, ten devices or more, twice. Until
 *       then it says nothing. A Comet Server that has just started knows no connections yet.
 *   <li>Nor does it know them all a moment later: where one list lacks many, it takes nobody away
 *       by itself.
 * </ul>
 */
final class PresenceRule {

    private static final int EMPTY_LOOKS = 5;
    private static final int SHORT_LOOKS = 2;

    private static final int FEW = 3;
    private static final int MANY = 10;
    private static final double TENTH = 10.0;

    /** What becomes of a device. */
    enum Verdict {
        SAME,
        CAME,
        /** Missing, and still shown online. */
        DEFERRED,
        WENT
    }

    private PresenceRule() {}

    /**
     * @param online as the device is shown
     * @param listed whether the list has it
     * @param strikes in how many lists before this one it was missing, in a row
     * @param wanted how many that must be with this one
     */
    static Verdict decide(boolean online, boolean listed, int strikes, int wanted) {
        if (listed) {
            return online ? Verdict.SAME : Verdict.CAME;
        }
        if (!online) {
            return Verdict.SAME;
        }
        return strikes + 1 >= wanted ? Verdict.WENT : Verdict.DEFERRED;
    }

    /**
     * How many lists in a row must be so short until one is believed; 1 for one that is not short.
     *
     * @param listed how many connections the list has
     * @param online how many devices are shown online
     * @param missing how many of those it lacks
     */
    static int looks(int listed, int online, int missing) {
        if (listed == 0 && online >= FEW) {
            return EMPTY_LOOKS;
        }
        return missing >= MANY && missing * 2 > online ? SHORT_LOOKS : 1;
    }

    /**
     * Whether so many are missing that their Comet Server may not have them back yet: ten or more,
     * and more than a tenth.
     *
     * @param online how many devices are shown online
     * @param missing how many of those the list lacks
     */
    static boolean many(int online, int missing) {
        return missing >= MANY && missing > online / TENTH;
    }
}
