package com.eazybackup.comet;

/**
 * How the calls of one Comet Server have gone lately.
 *
 * @param leftAlone whether it is not called for a moment, because it has not answered
 * @param refused whether it does not accept our credentials
 * @param unanswered how many of the last calls found nobody
 * @param calls how many those are
 */
public record CometHealth(boolean leftAlone, boolean refused, int unanswered, int calls) {}
