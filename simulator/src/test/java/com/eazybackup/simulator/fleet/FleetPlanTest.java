package com.eazybackup.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FleetPlanTest {

    private static final Instant START = Instant.parse("2026-11-22T21:17:00Z");

    @Test
    void theSamePlanGivesTheSameFleet() {
        Fleet one = fleet(START);
        Fleet two = fleet(START);
        assertThat(one.profiles()).isEqualTo(two.profiles());
        assertThat(one.jobs(job -> true)).isEqualTo(two.jobs(job -> true));
        assertThat(one.connections()).isEqualTo(two.connections());
    }

    @Test
    void aLaterStartKnowsTheSameDevicesAndTheSameNights() {
        Fleet early = fleet(START);
        Fleet late = fleet(START.plusSeconds(86_400));
        assertThat(devices(late)).isEqualTo(devices(early));
        Set<String> before = ids(early);
        assertThat(ids(late).stream().filter(before::contains).count())
                .isGreaterThan(before.size() * 8 / 10);
    }

    @Test
    void theBigClientHasAboutAHundredAndTenDevicesAndMostAreConnected() {
        Fleet fleet = fleet(START);
        DemoCustomers customers = DemoCustomers.standard();
        long pinewood =
                customers.client(101).services().stream()
                        .filter(service -> service.status().equals("Active"))
                        .filter(service -> service.productId() != 61)
                        .mapToInt(DemoCustomers.Service::devices)
                        .sum();
        assertThat(pinewood).isBetween(100L, 120L);
        int all = devices(fleet).size();
        assertThat(fleet.connections().size()).isBetween(all * 7 / 10, all - 5);
    }

    @Test
    void everyEngineEveryStatusAndManyVaultTypesOccurAndMostJobsAreGreen() {
        Fleet fleet = fleet(START);
        Set<String> engines =
                fleet.profiles().values().stream()
                        .flatMap(profile -> profile.path("Sources").valueStream())
                        .map(item -> item.path("Engine").asText())
                        .collect(Collectors.toSet());
        assertThat(engines).hasSize(ItemKind.values().length);
        Set<Integer> vaults =
                fleet.profiles().values().stream()
                        .flatMap(profile -> profile.path("Destinations").valueStream())
                        .map(vault -> vault.path("DestinationType").asInt())
                        .collect(Collectors.toSet());
        assertThat(vaults).hasSizeGreaterThan(8);
        Map<Integer, Long> statuses =
                fleet.jobs(job -> true).stream()
                        .collect(
                                Collectors.groupingBy(
                                        job -> job.path("Status").asInt(),
                                        TreeMap::new,
                                        Collectors.counting()));
        assertThat(statuses.keySet())
                .contains(5000, 7000, 7001, 7002, 7003, 7004, 7005, 7006, 7007);
        long all = statuses.values().stream().mapToLong(Long::longValue).sum();
        assertThat(statuses.get(5000)).isGreaterThan(all * 85 / 100);
    }

    @Test
    void historyIsOverAndLiesInTheFourteenDaysBeforeTheStart() {
        long now = START.getEpochSecond();
        for (ObjectNode job : fleet(START).jobs(job -> true)) {
            assertThat(job.path("StartTime").asLong()).isBetween(now - 14 * 86_400, now);
            assertThat(job.path("EndTime").asLong()).isBetween(job.path("StartTime").asLong(), now);
        }
    }

    @Test
    void oneMachineIsRegisteredUnderTwoAccounts() {
        Fleet fleet = fleet(START);
        Set<String> shared = names(fleet.profile("larkspur").orElseThrow().path("Devices"));
        shared.retainAll(names(fleet.profile("fernhollow").orElseThrow().path("Devices")));
        assertThat(shared).hasSize(1);
    }

    @Test
    void anItemThatFailsForDaysKeepsItsLastSuccess() {
        List<JsonNode> failing =
                fleet(START).profiles().values().stream()
                        .flatMap(profile -> profile.path("Sources").valueStream())
                        .map(item -> item.path("Statistics"))
                        .filter(s -> s.path("LastBackupJob").path("Status").asInt() == 7002)
                        .toList();
        assertThat(failing).isNotEmpty();
        assertThat(failing)
                .allSatisfy(
                        s ->
                                assertThat(s.path("LastSuccessfulBackupJob").path("Status").asInt())
                                        .isEqualTo(5000));
    }

    private static Fleet fleet(Instant start) {
        return FleetPlan.of(
                        DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP),
                        Clock.fixed(start, ZoneOffset.UTC))
                .build();
    }

    private static Set<String> ids(Fleet fleet) {
        return fleet.jobs(job -> true).stream()
                .map(job -> job.path("GUID").asText())
                .collect(Collectors.toSet());
    }

    private static Map<String, JsonNode> devices(Fleet fleet) {
        Map<String, JsonNode> all = new TreeMap<>();
        fleet.profiles()
                .forEach(
                        (user, profile) ->
                                profile.path("Devices")
                                        .properties()
                                        .forEach(d -> all.put(user + d.getKey(), d.getValue())));
        return all;
    }

    private static Set<String> names(JsonNode map) {
        return map.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
