package com.eazybackup.operations;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Meters that this deployment has added to the server's registry, which outlives it: a deployment
 * that comes after it would otherwise be answered by what is gone.
 */
final class OwnMeters implements AutoCloseable {

    private final MeterRegistry registry;
    private final List<Meter> added = new ArrayList<>();
    // A registry holds what it reads weakly.
    private final List<DoubleSupplier> read = new ArrayList<>();

    OwnMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void counter(String name, String meaning, Tags tags, DoubleSupplier value) {
        read.add(value);
        added.add(
                FunctionCounter.builder(name, value, DoubleSupplier::getAsDouble)
                        .description(meaning)
                        .tags(tags)
                        .register(registry));
    }

    void gauge(String name, String meaning, Tags tags, DoubleSupplier value) {
        gauge(name, meaning, tags, null, value);
    }

    void seconds(String name, String meaning, Tags tags, DoubleSupplier value) {
        gauge(name, meaning, tags, "seconds", value);
    }

    private void gauge(String name, String meaning, Tags tags, String unit, DoubleSupplier value) {
        read.add(value);
        added.add(
                Gauge.builder(name, value, DoubleSupplier::getAsDouble)
                        .description(meaning)
                        .tags(tags)
                        .baseUnit(unit)
                        .register(registry));
    }

    @Override
    public void close() {
        added.forEach(registry::remove);
        added.clear();
        read.clear();
    }
}
