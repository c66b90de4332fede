package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.TestDatabase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two nodes that want to do the same thing, on one database. */
class NodeLockTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();

    private final NodeLock one = new NodeLock(DATABASE.source());
    private final NodeLock other = new NodeLock(DATABASE.source());

    @Test
    void onlyOneHoldsItAndThenTheOther() throws Exception {
        try (NodeLock.Held held = one.tryHold("nightly").orElseThrow()) {
            assertThat(held.still()).isTrue();
            assertThat(other.tryHold("nightly")).isEmpty();
            assertThat(one.tryHold("nightly")).isEmpty();
        }

        try (NodeLock.Held held = other.tryHold("nightly").orElseThrow()) {
            assertThat(held.still()).isTrue();
        }
    }

    @Test
    void othersAreOthers() throws Exception {
        try (NodeLock.Held held = one.tryHold("a").orElseThrow();
                NodeLock.Held second = other.tryHold("b").orElseThrow()) {
            assertThat(held.still()).isTrue();
            assertThat(second.still()).isTrue();
        }
    }

    @Test
    void whoLosesTheDatabaseHoldsNothing() throws Exception {
        NodeLock.Held held = one.tryHold("lost").orElseThrow();
        DATABASE.run(
                "KILL (SELECT IS_USED_LOCK(CONCAT('eb-', MD5(CONCAT(DATABASE(), '/', 'lost')))))");

        assertThat(held.still()).isFalse();
        Optional<NodeLock.Held> second = other.tryHold("lost");
        assertThat(second).isPresent();
        held.close();
        assertThat(second.get().still()).isTrue();
        second.get().close();
    }
}
