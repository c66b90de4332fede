package com.eazybackup.access;

import com.eazybackup.platform.MailAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The portal's own people, for those who manage them: who there is, who is invited, and what may be
 * done about it.
 *
 * <p>Guarantee: nobody disables, demotes or disarms himself, and there is always somebody left who
 * may do all this, however many try at once. Whatever is changed of somebody ends that person's
 * sessions on all nodes. Every method throws {@link AccessRefused} for who may not and for whom
 * there is not, and {@link AdminRefused} for what cannot be done.
 */
@RequestScoped
public class AdminDesk {

    private Door door;
    private AdminTable admins;
    private InviteTable invites;
    private InviteLetters letters;
    private SecondFactors factors;
    private Sessions sessions;
    private Clock clock;

    AdminDesk() {}

    @Inject
    AdminDesk(
            Door door,
            AdminTable admins,
            InviteTable invites,
            InviteLetters letters,
            SecondFactors factors,
            Sessions sessions,
            Clock clock) {
        this.door = door;
        this.admins = admins;
        this.invites = invites;
        this.letters = letters;
        this.factors = factors;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @return all of them, by name
     */
    public List<AdminSummary> admins() {
        int self = door.enter(Action.SEE_ADMINS).userId();
        return admins.all().stream()
                .map(
                        row ->
                                new AdminSummary(
                                        row.id(),
                                        row.email(),
                                        row.name(),
                                        row.duty().map(Duty::code).orElse("unknown"),
                                        row.disabled(),
                                        row.sealedSecret().isPresent(),
                                        row.mustChange(),
                                        row.seen(),
                                        row.id() == self))
                .toList();
    }

    /**
     * @return invitations that were neither used nor revoked, in the order in which they were made
     */
    public List<OpenInvite> invites() {
        door.enter(Action.SEE_ADMINS);
        Instant now = clock.instant();
        return invites.open().stream()
                .filter(row -> row.duty().isPresent())
                .map(
                        row ->
                                new OpenInvite(
                                        row.id(),
                                        row.email(),
                                        row.duty().orElseThrow(),
                                        row.by(),
                                        row.made(),
                                        row.expires(),
                                        row.over(now)))
                .toList();
    }

    /**
     * @return settings without which no mail can be sent, so that links are shown instead
     */
    public List<String> missingForMail() {
        door.enter(Action.SEE_ADMINS);
        return letters.missing();
    }

    /**
     * @param role a code of an administrator's {@link Duty}
     * @param language of the mail
     */
    public Invited invite(String email, String role, Locale language) {
        Caller caller = door.enter(Action.INVITE_ADMIN);
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (!MailAddress.good(address)) {
            throw new AdminRefused(AdminRefused.Reason.BAD_ADDRESS);
        }
        Duty duty = duty(role);
        if (admins.exists(address)) {
            throw new AdminRefused(AdminRefused.Reason.ALREADY_ADMIN);
        }
        return door.act(
                Action.INVITE_ADMIN,
                address + " as " + duty.code(),
                () -> letters.write(address, duty, caller, language),
                invited -> invited.mailed() ? "mailed" : "link-shown");
    }

    public Invited resend(int invite, Locale language) {
        Caller caller = door.enter(Action.RESEND_INVITE);
        InviteTable.Row row = invites.open(invite).orElseThrow(AdminDesk::unknown);
        Duty duty = row.duty().orElseThrow(AdminDesk::unknown);
        return door.<Optional<Invited>, RuntimeException>act(
                        Action.RESEND_INVITE,
                        row.email(),
                        () -> letters.writeAgain(row, duty, caller, language),
                        invited ->
                                invited.map(one -> one.mailed() ? "mailed" : "link-shown")
                                        .orElse("not-found"))
                .orElseThrow(AdminDesk::unknown);
    }

    public void revoke(int invite) {
        door.enter(Action.REVOKE_INVITE);
        InviteTable.Row row = invites.open(invite).orElseThrow(AdminDesk::unknown);
        boolean done =
                door.act(
                        Action.REVOKE_INVITE,
                        row.email(),
                        () -> invites.revoke(invite, clock.instant()),
                        was -> was ? "ok" : "not-found");
        if (!done) {
            throw unknown();
        }
    }

    public void changeRole(int admin, String role) {
        door.enter(Action.CHANGE_ADMIN_ROLE);
        Duty duty = duty(role);
        AdminTable.Row row = another(Action.CHANGE_ADMIN_ROLE, admin);
        change(
                Action.CHANGE_ADMIN_ROLE,
                row,
                row.email() + " to " + duty.code(),
                () -> admins.setDuty(admin, duty));
    }

    public void disable(int admin) {
        AdminTable.Row row = another(Action.DISABLE_ADMIN, admin);
        change(Action.DISABLE_ADMIN, row, row.email(), () -> admins.disable(admin));
    }

    public void enable(int admin) {
        AdminTable.Row row = another(Action.ENABLE_ADMIN, admin);
        change(Action.ENABLE_ADMIN, row, row.email(), () -> admins.enable(admin));
    }

    /** For who has lost the app and the recovery codes. */
    public void resetSecondFactor(int admin) {
        AdminTable.Row row = another(Action.RESET_ADMIN_FACTOR, admin);
        change(
                Action.RESET_ADMIN_FACTOR,
                row,
                row.email(),
                () -> {
                    factors.turnOff(admin);
                    return true;
                });
    }

    /**
     * @return how many that were
     */
    public int endSessions(int admin) {
        AdminTable.Row row = another(Action.END_ADMIN_SESSIONS, admin);
        return door.act(
                Action.END_ADMIN_SESSIONS,
                row.email(),
                () -> sessions.endAll(Role.ADMIN, admin, Optional.empty(), SessionEnd.BY_ADMIN),
                ended -> "ok " + ended);
    }

    private void change(Action action, AdminTable.Row row, String target, BooleanSupplier change) {
        boolean done =
                door.act(
                        action,
                        target,
                        () -> {
                            boolean changed = change.getAsBoolean();
                            if (changed) {
                                sessions.endAll(
                                        Role.ADMIN,
                                        row.id(),
                                        Optional.empty(),
                                        SessionEnd.ACCOUNT_CHANGED);
                            }
                            return changed;
                        },
                        was -> was ? "ok" : "last-super");
        if (!done) {
            throw new AdminRefused(AdminRefused.Reason.LAST_SUPER);
        }
    }

    private AdminTable.Row another(Action action, int admin) {
        Caller caller = door.enter(action);
        if (caller.userId() == admin) {
            throw new AdminRefused(AdminRefused.Reason.YOURSELF);
        }
        return admins.read(admin).orElseThrow(AdminDesk::unknown);
    }

    private static Duty duty(String role) {
        return Duty.ofAdmin(role).orElseThrow(() -> new AdminRefused(AdminRefused.Reason.BAD_ROLE));
    }

    private static AccessRefused unknown() {
        return new AccessRefused(AccessRefused.Reason.NOT_FOUND);
    }
}
