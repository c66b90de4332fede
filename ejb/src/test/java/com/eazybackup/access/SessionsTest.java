package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault-26")
class SessionsTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Person DANA = Person.customer(7, "dana@x.example", "Dana");
    private static final Person SEVEN = Person.admin(7, "seven@x.example", "Seven", Duty.SUPER);

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final AccessWorld here =
            new AccessWorld(DATABASE, clock, "EB_SESSION_HOURS", "8", "EB_SESSION_MINUTES", "30");
    private final AccessWorld there =
            new AccessWorld(DATABASE, clock, "EB_SESSION_HOURS", "8", "EB_SESSION_MINUTES", "30");
    private final SessionWatch watchThere = there.watch();

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_sessions");
    }

    @Test
    void itsOwnerSeesWhereItBeganAndNothingThatOpensIt() {
        Pass pass = open(DANA);
        assertThat(here.sessions.of(DANA))
                .containsExactly(
                        new OpenSession(
                                pass.id(),
                                clock.instant(),
                                clock.instant(),
                                "198.51.100.7",
                                "Browser \"1\"",
                                false));
        assertThat(here.sessions.of(SEVEN)).isEmpty(); // the same number, another kind of person
    }

    @Test
    void whatOneNodeEndsIsOverOnTheOtherWithItsNextLook() {
        Pass pass = open(DANA);
        List<String> told = new ArrayList<>();
        there.sessions.whenEnded(told::addAll);
        watchThere.look();
        assertThat(there.sessions.alive(pass, true)).isTrue();

        assertThat(here.sessions.end(DANA, pass.id(), SessionEnd.BY_OWNER)).isTrue();
        assertThat(here.sessions.alive(pass, true)).isFalse();
        watchThere.look();

        assertThat(there.sessions.alive(pass, true)).isFalse();
        assertThat(told).containsExactly(pass.id());
        assertThat(here.sessions.of(DANA)).isEmpty();
    }

    @Test
    @Tag("fault-13")
    void whoLeavesWhileTheDatabaseIsAwayIsOutAtOnceAndElsewhereWhenItIsBack() throws SQLException {
        Pass pass = open(DANA);
        List<String> told = new ArrayList<>();
        here.sessions.whenEnded(told::addAll);
        SessionWatch watchHere = here.watch();
        DATABASE.run("RENAME TABLE eb_sessions TO eb_sessions_away");
        try {
            here.sessions.over(pass, SessionEnd.SIGNED_OUT);
            watchHere.look();
        } finally {
            DATABASE.run("RENAME TABLE eb_sessions_away TO eb_sessions");
        }
        assertThat(here.sessions.alive(pass, true)).isFalse();
        assertThat(told).containsExactly(pass.id());

        watchHere.look();
        watchThere.look();

        assertThat(there.sessions.alive(pass, true)).isFalse();
        assertThat(DATABASE.rows("SELECT reason FROM eb_sessions")).containsExactly("signed-out");
    }

    @Test
    void aNodeThatStartsKnowsWhatEndedBefore() {
        Pass pass = open(DANA);
        here.sessions.end(DANA, pass.id(), SessionEnd.SIGNED_OUT);
        clock.forward(Duration.ofHours(7));

        AccessWorld started = new AccessWorld(DATABASE, clock, "EB_SESSION_HOURS", "8");
        started.watch().look();

        assertThat(started.ended.has(pass.id())).isTrue();
    }

    @Test
    @Tag("fault-23")
    void nobodyEndsSomebodyElses() {
        Pass pass = open(DANA);
        assertThat(here.sessions.end(SEVEN, pass.id(), SessionEnd.BY_OWNER)).isFalse();
        assertThat(here.sessions.end(DANA, "no-such-session", SessionEnd.BY_OWNER)).isFalse();
        assertThat(here.sessions.alive(pass, true)).isTrue();
    }

    @Test
    void allOthersEndWhenThePasswordChanges() throws SQLException {
        Pass mine = open(DANA);
        Pass other = open(DANA);
        Pass sevens = open(SEVEN);

        assertThat(
                        here.sessions.endAll(
                                Role.CUSTOMER,
                                7,
                                Optional.of(mine.id()),
                                SessionEnd.PASSWORD_CHANGED))
                .isEqualTo(1);

        assertThat(here.sessions.alive(mine, true)).isTrue();
        assertThat(here.sessions.alive(other, true)).isFalse();
        assertThat(here.sessions.alive(sevens, true)).isTrue();
        assertThat(DATABASE.rows("SELECT reason FROM eb_sessions WHERE ended_ms IS NOT NULL"))
                .containsExactly("password-changed");
    }

    @Test
    void noSessionOutlivesItsLimitHoweverBusyItIs() {
        Pass pass = open(DANA);
        SessionWatch watch = here.watch();
        for (int minutes = 0; minutes < 8 * 60; minutes += 10) {
            assertThat(here.sessions.alive(pass, true)).isTrue();
            watch.look();
            clock.forward(Duration.ofMinutes(10));
        }
        clock.forward(Duration.ofSeconds(1));

        assertThat(here.sessions.alive(pass, true)).isFalse(); // by itself, without a look
        List<String> told = new ArrayList<>();
        here.sessions.whenEnded(told::addAll);
        watch.look();
        assertThat(told).containsExactly(pass.id()); // so that its streams end
    }

    @Test
    void oneThatNothingIsAskedWithIsTakenFromTheList() throws SQLException {
        open(DANA);
        clock.forward(Duration.ofMinutes(31));
        here.watch().look();
        assertThat(here.sessions.of(DANA)).hasSize(1); // the container may still know better
        clock.forward(Duration.ofMinutes(2));
        here.watch().look();
        assertThat(here.sessions.of(DANA)).isEmpty();
        assertThat(DATABASE.rows("SELECT reason FROM eb_sessions")).containsExactly("idle");
    }

    @Test
    void whatAPageAsksForByItselfKeepsNoSessionOpen() throws SQLException {
        Pass pass = open(DANA);
        List<String> told = new ArrayList<>();
        here.sessions.whenEnded(told::addAll);
        for (int minutes = 0; minutes < 30; minutes++) {
            assertThat(here.sessions.alive(pass, false)).isTrue();
            here.watch().look();
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(here.sessions.alive(pass, false)).isTrue();
        clock.forward(Duration.ofSeconds(1));

        assertThat(here.sessions.alive(pass, false)).isFalse();

        assertThat(here.sessions.whyOver(pass)).contains(SessionEnd.IDLE);
        assertThat(told).containsExactly(pass.id()); // so that its streams end
        assertThat(DATABASE.rows("SELECT reason FROM eb_sessions")).containsExactly("idle");
    }

    @Test
    void whatSomebodyAsksForBeginsTheIdleTimeAnew() {
        Pass pass = open(DANA);
        clock.forward(Duration.ofMinutes(29));
        assertThat(here.sessions.alive(pass, true)).isTrue();
        clock.forward(Duration.ofMinutes(29));
        assertThat(here.sessions.alive(pass, false)).isTrue();
        clock.forward(Duration.ofMinutes(2));
        assertThat(here.sessions.alive(pass, false)).isFalse();
    }

    @Test
    void whoComesBackTooLateIsTooLateThoughThePageHasAskedMeanwhile() {
        Pass pass = open(DANA);
        clock.forward(Duration.ofMinutes(29));
        assertThat(here.sessions.alive(pass, false)).isTrue();
        clock.forward(Duration.ofMinutes(2));
        assertThat(here.sessions.alive(pass, true)).isFalse();
    }

    @Test
    void whatIsAskedOfOneNodeCountsOnTheOther() {
        Pass pass = open(DANA);
        clock.forward(Duration.ofMinutes(20));
        assertThat(there.sessions.alive(pass, true)).isTrue();
        watchThere.look();
        clock.forward(Duration.ofMinutes(15));
        assertThat(here.sessions.alive(pass, false)).isTrue();
        clock.forward(Duration.ofMinutes(16));
        assertThat(here.sessions.alive(pass, false)).isFalse();
    }

    @Test
    void aRequestSaysThatNobodyHasAskedForIt() {
        FakeRequest browser = new FakeRequest("198.51.100.7");
        here.in(browser, DANA);
        clock.forward(Duration.ofMinutes(29));
        assertThat(here.current(browser).caller()).isPresent();
        clock.forward(Duration.ofMinutes(29));
        browser.withHeader(CurrentCaller.POLL, "1");
        assertThat(here.current(browser).caller()).isPresent();
        clock.forward(Duration.ofMinutes(2));

        CurrentCaller current = here.current(browser);
        assertThat(current.caller()).isEmpty();
        assertThat(current.over()).contains(SessionEnd.IDLE);
        assertThat(browser.sessionId()).isNull();
    }

    @Test
    void whenItWasSeenIsWrittenNowAndThen() {
        Pass pass = open(DANA);
        SessionWatch watch = here.watch();
        watch.look();
        clock.forward(Duration.ofMinutes(5));
        here.sessions.alive(pass, true);
        watch.look();
        assertThat(here.sessions.of(DANA).get(0).seen()).isEqualTo(clock.instant());
    }

    @Test
    void aProviderEndsOneOfItsSessionsOrAllOfAPerson() {
        Pass first = fromProvider("s-1");
        Pass second = fromProvider("s-2");
        Pass password = open(DANA);

        assertThat(here.sessions.endOfProvider("https://id.example", "dana", "s-1")).isEqualTo(1);
        assertThat(here.sessions.alive(first, true)).isFalse();
        assertThat(here.sessions.endOfProvider("https://other.example", "dana", "")).isZero();
        assertThat(here.sessions.endOfProvider("https://id.example", "dana", "")).isEqualTo(1);
        assertThat(here.sessions.alive(second, true)).isFalse();
        assertThat(here.sessions.alive(password, true)).isTrue();
    }

    private Pass open(Person person) {
        return here.sessions.open(person, origin(), Optional.empty());
    }

    private Pass fromProvider(String session) {
        return here.sessions.open(
                DANA, origin().from("https://id.example", "dana", session), Optional.empty());
    }

    private static SessionOrigin origin() {
        return SessionOrigin.of(
                new FakeRequest("198.51.100.7")
                        .withHeader("User-Agent", "Browser \"1\"")
                        .asRequest());
    }
}
