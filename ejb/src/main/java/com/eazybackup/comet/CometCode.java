package com.eazybackup.comet;

/**
 * A value of one of Comet's tables of codes. What people read for it is in {@link CodeLabels}.
 *
 * <p>A code that is not in its table is data, not an error: looking it up gives the table's unknown
 * constant and is counted in {@link UnknownCodes}; whoever holds the code keeps it beside it.
 */
public interface CometCode {

    /** What unknown constants hold: no number of Comet's. */
    int NONE = Integer.MIN_VALUE;

    /** What unknown constants of texts hold: no text of Comet's. */
    String NOTHING = "?";

    /**
     * @return the constant's name
     */
    String name();

    /**
     * @return the code as Comet writes it; numbers in decimal
     */
    String wire();
}
