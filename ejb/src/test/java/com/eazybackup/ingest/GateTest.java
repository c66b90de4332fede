package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void beginsOpen() throws InterruptedException {
        assertThat(new Gate(LONG).opensWithin(Duration.ZERO)).isTrue();
    }

    @Test
    void whoeverWaitsGoesOnAsSoonAsItOpens() throws Exception {
        Gate gate = new Gate(LONG);
        gate.close();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> opens(gate));

        gate.open();

        assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void whoeverWaitsInVainIsTold() throws InterruptedException {
        Gate gate = new Gate(LONG);
        gate.close();

        assertThat(gate.opensWithin(SHORT)).isFalse();
    }

    @Test
    void opensByItselfWhenACatchUpTakesTooLong() throws InterruptedException {
        Gate gate = new Gate(SHORT);
        gate.close();

        assertThat(gate.opensWithin(LONG)).isTrue();
    }

    private static boolean opens(Gate gate) {
        try {
            return gate.opensWithin(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
