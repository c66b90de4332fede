package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {

    private static final String USER = "larkspur";
    private static final String OTHER = "Deltaworks";

    private SimulatedCometServer server;
    private String device;
    private String item;
    private String vault;

    @BeforeEach
    void start() {
        Fleet fleet =
                FleetPlan.of(
                                DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP),
                                Clock.fixed(Instant.parse("2026-11-22T21:17:00Z"), ZoneOffset.UTC))
                        .build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
        JsonNode profile = fleet.profile(USER).orElseThrow();
        JsonNode rule = profile.path("BackupRules").elements().next();
        item = rule.path("Source").asText();
        vault = rule.path("Destination").asText();
        device = profile.path("Sources").path(item).path("OwnerDevice").asText();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void fiveFramesOpenTheStreamAndHelloComesFirst() throws Exception {
        StreamListener listener =
                StreamListener.connect(
                        server.origin(), "portal", "Password", server.access().password(), "", "");
        assertThat(listener.text()).isEqualTo("200 OK");
        JsonNode hello = listener.event();
        assertThat(hello.path("Type").asInt()).isEqualTo(4000);
        assertThat(hello.path("TypeString").asText()).isEqualTo("SEVT_META_HELLO");
        assertThat(hello.path("Data").path("Version").asText()).isEqualTo("25.9.8");
    }

    @Test
    void wrongCredentialsGetATextAndAClose() throws Exception {
        StreamListener listener =
                StreamListener.connect(server.origin(), "portal", "Password", "guess", "", "");
        assertThat(listener.text()).isEqualTo("403 Forbidden");
        assertThat(listener.closeCode()).isEqualTo(1008);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTenantsAdministratorIsToldOfTheTenantOrOfAll(boolean ownOnly) throws Exception {
        server.acts().accounts().edit(USER, profile -> profile.put("OrganizationID", "tenant-1"));
        server.switches().adminOrganization = "tenant-1";
        server.switches().tenantSeesOwnOnly = ownOnly;
        StreamListener listener = StreamListener.signedIn(server);
        server.acts().accounts().edit(OTHER, profile -> profile);
        server.acts().accounts().edit(USER, profile -> profile);
        assertThat(listener.event().path("Data").path("Username").asText())
                .isEqualTo(ownOnly ? USER : OTHER);
    }

    @Test
    void jobEventsCarryTheWholeJob() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        String id = server.acts().jobs().start(USER, device, item, vault);
        JsonNode event = listener.event();
        assertThat(names(event))
                .containsExactlyInAnyOrder(
                        "Actor",
                        "OwnerOrganizationID",
                        "ResourceID",
                        "Type",
                        "Timestamp",
                        "TypeString",
                        "Data");
        assertThat(event.path("Type").isInt()).isTrue();
        assertThat(event.path("Actor").asText()).isEqualTo(USER);
        assertThat(event.path("Timestamp").asLong()).isEqualTo(server.fleet().now());
        assertThat(event.path("Data").path("GUID").asText()).isEqualTo(id);
        assertThat(names(event.path("Data")))
                .contains(
                        "GUID",
                        "Username",
                        "Classification",
                        "Status",
                        "StartTime",
                        "EndTime",
                        "RetryCount",
                        "SourceGUID",
                        "DestinationGUID",
                        "DeviceID",
                        "BackupRuleGUID",
                        "ClientVersion",
                        "TotalDirectories",
                        "TotalFiles",
                        "TotalSize",
                        "TotalChunks",
                        "UploadSize",
                        "DownloadSize",
                        "CancellationID");
        server.acts().jobs().finish(id, 5000);
        JsonNode completed = listener.event();
        assertThat(completed.path("Type").asInt()).isEqualTo(4201);
        assertThat(completed.path("Data").path("Status").asInt()).isEqualTo(5000);
        assertThat(completed.path("Data").path("DestinationSizeEnd").path("Size").asLong())
                .isPositive();
        JsonNode profile = listener.event();
        assertThat(profile.path("Type").asInt()).isEqualTo(4102);
        assertThat(profile.path("Data").path("Username").asText()).isEqualTo(USER);
    }

    @Test
    void aRevokedDeviceHasNoDataAndNamesTheAdministrator() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        server.acts().devices().disconnect(USER, device);
        server.acts().devices().remove(USER, device, Fleet.ADMIN);
        JsonNode event = listener.event();
        while (event.path("Type").asInt() != 4701) {
            event = listener.event();
        }
        assertThat(event.path("Actor").asText()).isEqualTo("portal");
        assertThat(event.path("ResourceID").asText()).isEqualTo(device);
        assertThat(event.has("Data")).isFalse();
    }

    @Test
    void aServerBefore235SaysLess() throws Exception {
        server.switches().version = "22.12.9";
        StreamListener listener =
                StreamListener.connect(
                        server.origin(), "portal", "Password", server.access().password(), "", "");
        assertThat(listener.text()).isEqualTo("200 OK");
        assertThat(names(listener.event()))
                .containsExactlyInAnyOrder("OwnerOrganizationID", "Type", "Data");
        server.acts().devices().connect(USER, device);
        server.acts().jobs().start(USER, device, item, vault);
        assertThat(listener.event().path("Type").asInt()).isEqualTo(4200);
    }

    @Test
    void allListenersHearEverythingAndMayBeCutOff() throws Exception {
        List<StreamListener> both =
                List.of(StreamListener.signedIn(server), StreamListener.signedIn(server));
        server.acts().jobs().start(USER, device, item, vault);
        assertThat(both.get(0).text()).isEqualTo(both.get(1).text());
        server.stream().killAll();
        assertThat(both.get(0).closeCode()).isEqualTo(1006);
        assertThat(both.get(1).closeCode()).isEqualTo(1006);
        assertThat(server.stream().sockets()).isZero();
    }

    @Test
    void aStalledStreamSaysEverythingLater() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        server.stream().stall();
        server.acts().jobs().start(USER, device, item, vault);
        server.stream().sendRaw("proof that nothing waits before this");
        assertThat(listener.text()).startsWith("proof");
        assertThat(listener.isSilent()).isTrue();
        server.stream().unstall();
        assertThat(listener.event().path("Type").asInt()).isEqualTo(4200);
    }

    @Test
    void framesCanBeDoubledSwappedAndPoisoned() throws Exception {
        StreamListener listener = StreamListener.signedIn(server);
        server.switches().copiesOfEachFrame = 2;
        server.acts().jobs().start(USER, device, item, vault);
        assertThat(listener.text()).isEqualTo(listener.text());
        server.switches().copiesOfEachFrame = 1;
        server.switches().swappedPairs = true;
        server.fleet().habits().profileEventAfterJob = false;
        String id = server.acts().jobs().start(USER, device, item, vault);
        server.acts().jobs().finish(id, 7002);
        assertThat(listener.event().path("Type").asInt()).isEqualTo(4201);
        assertThat(listener.event().path("Type").asInt()).isEqualTo(4200);
        server.stream().sendRaw("{broken");
        assertThat(listener.text()).isEqualTo("{broken");
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            names.add(member.getKey());
        }
        return names;
    }
}
