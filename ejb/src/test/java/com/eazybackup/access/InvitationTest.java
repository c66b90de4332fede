package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.access.InvitationDoor.Acceptance;
import com.eazybackup.platform.MailWanted;
import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String SOPHIE = "sophie@x.example";
    private static final String PASSWORD = "lattice plover 71 tin";

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
    private final FakeRequest root = new FakeRequest("198.51.100.7");
    private final FakeRequest anybody = new FakeRequest("203.0.113.9");
    private final AccessWorld world =
            new AccessWorld(
                    DATABASE,
                    clock,
                    "EB_SECRET_KEY",
                    KEY,
                    "EB_MAIL_HOST",
                    "mail.x.example",
                    "EB_MAIL_FROM",
                    "portal@x.example",
                    "EB_PUBLIC_URL",
                    "https://portal.x.example/");

    @BeforeEach
    void rootIsIn() throws SQLException {
        DATABASE.run(
                "DELETE FROM eb_admins",
                "DELETE FROM eb_admin_invites",
                "DELETE FROM eb_audit",
                "DELETE FROM eb_sessions");
        world.adminTable.add("root@x.example", "Root", "-", Duty.SUPER, clock.instant());
        world.in(root, world.adminTable.all().get(0).person());
    }

    @Test
    void anInvitationIsAMailWithALinkThatIsKeptAsAHashOnly() throws SQLException {
        Invited invited = desk().invite(" Sophie@X.example ", "support", Locale.FRENCH);

        assertThat(invited.mailed()).isTrue();
        assertThat(invited.link()).isEmpty();
        MailWanted mail = world.mails.fired().get(0);
        assertThat(mail.recipient()).isEqualTo(SOPHIE);
        assertThat(mail.language()).isEqualTo(Locale.FRENCH);
        assertThat(mail.values().get("link"))
                .matches("https://portal\\.x\\.example/invite\\?token=[A-Za-z0-9_-]{43}");
        assertThat(mail.toString()).doesNotContain("token");
        assertThat(DATABASE.rows("SELECT hash FROM eb_admin_invites"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}")
                .doesNotContain(token());
    }

    @Test
    @Tag("fault-28")
    void lookingAtTheLinkChangesNothing() {
        desk().invite(SOPHIE, "support", Locale.ENGLISH);

        for (int i = 0; i < 20; i++) {
            assertThat(world.invitationDoor().read(token()))
                    .contains(new InvitationDoor.Invitation(SOPHIE, Duty.SUPPORT));
        }
        assertThat(accept(token())).isEqualTo(new Acceptance.Accepted(SOPHIE));
    }

    @Test
    @Tag("fault-28")
    void whoAcceptsIsAnAdministratorAndIsNotSignedIn() throws SQLException {
        desk().invite(SOPHIE, "support", Locale.ENGLISH);

        accept(token());

        assertThat(anybody.sessionId()).isNull();
        assertThat(world.admins.check(SOPHIE, PASSWORD).admin())
                .map(Admins.Admin::duty)
                .contains(Duty.SUPPORT);
        assertThat(
                        DATABASE.rows(
                                "SELECT must_change FROM eb_admins WHERE email = '" + SOPHIE + "'"))
                .containsExactly("0");
        assertThat(DATABASE.rows("SELECT actor, action, result FROM eb_audit ORDER BY id"))
                .containsExactly(
                        "root@x.example|admins.invite|asked",
                        "root@x.example|admins.invite|mailed",
                        SOPHIE + "|admins.accept|ok");
    }

    @Test
    @Tag("fault-28")
    void ofTwentyWhoUseTheLinkAtOnceOneIsAccepted() throws Exception {
        desk().invite(SOPHIE, "support", Locale.ENGLISH);
        String token = token();

        List<Acceptance> all = SecondStepTest.atOnce(20, () -> accept(token));

        assertThat(all).containsOnlyOnce(new Acceptance.Accepted(SOPHIE));
        assertThat(all).filteredOn(one -> one instanceof Acceptance.Gone).hasSize(19);
        assertThat(DATABASE.rows("SELECT email FROM eb_admins")).hasSize(2);
    }

    @Test
    @Tag("fault-28")
    void aLinkIsGoodOnceAndForTwoDays() {
        desk().invite(SOPHIE, "support", Locale.ENGLISH);
        String token = token();
        clock.forward(Duration.ofDays(2).minusSeconds(1));
        assertThat(world.invitationDoor().read(token)).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(world.invitationDoor().read(token)).isEmpty();
        assertThat(accept(token)).isEqualTo(new Acceptance.Gone());

        world.in(root, world.adminTable.all().get(0).person()); // no session lasts so long
        desk().invite(SOPHIE, "support", Locale.ENGLISH);
        accept(token());
        assertThat(accept(token())).isEqualTo(new Acceptance.Gone());
    }

    @Test
    @Tag("fault-28")
    void anotherOneOrAGuessedOneOpensNothing() {
        desk().invite(SOPHIE, "support", Locale.ENGLISH);

        for (String token :
                new String[] {null, "", "x", token().substring(1), token() + "x", "A".repeat(43)}) {
            assertThat(accept(token)).isEqualTo(new Acceptance.Gone());
        }
    }

    @Test
    void aSecondInvitationAResentOneAndARevokedOneTakeTheFormerLinkAway() {
        desk().invite(SOPHIE, "support", Locale.ENGLISH);
        String first = token();
        desk().invite(SOPHIE, "billing", Locale.ENGLISH);
        String second = token();
        assertThat(accept(first)).isEqualTo(new Acceptance.Gone());

        int id = desk().invites().get(0).id();
        desk().resend(id, Locale.ENGLISH);
        String third = token();
        assertThat(accept(second)).isEqualTo(new Acceptance.Gone());
        assertThat(world.invitationDoor().read(third))
                .contains(new InvitationDoor.Invitation(SOPHIE, Duty.BILLING));

        desk().revoke(id);
        assertThat(accept(third)).isEqualTo(new Acceptance.Gone());
        assertThat(desk().invites()).isEmpty();
        assertThatThrownBy(() -> desk().revoke(id)).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> desk().resend(id, Locale.ENGLISH))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void aPasswordThatIsNotTakenLeavesTheInvitationAsItWas() {
        desk().invite(SOPHIE, "support", Locale.ENGLISH);

        assertThat(world.invitationDoor().accept(anybody.asRequest(), token(), "S", "short"))
                .isEqualTo(new Acceptance.Flawed(PasswordFlaw.TOO_SHORT));
        assertThat(world.invitationDoor().accept(anybody.asRequest(), token(), " ", PASSWORD))
                .isEqualTo(new Acceptance.Nameless());
        assertThat(accept(token())).isEqualTo(new Acceptance.Accepted(SOPHIE));
    }

    @Test
    void whoIsAnAdministratorIsNotInvitedAgainAndNoAddressIsMadeUp() {
        assertThat(refusal(() -> desk().invite("ROOT@x.example", "support", Locale.ENGLISH)))
                .isEqualTo(AdminRefused.Reason.ALREADY_ADMIN);
        for (String address :
                new String[] {
                    "",
                    "nobody",
                    "a@b",
                    "a@x.example\nBcc: b@x.example",
                    "a@x.example, b@x.example",
                    "\"a b\"@x.example"
                }) {
            assertThat(refusal(() -> desk().invite(address, "support", Locale.ENGLISH)))
                    .isEqualTo(AdminRefused.Reason.BAD_ADDRESS);
        }
        assertThat(refusal(() -> desk().invite(SOPHIE, "owner", Locale.ENGLISH)))
                .isEqualTo(AdminRefused.Reason.BAD_ROLE);
        assertThat(world.mails.fired()).isEmpty();
    }

    @Test
    void whereNoMailCanBeSentTheLinkIsShownOnceWithWhatIsMissing() {
        AccessWorld silent = new AccessWorld(DATABASE, clock);

        Invited invited = silent.adminDesk(root).invite(SOPHIE, "support", Locale.ENGLISH);

        assertThat(invited.mailed()).isFalse();
        assertThat(invited.missing())
                .containsExactly("EB_MAIL_HOST", "EB_PUBLIC_URL", "EB_SECRET_KEY");
        assertThat(invited.link()).matches("/invite\\?token=[A-Za-z0-9_-]{43}");
        assertThat(invited.toString()).doesNotContain("token");
        assertThat(silent.mails.fired()).isEmpty();
    }

    private AdminDesk desk() {
        return world.adminDesk(root);
    }

    private String token() {
        List<MailWanted> all = world.mails.fired();
        return all.get(all.size() - 1).values().get("link").replaceFirst(".*token=", "");
    }

    private Acceptance accept(String token) {
        return world.invitationDoor().accept(anybody.asRequest(), token, "Sophie", PASSWORD);
    }

    private static AdminRefused.Reason refusal(Runnable attempt) {
        try {
            attempt.run();
        } catch (AdminRefused refused) {
            return refused.reason();
        }
        throw new AssertionError("nothing was refused");
    }
}
