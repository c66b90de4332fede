package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code GET /api/dashboard/usage-metrics} of the running portal. */
class UsageMetricsIT {

    private static final String PATH = "/api/dashboard/usage-metrics";

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        World.awaitTheFleet();
    }

    @Test
    void theCardsAgreeWithTheListAndTheSnapshot() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);

        JsonNode usage = session.get(PATH).json();

        assertThat(usage.path("status").asText()).isEqualTo("success");
        assertThat(usage.at("/devices/total").asInt()).isEqualTo(110);
        assertThat(usage.at("/devices/online").asInt() + usage.at("/devices/offline").asInt())
                .isEqualTo(110);
        assertThat(usage.path("protected_items")).hasSizeGreaterThanOrEqualTo(8);
        assertThat(usage.path("storage_bytes").asLong()).isPositive();
        assertThat(usage.at("/status24h/success").asInt()).isPositive();
        assertThat(usage.path("status24h").properties().stream().map(entry -> entry.getKey()))
                .containsExactlyInAnyOrder(
                        "success", "error", "warning", "missed", "running", "interrupted");
    }

    @Test
    void daysRiseAndAreNoOlderThanThirtyDays() throws Exception {
        LocalDate today = LocalDate.parse(PortalTables.rows("SELECT UTC_DATE()").get(0));
        for (int ago : List.of(40, 29, 3)) {
            PortalTables.run(
                    "REPLACE INTO eb_devices_client_daily (d, client_id, registered, online)"
                            + " VALUES ('%s', %d, 12, 7)"
                                    .formatted(today.minusDays(ago), World.PINEWOOD));
        }
        List<String> days = new ArrayList<>();
        JsonNode usage = Session.of(World.MSP, World.PINEWOOD).get(PATH).json();
        usage.path("devices30d").forEach(day -> days.add(day.path("d").asText()));

        assertThat(days)
                .contains(today.minusDays(29).toString(), today.minusDays(3).toString())
                .doesNotContain(today.minusDays(40).toString())
                .isSorted();
        assertThat(usage.at("/devices30d/0/registered").asInt()).isPositive();
    }

    @Test
    @Tag("fault-23")
    void eachClientGetsItsOwnFiguresWhateverItAsksFor() throws Exception {
        Session small = Session.of(World.SMALL);

        JsonNode mine = small.get(PATH + "?client_id=" + World.PINEWOOD).json();

        assertThat(mine.at("/devices/total").asInt()).isEqualTo(1);
        assertThat(mine.at("/storage_bytes").asLong())
                .isEqualTo(
                        Long.parseLong(
                                PortalTables.rows(
                                                "SELECT COALESCE(SUM(total_bytes), 0) FROM"
                                                        + " comet_vaults WHERE client_id = 103 AND"
                                                        + " is_active = 1 AND type IN (1000, 1003)")
                                        .get(0)));
        assertThat(Session.of(World.EMPTY).get(PATH).json().at("/devices/total").asInt()).isZero();
    }

    @Test
    void aJobIsCountedWhileItRunsAndAsItEnds() throws Exception {
        Session small = Session.of(World.SMALL);
        Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
        Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);
        long warnings = jobs(small, "warning");

        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        World.eventually("it runs", () -> jobs(small, "running") == 1);
        assertThat(devices(small, "running")).isEqualTo(1);
        acts.jobs().finish(job, 7001);

        World.eventually("it is a warning", () -> jobs(small, "warning") == warnings + 1);
        assertThat(jobs(small, "running")).isZero();
        assertThat(devices(small, "warning")).isEqualTo(1);
        assertThat(devices(small, "running")).isZero();
    }

    @Test
    void whoIsNotSignedInOrMayNotIsRefusedAsEverywhere() throws Exception {
        Answer nobody = new Session().get(PATH);
        Answer admin = Session.ofAdmin().get(PATH);
        Answer noClient = Session.of(World.MSP).get(PATH);
        Answer bad = Session.of(World.SMALL).get("/api/devices?had=skipped");

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.json().path("code").asText()).isEqualTo("unauthenticated");
        assertThat(admin.status()).isIn(403, 409);
        assertThat(noClient.status()).isEqualTo(409);
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json().path("detail").asText()).startsWith("had is one of success");
    }

    private static long jobs(Session session, String bucket) throws Exception {
        return session.get(PATH).json().path("status24h").path(bucket).asLong();
    }

    private static long devices(Session session, String bucket) throws Exception {
        return session.get("/api/devices?had=" + bucket).json().path("total").asLong();
    }
}
