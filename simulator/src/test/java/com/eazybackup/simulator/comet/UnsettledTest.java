package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.UnsettledProofs.Proof;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.Habits;
import com.eazybackup.simulator.fleet.MovableClock;
import com.eazybackup.simulator.switches.Switch;
import com.eazybackup.simulator.switches.SwitchBoard;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnsettledTest {

    private static final Set<String> USERS = Set.of("larkspur", "Deltaworks");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T21:17:00Z"));
    private SimulatedCometServer server;

    @BeforeEach
    void start() {
        List<DemoCustomers.Service> accounts =
                DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP).stream()
                        .filter(service -> USERS.contains(service.username()))
                        .toList();
        Fleet fleet = FleetPlan.of(accounts, clock).build();
        server = SimulatedCometServer.start(0, fleet, new Switches());
        server.clockwork().pause();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("positions")
    void everyOpenQuestionShowsInBothOfItsAnswers(String name, String position) throws Exception {
        Proof proof = new UnsettledProofs(server, clock).of(name);
        assertThat(proof).as("a proof that %s has an effect", name).isNotNull();
        new SwitchBoard(server.switches(), server.fleet().habits()).named(name).set(position);
        assertThat(proof.look().see()).isEqualTo(proof.expected().apply(position));
    }

    private static Stream<Arguments> positions() {
        return new SwitchBoard(new Switches(), new Habits())
                .all().stream().filter(Switch::unsettled).flatMap(UnsettledTest::positions);
    }

    private static Stream<Arguments> positions(Switch one) {
        return one.positions().stream().map(position -> Arguments.of(one.name(), position));
    }
}
