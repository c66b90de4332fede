package com.eazybackup.notify;

import com.eazybackup.platform.MailAddress;
import com.eazybackup.platform.MailWanted;
import com.eazybackup.platform.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Mails that wait for the mail server. One is written in the transaction of what it is about, and
 * sent afterwards by {@link MailRound}.
 *
 * <p>Guarantee: what was committed is sent at least once, and what was not is never sent. It has
 * the same {@code Message-ID} at each attempt. The text is sealed while it waits and gone when it
 * was sent.
 */
@ApplicationScoped
public class MailOutbox {

    private OutboxTable table;
    private SecretBox box;
    private Clock clock;

    MailOutbox() {}

    @Inject
    MailOutbox(OutboxTable table, SecretBox box, Clock clock) {
        this.table = table;
        this.box = box;
        this.clock = clock;
    }

    /**
     * A mail that was not sent yet, as those who wait for it may know.
     *
     * @param error what the mail server, or the way to it, said at the last attempt; may be empty
     */
    public record Waiting(
            String kind, String recipient, Instant since, int attempts, String error) {}

    /**
     * @throws IllegalStateException when there is no key to seal it with: whoever asks must not
     *     have offered a mail then
     * @throws com.eazybackup.platform.DatabaseUnavailable when it cannot be written; the caller's
     *     transaction fails with it
     */
    void write(@Observes MailWanted wanted) {
        if (!MailAddress.good(wanted.recipient())) {
            throw new IllegalArgumentException("a mail to an address that is none");
        }
        MailText text = MailText.of(wanted.kind(), wanted.language(), wanted.values());
        String messageId = UUID.randomUUID() + "@" + domain(wanted);
        table.add(
                messageId,
                wanted.kind(),
                wanted.recipient(),
                text.subject(),
                box.seal(wanted.language().getLanguage() + "\n" + text.body(), place(messageId)),
                clock.instant());
    }

    /** Not the host's name: that is nobody's business. */
    private static String domain(MailWanted wanted) {
        return wanted.kind() + ".portal.invalid";
    }

    static SecretBox.Place place(String messageId) {
        return new SecretBox.Place("eb_mail_outbox", "body", messageId);
    }

    /**
     * @return in the order in which they were written, a thousand at most
     */
    public List<Waiting> waiting() {
        return table.waiting().stream()
                .map(
                        row ->
                                new Waiting(
                                        row.kind(),
                                        row.recipient(),
                                        row.made(),
                                        row.attempts(),
                                        row.error()))
                .toList();
    }
}
