package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A job whose device has been away for too long, while somebody looks. */
class InterruptedPageIT {

    /**
     * How long the device has been away when the page opens, s: a busy machine has a minute to show
     * that its job runs, before it is interrupted after five.
     */
    private static final int FOR_A_WHILE = 240;

    /** Until then, and some more, ms. The page keeps to the server's clock: no other helps. */
    private static final double LONG = 150_000;

    @RegisterExtension final Browsing browsing = new Browsing();

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);
    private String job;

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        Session session = Session.of(World.SMALL);
        World.eventually(
                "the device of Quill is there",
                () -> session.get("/api/devices?size=1").json().path("total").asInt() > 0);
    }

    @AfterEach
    void asBefore() {
        acts.devices().connect(place.username(), place.device());
        acts.jobs().finish(job, 5000);
    }

    @Test
    void aRunningJobIsInterruptedByItselfAndRunsAgainWhenItsDeviceIsBack() throws Exception {
        World.awaitANewSecond();
        job = acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        acts.devices().disconnect(place.username(), place.device());
        World.eventually("it is offline", () -> offline() && runs());
        offlineFor(FOR_A_WHILE);
        StatusPage status = StatusPage.open(browsing.signedIn(World.SMALL).page());
        Locator row = status.rows().first();
        StatusPage.appears(StatusPage.running(row));
        assertThat(StatusPage.state(row)).hasText("Running");
        assertThat(motionOf(StatusPage.running(row).first())).isEqualTo("breathe");

        Locator sliver = row.locator(".sliver.is-interrupted");
        assertThat(sliver).hasCount(1, new HasCountOptions().setTimeout(LONG));
        assertThat(StatusPage.state(row)).hasText("Interrupted");
        assertThat(StatusPage.state(row)).hasClass(Pattern.compile(".*is-interrupted.*"));
        assertThat(StatusPage.running(row)).hasCount(0);
        assertThat(motionOf(sliver)).isEqualTo("none");
        assertThat(row.locator("[data-part=since]")).containsText("offline since ");
        new Look(browsing.page()).isGood("an interrupted job");
        browsing.picture("status-interrupted");

        JsonNode told = snapshot();
        assertThat(told.path("status").asText()).isEqualTo("Interrupted");
        assertThat(told.path("state").asText()).isEqualTo("interrupted");
        assertThat(told.path("status_reason").asText()).isEqualTo("device_offline");
        assertThat(told.path("offline_since").asText()).matches("20\\d\\d-.*Z");

        acts.devices().connect(place.username(), place.device());
        assertThat(StatusPage.state(row)).hasText("Running");
        assertThat(sliver).hasCount(0);
        JsonNode again = snapshot();
        assertThat(again.path("status").asText()).isEqualTo("Running");
        assertThat(again.path("status_reason").isNull()).isTrue();
        assertThat(again.path("offline_since").isNull()).isTrue();
    }

    /** Only while somebody looks: what breathes is painted anew for each frame. */
    private Object motionOf(Locator sliver) {
        moves(ReducedMotion.NO_PREFERENCE);
        Object motion = sliver.evaluate("one => getComputedStyle(one).animationName");
        moves(ReducedMotion.REDUCE);
        return motion;
    }

    private void moves(ReducedMotion motion) {
        browsing.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
    }

    private JsonNode snapshot() throws Exception {
        JsonNode snapshot = Session.of(World.SMALL).get("/api/pulse/snapshot").json();
        assertThat(snapshot.path("interrupted_after").asInt()).isEqualTo(300);
        for (JsonNode one : snapshot.path("jobsRunning")) {
            if (one.path("job_id").asText().equals(job)) {
                return one;
            }
        }
        throw new AssertionError(job + " is not in " + snapshot);
    }

    private boolean runs() throws Exception {
        return !PortalTables.rows("SELECT 1 FROM eb_jobs_live WHERE job_id = ?", job).isEmpty();
    }

    private boolean offline() throws Exception {
        return PortalTables.rows(
                        "SELECT is_active FROM comet_devices WHERE hash = ? AND username = 'quill'"
                                + " AND revoked_at IS NULL",
                        place.device())
                .equals(List.of("0"));
    }

    private void offlineFor(int seconds) throws Exception {
        PortalTables.run(
                "UPDATE comet_devices SET offline_since = NOW() - INTERVAL "
                        + seconds
                        + " SECOND WHERE username = 'quill'");
    }
}
