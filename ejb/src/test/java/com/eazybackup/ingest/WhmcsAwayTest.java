package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.JobStatuses;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.testing.Until;
import com.eazybackup.whmcs.CometServers;
import com.eazybackup.whmcs.TestWhmcs;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The password of a Comet Server is WHMCS's to open: what the portal does when it starts and WHMCS
 * cannot be asked.
 */
@Tag("fault-20")
class WhmcsAwayTest {

    private static final String STATE =
            "SELECT state, reason FROM eb_stream_state WHERE profile = '"
                    + IntakeWorld.PROFILE
                    + "'";

    private IntakeWorld world;
    private TestPersistence persistence;
    private SimulatedWhmcs whmcs;

    @BeforeEach
    void open() throws Exception {
        world = IntakeWorld.create();
        persistence = TestPersistence.on(world.database);
        whmcs = SimulatedWhmcs.start(0, DemoCustomers.standard());
    }

    @AfterEach
    void close() {
        world.close();
        whmcs.close();
        persistence.close();
    }

    @Test
    void thePortalMayStartAndTheStreamComesUpOnceWhmcsAnswers() throws Exception {
        int port = whmcs.origin().getPort();
        CometServers servers = servers();
        whmcs.close();
        assertThat(ProfileSources.missing(List.of(IntakeWorld.settings()), servers::knows))
                .isEmpty();
        world.startIntake(servers::lookup);
        awaitState("down|WHMCS cannot say where " + IntakeWorld.PROFILE + " is: ");
        whmcs = SimulatedWhmcs.start(port, DemoCustomers.standard());
        world.awaitCaughtUp();
        world.awaitEqual();
        awaitState("live|");
    }

    @Test
    void aRestartWhileWhmcsTurnsUsAwayLosesNothing() throws Exception {
        CometServers servers = servers();
        world.startIntake(servers::lookup).awaitCaughtUp();
        String job = world.startJob(world.place("larkspur"));
        world.awaitEqual();
        List<String> devices = devices();
        world.stopIntake();
        whmcs.faults().refuse(true);
        world.startIntake(servers()::lookup);
        awaitState("down|WHMCS cannot say");
        assertThat(devices()).isNotEmpty().isEqualTo(devices);
        assertThat(world.rows("SELECT job_id FROM eb_jobs_live")).containsExactly(job);
        world.comet.acts().jobs().finish(job, JobStatuses.WARNING);
        whmcs.faults().clear();
        awaitState("live|");
        world.awaitEqual();
        assertThat(world.rows("SELECT job_id, status FROM eb_jobs_recent_24h"))
                .contains(job + "|warning");
    }

    private CometServers servers() {
        return new TestWhmcs(persistence.tables(), whmcs.apiUrl()).servers();
    }

    private List<String> devices() throws Exception {
        return world.rows("SELECT id, is_active, name FROM comet_devices ORDER BY id");
    }

    private void awaitState(String beginning) throws Exception {
        Until.passes(
                () ->
                        assertThat(world.rows(STATE))
                                .singleElement()
                                .asString()
                                .startsWith(beginning));
    }
}
