package com.eazybackup.operations;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * What another part of the system wants to be measured. Every bean of this kind is asked once, when
 * the portal is deployed; its numbers are read at each scrape and must cost no query.
 */
public interface MeterSource {

    List<Meter> meters();

    /**
     * A number.
     *
     * @param tag what {@code subject} is, such as {@code job}
     * @param value not a number while there is nothing to tell
     */
    record Meter(MeterKind kind, String name, String tag, String subject, DoubleSupplier value) {}
}
