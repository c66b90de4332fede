package com.eazybackup.operations;

/** What kind of number is measured. */
public enum MeterKind {
    /** Only grows, from the start of the portal. */
    COUNTER("counter"),
    GAUGE("gauge"),
    /** A gauge in seconds. */
    SECONDS("gauge, seconds");

    private final String words;

    MeterKind(String words) {
        this.words = words;
    }

    /**
     * @return as {@code docs/metrics.md} says it
     */
    public String words() {
        return words;
    }
}
