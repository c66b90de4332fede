package com.eazybackup.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an invitation's link opens: once, and nothing by looking at it, since programs that protect
 * mailboxes look at every link. Whoever accepts is not signed in by that, but signs in as ever.
 */
@ApplicationScoped
public class InvitationDoor {

    private static final int LONGEST_NAME = 100;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private InviteTable invites;
    private InviteLetters letters;
    private AdminTable admins;
    private PasswordRules rules;
    private AuditTrail audit;
    private Clock clock;

    InvitationDoor() {}

    @Inject
    InvitationDoor(
            InviteTable invites,
            InviteLetters letters,
            AdminTable admins,
            PasswordRules rules,
            AuditTrail audit,
            Clock clock) {
        this.invites = invites;
        this.letters = letters;
        this.admins = admins;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom an invitation is for. */
    public record Invitation(String email, Duty duty) {}

    /** What came of accepting one. */
    public sealed interface Acceptance {

        /** The person is an administrator now, and may sign in. */
        record Accepted(String email) implements Acceptance {}

        /** Used, revoked, too old, or never there: deliberately one and the same. */
        record Gone() implements Acceptance {}

        /** No name, or one that is none. */
        record Nameless() implements Acceptance {}

        /** The password is not taken; the invitation is as good as before. */
        record Flawed(PasswordFlaw flaw) implements Acceptance {}
    }

    /** Changes nothing. */
    public Optional<Invitation> read(String token) {
        return find(token).map(row -> new Invitation(row.email(), row.duty().orElseThrow()));
    }

    public Acceptance accept(
            HttpServletRequest request, String token, String name, String password) {
        Optional<InviteTable.Row> invite = find(token);
        if (invite.isEmpty()) {
            return new Acceptance.Gone();
        }
        String plain = SafeText.of(name, LONGEST_NAME);
        if (plain.isEmpty()) {
            return new Acceptance.Nameless();
        }
        Optional<PasswordFlaw> flaw =
                rules.flaw(password == null ? "" : password, invite.get().email());
        if (flaw.isPresent()) {
            return new Acceptance.Flawed(flaw.get());
        }
        boolean done = letters.redeem(token, invite.get(), plain, PasswordHash.of(password));
        record(request, invite.get(), done);
        return done ? new Acceptance.Accepted(invite.get().email()) : new Acceptance.Gone();
    }

    private Optional<InviteTable.Row> find(String token) {
        return Optional.ofNullable(token)
                .filter(text -> TOKEN.matcher(text).matches())
                .flatMap(text -> invites.byHash(RandomText.hash(text), clock.instant()))
                .filter(row -> row.duty().isPresent() && !admins.exists(row.email()));
    }

    private void record(HttpServletRequest request, InviteTable.Row invite, boolean done) {
        audit.record(
                new AuditEntry(
                        invite.email(),
                        Role.ADMIN.code(),
                        Optional.empty(),
                        "admins.accept",
                        "invitation " + invite.id() + " of " + invite.by(),
                        done ? "ok" : "refused",
                        Optional.empty(),
                        CallerAddress.of(request).text(),
                        ""));
    }
}
