package com.eazybackup.access;

import com.eazybackup.platform.MailWanted;
import com.eazybackup.platform.SecretBox;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes invitations, each with its mail in one transaction, and redeems them. The link holds 256
 * bits, is good once and for two days, and is kept nowhere but in the mail that waits, sealed.
 */
@ApplicationScoped
class InviteLetters {

    static final Duration LONGEST = Duration.ofDays(2);

    private InviteTable invites;
    private AdminTable admins;
    private Event<MailWanted> mails;
    private Settings settings;
    private SecretBox box;
    private Clock clock;

    InviteLetters() {}

    @Inject
    InviteLetters(
            InviteTable invites,
            AdminTable admins,
            Event<MailWanted> mails,
            Settings settings,
            SecretBox box,
            Clock clock) {
        this.invites = invites;
        this.admins = admins;
        this.mails = mails;
        this.settings = settings;
        this.box = box;
        this.clock = clock;
    }

    /**
     * @return settings without which no mail can be sent
     */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Setting needed : List.of(Setting.EB_MAIL_HOST, Setting.EB_PUBLIC_URL)) {
            if (settings.optional(needed).isEmpty()) {
                missing.add(needed.name());
            }
        }
        if (!box.isReady()) {
            missing.add(Setting.EB_SECRET_KEY.name());
        }
        return missing;
    }

    /** Invitations of the same address that were open are worth nothing from then on. */
    @Transactional
    Invited write(String email, Duty duty, Caller by, Locale language) {
        Instant now = clock.instant();
        String token = RandomText.token();
        invites.revokeOf(email, now);
        int id =
                invites.add(
                        email, duty, RandomText.hash(token), by.email(), now, now.plus(LONGEST));
        return send(id, email, duty, by, language, token);
    }

    /**
     * Writes the same again, with another link.
     *
     * @return empty when it was used or revoked meanwhile
     */
    @Transactional
    Optional<Invited> writeAgain(InviteTable.Row invite, Duty duty, Caller by, Locale language) {
        String token = RandomText.token();
        Instant expires = clock.instant().plus(LONGEST);
        return invites.renew(invite.id(), RandomText.hash(token), expires)
                ? Optional.of(send(invite.id(), invite.email(), duty, by, language, token))
                : Optional.empty();
    }

    private Invited send(
            int id, String email, Duty duty, Caller by, Locale language, String token) {
        List<String> missing = missing();
        String address =
                settings.text(Setting.EB_PUBLIC_URL).replaceFirst("/$", "")
                        + "/invite?token="
                        + token;
        if (missing.isEmpty()) {
            mails.fire(
                    new MailWanted(
                            "admin-invited",
                            email,
                            language,
                            Map.of(
                                    "product",
                                    settings.text(Setting.EB_BRAND_NAME),
                                    "by",
                                    by.name() + " (" + by.email() + ")",
                                    "role",
                                    duty.code(),
                                    "hours",
                                    Long.toString(LONGEST.toHours()),
                                    "link",
                                    address)));
        }
        return new Invited(
                id,
                email,
                clock.instant().plus(LONGEST),
                missing.isEmpty() ? "" : address,
                missing);
    }

    /**
     * Makes the invited person an administrator.
     *
     * @return false when the link was used by somebody else meanwhile, or the address is an
     *     administrator's
     */
    @Transactional
    boolean redeem(String token, InviteTable.Row invite, String name, String passwordHash) {
        Instant now = clock.instant();
        return invites.use(RandomText.hash(token), now)
                && invite.duty()
                        .map(duty -> admins.add(invite.email(), name, passwordHash, duty, now))
                        .orElse(false);
    }
}
