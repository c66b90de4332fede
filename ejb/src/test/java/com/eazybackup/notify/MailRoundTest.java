package com.eazybackup.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.platform.MailWanted;
import com.eazybackup.platform.SecretBox;
import com.eazybackup.platform.Settings;
import com.eazybackup.simulator.mail.ReceivedMail;
import com.eazybackup.simulator.mail.SimulatedMailServer;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MailRoundTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String LINK = "https://portal.x.example/invite?token=abc_DEF-123";

    private final MovedClock clock = new MovedClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final SimulatedMailServer mail = SimulatedMailServer.start(0, 0);
    private final Settings settings =
            TestSettings.with(
                    "EB_SECRET_KEY",
                    "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                    "EB_MAIL_HOST",
                    "127.0.0.1",
                    "EB_MAIL_PORT",
                    Integer.toString(mail.port()),
                    "EB_MAIL_TLS",
                    "none",
                    "EB_MAIL_FROM",
                    "portal@x.example",
                    "EB_BRAND_NAME",
                    "Läntern");
    private final OutboxTable table = new OutboxTable(DATABASE.source());
    private final MailOutbox outbox = new MailOutbox(table, SecretBox.of(settings), clock);
    private final MailRound round = round();

    @BeforeEach
    void empty() throws SQLException {
        DATABASE.run("DELETE FROM eb_mail_outbox");
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void aMailIsSentOnceInBothFormsAndItsTextIsGoneThen() throws SQLException {
        write("sophie@x.example");
        assertThat(DATABASE.rows("SELECT body FROM eb_mail_outbox"))
                .singleElement()
                .asString()
                .startsWith("eb1.")
                .doesNotContain("token");

        round.run();
        round.run();

        ReceivedMail received = only("sophie@x.example");
        assertThat(received.from()).contains("portal@x.example");
        assertThat(received.subject()).isEqualTo("Your invitation to Läntern");
        assertThat(received.text()).contains("\n\n" + LINK + "\n").contains("Root");
        assertThat(received.html()).contains("<a href=\"" + LINK + "\">" + LINK + "</a>");
        assertThat(DATABASE.rows("SELECT body, sent_ms IS NOT NULL FROM eb_mail_outbox"))
                .containsExactly("|1");
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void aFrenchReaderIsWrittenToInFrench() {
        write("remy@x.example", Locale.CANADA_FRENCH, "Root");
        round.run();
        assertThat(only("remy@x.example").subject()).isEqualTo("Votre invitation à Läntern");
        assertThat(only("remy@x.example").text()).contains("Votre rôle : soutien.");
        assertThat(only("remy@x.example").html()).contains("lang=\"fr\"");
    }

    @Test
    @Tag("fault-29")
    void namesAreTextAndBeginNoHeaderNoParagraphAndNoLink() {
        String name =
                "Eve\r\nBcc: victim@x.example\r\n\r\n<img src=x onerror=alert(1)> https://evil.example \u202Egpj";
        write("sophie@x.example", Locale.ENGLISH, name);

        round.run();

        assertThat(mail.to("victim@x.example")).isEmpty();
        ReceivedMail received = only("sophie@x.example");
        assertThat(received.headers()).noneMatch(header -> header.startsWith("Bcc"));
        assertThat(received.text()).contains("Eve Bcc: victim@x.example <img");
        assertThat(received.html())
                .contains("&lt;img src=x")
                .doesNotContain("<img")
                .doesNotContain("href=\"https://evil.example");
    }

    @Test
    void aSubjectIsOneLineHoweverTheProductIsCalled() {
        assertThat(
                        MailText.of(
                                        "admin-invited",
                                        Locale.ENGLISH,
                                        Map.of("product", "A\r\nBcc: b@x.example\u2028C"))
                                .subject())
                .isEqualTo("Your invitation to A Bcc: b@x.example C");
    }

    @Test
    void aRecipientThatIsNoneIsNotWritten() {
        assertThatThrownBy(() -> write("a@x.example\r\nBcc: b@x.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("fault-14")
    void aNodeThatEndsBetweenSendingAndNotingItLeavesOneMoreWithTheSameMessageId()
            throws SQLException {
        write("sophie@x.example");
        round.run();
        assertThat(mail.to("sophie@x.example")).hasSize(1);
        undoTheNote();

        clock.forward(Duration.ofMinutes(6));
        round.run();

        assertThat(mail.to("sophie@x.example"))
                .hasSize(2)
                .extracting(ReceivedMail::messageId)
                .containsOnly(mail.to("sophie@x.example").get(0).messageId());
    }

    @Test
    @Tag("fault-14")
    void aNodeThatEndsBeforeSendingLosesNothing() {
        write("sophie@x.example");
        OutboxTable.Row row = table.waiting().get(0);
        assertThat(table.claim(row, clock.instant().plus(Duration.ofMinutes(5)))).isTrue();

        round.run();
        assertThat(mail.received()).isEmpty();
        clock.forward(Duration.ofMinutes(5));
        round.run();

        only("sophie@x.example");
    }

    @Test
    @Tag("fault-20")
    void whileTheMailServerIsDownAllWaitAndGoOutInTheirOrderAfterwards() {
        mail.stop();
        for (int i = 0; i < 5; i++) {
            write("r" + i + "@x.example");
        }

        round.run();

        assertThat(outbox.waiting()).hasSize(5);
        MailOutbox.Waiting first = outbox.waiting().get(0);
        assertThat(first.since()).isEqualTo(clock.instant());
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(first.error()).isNotEmpty();
        assertThat(outbox.waiting().get(4).attempts()).isZero();

        mail.start();
        round.run();
        assertThat(mail.received()).isEmpty(); // not before the pause is over
        clock.forward(Duration.ofMinutes(1));
        round.run();
        assertThat(mail.received())
                .extracting(one -> one.recipients().get(0))
                .containsExactly(
                        "r0@x.example",
                        "r1@x.example",
                        "r2@x.example",
                        "r3@x.example",
                        "r4@x.example");
    }

    @Test
    @Tag("fault-20")
    void whatCouldNotBeSentForTwoDaysIsGivenUpAndItsTextIsGone() throws SQLException {
        mail.stop();
        write("sophie@x.example");
        for (int i = 0; i < 400; i++) {
            round.run();
            clock.forward(Duration.ofMinutes(10));
        }
        assertThat(DATABASE.rows("SELECT failed_ms IS NOT NULL, body FROM eb_mail_outbox"))
                .containsExactly("1|");
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    @Tag("fault-15")
    void twoNodesSendEachMailOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            write("r" + i + "@x.example");
        }
        MailRound other = round();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> both =
                    List.of(pool.submit(() -> at(go, round)), pool.submit(() -> at(go, other)));
            go.countDown();
            for (Future<?> one : both) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(mail.received()).hasSize(20);
        assertThat(mail.received()).extracting(ReceivedMail::messageId).doesNotHaveDuplicates();
    }

    @Test
    void withoutTheKeyItWasSealedWithAMailIsGivenUp() throws SQLException {
        write("sophie@x.example");
        Settings otherKey =
                TestSettings.with(
                        "EB_SECRET_KEY",
                        "MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                        "EB_MAIL_HOST",
                        "127.0.0.1",
                        "EB_MAIL_FROM",
                        "portal@x.example");
        new MailRound(table, new MailServer(otherKey), SecretBox.of(otherKey), clock).run();

        assertThat(DATABASE.rows("SELECT failed_ms IS NOT NULL FROM eb_mail_outbox"))
                .containsExactly("1");
    }

    private static void at(CountDownLatch go, MailRound round) {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        round.run();
    }

    private MailRound round() {
        return new MailRound(table, new MailServer(settings), SecretBox.of(settings), clock);
    }

    private void write(String recipient) {
        write(recipient, Locale.ENGLISH, "Root");
    }

    private void write(String recipient, Locale language, String by) {
        outbox.write(
                new MailWanted(
                        "admin-invited",
                        recipient,
                        language,
                        Map.of(
                                "product", "Läntern",
                                "by", by,
                                "role", "support",
                                "hours", "48",
                                "link", LINK)));
    }

    /** The row as it was while the mail was on its way. */
    private void undoTheNote() throws SQLException {
        String id = DATABASE.rows("SELECT message_id FROM eb_mail_outbox").get(0);
        String sealed = SecretBox.of(settings).seal("en\nonce more", MailOutbox.place(id));
        DATABASE.run("UPDATE eb_mail_outbox SET sent_ms = NULL, body = '" + sealed + "'");
    }

    private ReceivedMail only(String recipient) {
        List<ReceivedMail> all = mail.to(recipient);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
