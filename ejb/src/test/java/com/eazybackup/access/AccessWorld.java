package com.eazybackup.access;

import com.eazybackup.platform.MailWanted;
import com.eazybackup.platform.SecretBox;
import com.eazybackup.platform.Settings;
import com.eazybackup.testing.FakeRequest;
import com.eazybackup.testing.KeptEvents;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.whmcs.TestWhmcs;
import com.eazybackup.whmcs.UserStandings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What stands around the doors, put together on a database as the container does it. */
final class AccessWorld {

    final AuditTrail audit;
    final SessionTable table;
    final EndedSessions ended;
    final Sessions sessions;
    final Admins admins;
    final UserStandings users;
    final Standings standings;
    final TokenTable tokenTable;
    final TokenDoor tokenDoor;
    final AdminTable adminTable;
    final SecondFactors factors;
    final FirstThings firstThings;
    final KeptEvents<MailWanted> mails = new KeptEvents<>();
    private final InviteTable invites;
    private final InviteLetters letters;
    private final SignInThrottle throttle;
    final Viewings viewings;
    private final Refusals refusals;
    private final Clock clock;
    private final Settings settings;

    AccessWorld(TestDatabase database, Clock clock, String... settings) {
        this(database, clock, TestSettings.with(settings));
    }

    AccessWorld(TestDatabase database, Clock clock, Settings settings) {
        this.clock = clock;
        this.settings = settings;
        audit = new AuditTrail(database.source(), clock);
        table = new SessionTable(database.source());
        ended = new EndedSessions(clock);
        sessions = new Sessions(table, ended, settings, clock);
        adminTable = new AdminTable(database.source());
        admins = new Admins(database.source(), adminTable);
        factors =
                new SecondFactors(
                        adminTable,
                        new RecoveryCodes(database.source()),
                        SecretBox.of(settings),
                        clock);
        firstThings = new FirstThings(adminTable, settings);
        throttle = new SignInThrottle(clock);
        invites = new InviteTable(database.source());
        letters =
                new InviteLetters(
                        invites, adminTable, mails, settings, SecretBox.of(settings), clock);
        users = new UserStandings(database.source());
        standings = new Standings(database.source(), users, table);
        tokenTable = new TokenTable(database.source());
        tokenDoor = new TokenDoor(tokenTable, users, clock);
        viewings = new Viewings(audit, settings, clock);
        refusals = new Refusals(clock);
    }

    SignInDoor signInDoor(TestWhmcs whmcs) {
        return new SignInDoor(
                credentials(whmcs),
                throttle,
                new SignInRecord(audit, refusals),
                sessions,
                factors,
                firstThings,
                clock);
    }

    SecondStep secondStep(SignInDoor door) {
        return new SecondStep(
                adminTable,
                factors,
                standings,
                throttle,
                door,
                new SignInRecord(audit, refusals),
                clock);
    }

    OwnSecurity ownSecurity(FakeRequest browser) {
        return new OwnSecurity(
                door(browser),
                adminTable,
                factors,
                firstThings,
                new Reassurance(throttle, factors),
                new PasswordRules(settings),
                new SessionOfChange(sessions, standings, firstThings, browser.asRequest()),
                browser.asRequest(),
                clock,
                settings);
    }

    AdminDesk adminDesk(FakeRequest browser) {
        return new AdminDesk(door(browser), adminTable, invites, letters, factors, sessions, clock);
    }

    InvitationDoor invitationDoor() {
        return new InvitationDoor(
                invites, letters, adminTable, new PasswordRules(settings), audit, clock);
    }

    /** The way in for those for whom a provider vouches. */
    ProviderDoor providerDoor(TestWhmcs whmcs) {
        return new ProviderDoor(
                signInDoor(whmcs),
                new VouchedUsers(whmcs.directory(), credentials(whmcs), admins, standings),
                throttle,
                new SignInRecord(audit, refusals),
                sessions);
    }

    private Credentials credentials(TestWhmcs whmcs) {
        return new Credentials(admins, whmcs.api(), whmcs.directory(), users, settings);
    }

    CurrentCaller current(FakeRequest browser) {
        return new CurrentCaller(browser.asRequest(), sessions, tokenDoor, viewings);
    }

    Door door(FakeRequest browser) {
        return new Door(current(browser), audit, refusals, browser.asRequest());
    }

    ViewingDoor viewingDoor(FakeRequest browser, TestWhmcs whmcs) {
        return new ViewingDoor(door(browser), current(browser), viewings, whmcs.directory());
    }

    ApiTokens tokens(FakeRequest browser) {
        return new ApiTokens(door(browser), tokenTable, tokenDoor, ended, clock);
    }

    SessionDesk desk(FakeRequest browser) {
        return new SessionDesk(door(browser), sessions);
    }

    StandingWatch standingWatch() {
        return new StandingWatch(sessions, table, users, clock);
    }

    TokenWatch tokenWatch() {
        return new TokenWatch(tokenDoor, tokenTable, ended, clock);
    }

    SessionWatch watch() {
        return new SessionWatch(sessions, table, ended, clock);
    }

    /** Puts somebody into this browser's session, as the sign-in door does. */
    Caller in(FakeRequest browser, Person person, ClientSummary... clients) {
        Caller caller =
                new Caller(
                        person,
                        person.role() == Role.ADMIN ? List.of() : List.of(clients),
                        clients.length == 1 ? clients[0] : null,
                        sessions.open(
                                person, SessionOrigin.of(browser.asRequest()), Optional.empty()));
        CallerSession.begin(browser.asRequest(), caller, Duration.ofMinutes(30));
        return caller;
    }
}
