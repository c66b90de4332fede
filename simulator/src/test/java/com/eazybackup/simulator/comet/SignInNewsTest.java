package com.eazybackup.simulator.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetEvent;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.fleet.MovableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInNewsTest {

    private static final Proof PASSWORD = new Proof("larkspur", "Password", "x", "", "");
    private static final Proof SESSION = new Proof("larkspur", "SessionKey", "", "x", "");

    private final Fleet fleet =
            FleetPlan.of(
                            DemoCustomers.standard().accountsOf(DemoCustomers.COMETBACKUP),
                            new MovableClock(Instant.parse("2026-11-22T21:17:00Z")))
                    .build();
    private final Switches switches = new Switches();
    private final List<FleetEvent> told = new ArrayList<>();
    private final SignInNews news = new SignInNews(fleet, switches, told::add);

    @Test
    void nothingIsToldUntilItIsWanted() {
        news.user(PASSWORD, "/p", proof -> {});
        news.sessionBegins("larkspur", false);
        assertThat(told).isEmpty();
    }

    @Test
    void passwordsAreToldWithThePathSessionsAreNot() {
        switches.streamsAdminLogins = true;
        news.user(PASSWORD, "/p", proof -> {});
        news.admin(PASSWORD, "/q", proof -> {});
        news.user(SESSION, "/p", proof -> {});
        assertThat(told)
                .extracting(FleetEvent::kind, FleetEvent::resourceId)
                .containsExactly(
                        tuple(EventKind.ACCOUNT_LOGIN, "/p"),
                        tuple(EventKind.ACCOUNT_ADMIN_LOGIN, "/q"));
    }

    @Test
    void aFailureIsToldOfThoseWhoExist() {
        switches.streamsAdminLogins = true;
        assertThatThrownBy(() -> news.user(PASSWORD, "/p", SignInNewsTest::refuse))
                .isInstanceOf(CallRefused.class);
        Proof nobody = new Proof("nobody", "Password", "x", "", "");
        assertThatThrownBy(() -> news.user(nobody, "/p", SignInNewsTest::refuse))
                .isInstanceOf(CallRefused.class);
        assertThatThrownBy(() -> news.admin(nobody, "/p", SignInNewsTest::refuse))
                .isInstanceOf(CallRefused.class);
        assertThat(told)
                .extracting(FleetEvent::kind)
                .containsExactly(
                        EventKind.ACCOUNT_LOGIN_FAILED, EventKind.ACCOUNT_ADMIN_LOGIN_FAILED);
    }

    @Test
    void sessionsBeginAndEnd() {
        switches.streamsAdminLogins = true;
        news.sessionBegins("larkspur", false);
        news.sessionEnds("larkspur", false);
        news.sessionBegins(Fleet.ADMIN, true);
        news.sessionEnds(Fleet.ADMIN, true);
        assertThat(told.stream().map(event -> event.kind().number()))
                .containsExactly(4105, 4106, 4155, 4156);
    }

    private static void refuse(Proof proof) {
        throw new CallRefused(403, "Permission denied to " + proof.username());
    }
}
