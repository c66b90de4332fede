package com.eazybackup.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.monitor.MonitorBoard.HeartbeatStanding;
import com.eazybackup.monitor.MonitorBoard.MonitorStanding;
import com.eazybackup.monitor.MonitorWorld.Node;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MonitorBoardTest {

    private MonitorWorld world;
    private Node node;
    private Node other;

    @BeforeEach
    void open() throws Exception {
        world = MonitorWorld.create();
        node = world.node();
        other = world.node();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("fault-15")
    void everyNodeTellsWhatAnyNodeHasDone() throws Exception {
        assertThat(other.board().heartbeats()).isEmpty();
        HeartbeatRun beat = node.look();
        MonitorRun run = node.run(true);
        other.board().look();

        HeartbeatStanding standing = other.board().heartbeats().get(0);
        assertThat(standing.last().devices()).isEqualTo(beat.devices());
        assertThat(standing.last().online()).isEqualTo(beat.online());
        assertThat(standing.last().began().toEpochMilli()).isEqualTo(beat.began().toEpochMilli());
        assertThat(standing.every()).isEqualTo(Duration.ofMinutes(1));
        MonitorStanding monitor = other.board().monitors().get(0);
        assertThat(monitor.last().id()).isEqualTo(run.id());
        assertThat(monitor.last().dryRun()).isTrue();
        assertThat(monitor.failuresInRow()).isZero();
        assertThat(monitor.lastSuccess()).isPresent();
    }

    @Test
    @Tag("fault-13")
    void whileTheDatabaseIsAwayANodeTellsOfItself() throws Exception {
        node.look();
        world.intake.database.run("RENAME TABLE eb_heartbeats TO away");
        try {
            node.look();
            assertThatThrownBy(node.board()::look).isInstanceOf(SQLException.class);
            assertThat(node.board().heartbeats().get(0).last().outcome())
                    .isEqualTo(HeartbeatRun.Outcome.FAILED);
        } finally {
            world.intake.database.run("RENAME TABLE away TO eb_heartbeats");
        }
        node.look();
        node.board().look();
        assertThat(node.board().heartbeats().get(0).last().outcome())
                .isEqualTo(HeartbeatRun.Outcome.COMPLETE);
    }
}
