package com.eazybackup.monitor;

import static com.eazybackup.monitor.MonitorWorld.PROFILE;
import static com.eazybackup.monitor.MonitorWorld.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.JobStatus;
import com.eazybackup.ingest.IntakeWorld;
import com.eazybackup.ingest.UnsteadyDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody before a page takes a job its next step while the database takes nothing. */
@Tag("fault-13")
class StepInAnOutageTest {

    private UnsteadyDatabase database;
    private MonitorWorld world;
    private MonitorWorld.Node node;

    @BeforeEach
    void open() throws Exception {
        IntakeWorld intake = IntakeWorld.withoutProgress();
        database = new UnsteadyDatabase(intake.database.source(), 0);
        world = MonitorWorld.through(intake, database);
        node = world.node();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Timeout(60)
    void itIsToldWithinSecondsThatWhatWasDoneIsNotWrittenAndThenItIsWritten() throws Exception {
        String job = world.dead();
        node.run(); // the first look only remembers it
        database.failNext(Integer.MAX_VALUE);

        assertThatThrownBy(() -> node.jobs().step(PROFILE, id(job)))
                .isInstanceOf(StepUnwritten.class);
        assertThat(world.cometStatus(job)).isEqualTo(JobStatus.CANCELLED.code());

        database.failNext(0);
        assertThat(node.jobs().step(PROFILE, id(job)).orElseThrow().line().action())
                .as("its end, that nobody else has told")
                .isEqualTo("finish");
        assertThat(world.live(job)).isEmpty();
        world.intake.awaitEqual();
    }

    @Test
    @Timeout(60)
    void ofAJobThatHasEndedByItselfNothingWasDone() throws Exception {
        String job = world.dead();
        database.failNext(Integer.MAX_VALUE);
        world.intake.comet.acts().jobs().finish(job, JobStatus.SUCCESS.code());

        assertThatThrownBy(() -> node.jobs().step(PROFILE, id(job)))
                .isInstanceOf(SQLException.class);

        database.failNext(0);
        world.intake.awaitEqual();
    }
}
