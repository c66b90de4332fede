package com.eazybackup.operations;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * Meters that this deployment has added to the server's registry, which outlives it: a deployment
 * that comes after it would otherwise be answered by what is gone.
 *
 * <p>WildFly 39 gives an application a registry of its own, which hands on to the one that is
 * scraped only what is asked of the registry itself. What Micrometer's builders register there is
 * seen by nobody.
 */
final class OwnMeters implements AutoCloseable {

    private final MeterRegistry registry;
    private final Set<String> names = new HashSet<>();
    // A registry holds what it reads weakly.
    private final List<DoubleSupplier> read = new ArrayList<>();

    OwnMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void counter(String name, Tags tags, DoubleSupplier value) {
        keep(name, value);
        registry.more().counter(name, tags, value, DoubleSupplier::getAsDouble);
    }

    void gauge(String name, Tags tags, DoubleSupplier value) {
        keep(name, value);
        registry.gauge(name, tags, value, DoubleSupplier::getAsDouble);
    }

    void seconds(String name, Tags tags, DoubleSupplier value) {
        keep(name, value);
        registry.more().timeGauge(name, tags, value, TimeUnit.SECONDS, DoubleSupplier::getAsDouble);
    }

    private void keep(String name, DoubleSupplier value) {
        names.add(name);
        read.add(value);
    }

    @Override
    public void close() {
        for (String name : names) {
            for (Meter meter : registry.find(name).meters()) {
                registry.remove(meter);
            }
        }
        names.clear();
        read.clear();
    }
}
