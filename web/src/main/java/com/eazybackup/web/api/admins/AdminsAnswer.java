package com.eazybackup.web.api.admins;

import com.eazybackup.access.AdminSummary;
import com.eazybackup.access.OpenInvite;
import com.eazybackup.notify.MailOutbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Administrators and invitations, as programs see them.
 *
 * @param mailMissing settings without which no mail can be sent
 */
record AdminsAnswer(List<Admin> admins, List<Invite> invites, List<String> mailMissing) {

    /**
     * An administrator.
     *
     * @param seen Unix seconds; null for one who was never there
     */
    record Admin(
            int id,
            String email,
            String name,
            String role,
            boolean disabled,
            boolean secondFactor,
            boolean mustChange,
            Long seen,
            boolean self) {

        static Admin of(AdminSummary summary) {
            return new Admin(
                    summary.id(),
                    summary.email(),
                    summary.name(),
                    summary.role(),
                    summary.disabled(),
                    summary.secondFactor(),
                    summary.mustChange(),
                    summary.seen().map(Instant::getEpochSecond).orElse(null),
                    summary.self());
        }
    }

    /**
     * An invitation that is open.
     *
     * @param waitsSince since when its mail waits to be sent, Unix seconds; null when none does
     */
    record Invite(
            int id,
            String email,
            String role,
            String by,
            long made,
            long expires,
            boolean over,
            Long waitsSince) {

        static Invite of(OpenInvite invite, List<MailOutbox.Waiting> mails) {
            Optional<Long> waits =
                    mails.stream()
                            .filter(mail -> mail.recipient().equals(invite.email()))
                            .filter(mail -> mail.attempts() > 0)
                            .map(mail -> mail.since().getEpochSecond())
                            .reduce((former, later) -> later);
            return new Invite(
                    invite.id(),
                    invite.email(),
                    invite.duty().code(),
                    invite.by(),
                    invite.made().getEpochSecond(),
                    invite.expires().getEpochSecond(),
                    invite.over(),
                    waits.orElse(null));
        }
    }
}
