package com.eazybackup.notify;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.OutageLog;
import com.eazybackup.platform.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes what waits in the outbox to the mail server.
 *
 * <p>A server that cannot be reached holds all mails up, so that they go out in their order when it
 * is back; a mail that the server does not want holds up nobody. The pause doubles from ten seconds
 * to ten minutes. After two days a mail is given up: what it says is no longer true by then.
 *
 * <p>Two nodes: who has claimed a mail sends it, and nobody else for five minutes. A node that ends
 * between sending and writing that down leaves a mail that is sent once more, with the same {@code
 * Message-ID}; never one that is not sent.
 */
@ApplicationScoped
class MailRound {

    private static final Logger LOG = System.getLogger(MailRound.class.getName());
    private static final int AT_ONCE = 50;
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final Duration GIVEN_UP = Duration.ofDays(2);
    private static final Duration KEPT = Duration.ofDays(30);

    private final OutageLog outage = new OutageLog(LOG, "The mail server cannot be reached");
    private OutboxTable table;
    private MailServer server;
    private SecretBox box;
    private Clock clock;

    MailRound() {}

    @Inject
    MailRound(OutboxTable table, MailServer server, SecretBox box, Clock clock) {
        this.table = table;
        this.server = server;
        this.box = box;
        this.clock = clock;
    }

    /**
     * Sends what is due.
     *
     * @throws DatabaseUnavailable when the outbox cannot be read or written
     */
    void run() {
        if (!server.configured()) {
            return;
        }
        for (OutboxTable.Row mail : table.due(clock.instant(), AT_ONCE)) {
            if (table.claim(mail, clock.instant().plus(CLAIM)) && !send(mail)) {
                return;
            }
        }
    }

    void forgetOld() {
        table.forget(clock.instant().minus(KEPT));
    }

    /**
     * @return whether the server is there for the next one
     */
    private boolean send(OutboxTable.Row mail) {
        Instant now = clock.instant();
        try {
            String[] parts =
                    box.open(mail.body(), MailOutbox.place(mail.messageId())).split("\n", 2);
            MailText text = new MailText(mail.subject(), parts[1]);
            server.send(mail.messageId(), mail.recipient(), text, parts[0], mail.made());
            table.sent(mail, now);
            outage.well();
            return true;
        } catch (SecretBox.Unopenable keyIsGone) {
            LOG.log(Level.ERROR, "Mail {0} cannot be opened: {1}", mail.id(), keyIsGone);
            table.failed(mail, keyIsGone.getMessage(), now);
            return true;
        } catch (MailServer.Refused refused) {
            LOG.log(Level.WARNING, "Mail {0} was refused: {1}", mail.id(), refused.getMessage());
            again(mail, refused.getMessage(), now);
            return true;
        } catch (MailServer.Unreachable unreachable) {
            outage.failed(unreachable);
            if (tooOld(mail, now)) {
                table.failed(mail, word(unreachable.getMessage()), now);
            } else {
                table.later(mail, word(unreachable.getMessage()), now.plus(pause(mail)));
                table.allLater(word(unreachable.getMessage()), now.plus(pause(mail)));
            }
            return false;
        }
    }

    private void again(OutboxTable.Row mail, String error, Instant now) {
        if (tooOld(mail, now)) {
            table.failed(mail, word(error), now);
        } else {
            table.later(mail, word(error), now.plus(pause(mail)));
        }
    }

    private static boolean tooOld(OutboxTable.Row mail, Instant now) {
        return now.isAfter(mail.made().plus(GIVEN_UP));
    }

    private static Duration pause(OutboxTable.Row mail) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(mail.attempts(), 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** What the other side says is shown on a page: one line of it. */
    private static String word(String error) {
        return error == null ? "" : error.replaceAll("[\\p{Cntrl}]+", " ").strip();
    }
}
