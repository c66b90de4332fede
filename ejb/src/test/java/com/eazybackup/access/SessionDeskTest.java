package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault-26")
class SessionDeskTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Person IRIS = Person.customer(1, "iris@x.example", "Iris");
    private static final Person ROOT = Person.admin(1, "root@x.example", "Root", Duty.BILLING);

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final AccessWorld world = new AccessWorld(DATABASE, clock);
    private final FakeRequest laptop = new FakeRequest("198.51.100.7");
    private final FakeRequest phone = new FakeRequest("203.0.113.9");

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_sessions", "DELETE FROM eb_audit");
    }

    @Test
    void everybodySeesTheirOwnAndWhichOfThemAsks() {
        Caller here = world.in(laptop, IRIS);
        world.in(phone, IRIS);
        Caller root = world.in(new FakeRequest("192.0.2.1"), ROOT);

        assertThat(world.desk(laptop).list())
                .hasSize(2)
                .filteredOn(SessionDesk.Listed::current)
                .extracting(one -> one.session().id())
                .containsExactly(here.pass().id())
                .doesNotContain(root.pass().id());
    }

    @Test
    void oneIsEndedAndThatIsWritten() throws SQLException {
        world.in(laptop, IRIS);
        Caller other = world.in(phone, IRIS);

        world.desk(laptop).end(other.pass().id());

        assertThat(world.current(phone).caller()).isEmpty();
        assertThat(world.desk(laptop).list()).hasSize(1);
        assertThat(DATABASE.rows("SELECT action, result FROM eb_audit ORDER BY id"))
                .containsExactly("sessions.end|asked", "sessions.end|ok");
    }

    @Test
    void whatIsOpenedWhileASessionEndsIsAskedForAnew() {
        ClientSummary quill = new ClientSummary(new ClientId(103), "Quill", Duty.OWNER);
        world.in(laptop, IRIS);
        Caller other = world.in(phone, IRIS, quill);
        CurrentCaller opening = world.current(phone);
        assertThat(opening.stillActsFor(quill.id())).isTrue();
        assertThat(opening.stillActsFor(new ClientId(102))).isFalse();

        world.desk(laptop).end(other.pass().id());

        assertThat(opening.stillActsFor(quill.id())).isFalse();
    }

    @Test
    @Tag("fault-23")
    void somebodyElsesIsAsUnknownAsNone() {
        world.in(laptop, IRIS);
        Caller root = world.in(phone, ROOT);
        SessionDesk desk = world.desk(laptop);
        for (String id : new String[] {root.pass().id(), "no-such-session", ""}) {
            assertThatThrownBy(() -> desk.end(id))
                    .isInstanceOfSatisfying(
                            AccessRefused.class,
                            refused ->
                                    assertThat(refused.reason())
                                            .isEqualTo(AccessRefused.Reason.NOT_FOUND));
        }
        assertThat(world.current(phone).caller()).isPresent();
    }

    @Test
    void allOthersEndAndTheOneThatAsksGoesOn() {
        world.in(laptop, IRIS);
        world.in(phone, IRIS);
        world.in(new FakeRequest("192.0.2.1"), IRIS);

        assertThat(world.desk(laptop).endOthers()).isEqualTo(2);

        assertThat(world.current(phone).caller()).isEmpty();
        assertThat(world.current(laptop).caller()).isPresent();
    }

    @Test
    void whatTheContainerEndsForItsSilenceIsWrittenDownAndAnEndKeepsItsReason()
            throws SQLException {
        Caller silent = world.in(laptop, IRIS);
        Caller over = world.in(phone, IRIS);
        world.sessions.end(IRIS, over.pass().id(), SessionEnd.BY_OWNER);

        world.sessions.lapsed(silent);
        world.sessions.lapsed(over);

        assertThat(DATABASE.rows("SELECT reason FROM eb_sessions ORDER BY reason"))
                .containsExactly("by-owner", "idle");
    }
}
