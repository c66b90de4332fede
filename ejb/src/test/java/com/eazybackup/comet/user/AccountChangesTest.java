package com.eazybackup.comet.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometCredentials;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometException.Kind;
import com.eazybackup.comet.CometServerAddress;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.comet.SimulatedCometServer;
import com.eazybackup.simulator.comet.Switches;
import com.eazybackup.simulator.fleet.FleetPlan;
import com.eazybackup.simulator.http.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountChangesTest {

    private static final CometUsername USER = new CometUsername("larkspur");

    private SimulatedCometServer server;
    private CometClient client;
    private UserCalls users;

    @BeforeEach
    void start() {
        server =
                SimulatedCometServer.start(
                        0,
                        FleetPlan.of(
                                        DemoCustomers.standard()
                                                .accountsOf(DemoCustomers.COMETBACKUP),
                                        Clock.systemUTC())
                                .build(),
                        new Switches());
        client =
                new CometClient(
                        new CometServerAddress(server.origin()),
                        CometCredentials.password(
                                server.access().username(), server.access().password()));
        users = client.calls(UserCalls.class);
    }

    @AfterEach
    void stop() {
        assertThat(server.protocol().complaints()).isEmpty();
        server.close();
    }

    private JsonNode profile() {
        return server.fleet().profile(USER.value()).orElseThrow();
    }

    private void somebodyElseRenames(String name) {
        server.acts().accounts().edit(USER.value(), now -> now.put("AccountName", name));
    }

    @Test
    void aChangeKeepsAllThatNobodyKnows() throws Exception {
        server.acts().accounts().edit(USER.value(), now -> now.put("FromTheFuture", "kept"));
        HashedProfile written =
                new ProfileEdit(users).change(USER, now -> now.put("MaximumDevices", 7));
        assertThat(profile().path("MaximumDevices").asInt()).isEqualTo(7);
        assertThat(profile().path("FromTheFuture").asText()).isEqualTo("kept");
        assertThat(written.profileHash()).isEqualTo(users.hash(USER).profileHash());
        assertThat(written.profile().deviceQuota()).isEqualTo(7);
    }

    @Test
    void whatChangesNothingIsNotWritten() throws Exception {
        String before = users.hash(USER).profileHash();
        new ProfileEdit(users).change(USER, now -> {});
        assertThat(users.hash(USER).profileHash()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"409,true", "409,false", "400,true", "500,false"})
    void aChangeThatIsRightInAnyCaseIsAppliedToWhatSomebodyElseWrote(
            int status, boolean asHttpStatus) throws Exception {
        server.switches().hashConflictStatus = status;
        server.switches().errorsAsHttpStatus = asHttpStatus;
        AtomicInteger times = new AtomicInteger();
        new ProfileEdit(users)
                .change(
                        USER,
                        now -> {
                            if (times.incrementAndGet() == 1) {
                                somebodyElseRenames("First");
                            }
                            now.put("MaximumDevices", 9);
                        });
        assertThat(times).hasValue(2);
        assertThat(profile().path("AccountName").asText()).isEqualTo("First");
        assertThat(profile().path("MaximumDevices").asInt()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void aDeviceThatWritesItsStatisticsMeanwhileLosesNothingAndStopsNobody(int every)
            throws Exception {
        server.fleet().habits().profileRaceEvery = every;
        for (int quota = 3; quota < 9; quota++) {
            int wanted = quota;
            new ProfileEdit(users).change(USER, now -> now.put("MaximumDevices", wanted));
            assertThat(profile().path("MaximumDevices").asInt()).isEqualTo(quota);
        }
    }

    @Test
    void whoeverIsOvertakenEachTimeIsToldAfterFourAttempts() {
        server.fleet().habits().profileRaceEvery = 1;
        AtomicInteger times = new AtomicInteger();
        CometException refused =
                catchThrowableOfType(
                        CometException.class,
                        () ->
                                new ProfileEdit(users)
                                        .change(
                                                USER,
                                                now ->
                                                        now.put(
                                                                "MaximumDevices",
                                                                90 + times.incrementAndGet())));
        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(times).hasValue(4);
        assertThat(profile().path("MaximumDevices").asInt()).isLessThan(90);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 400, 500})
    void aChangeOfWhatWasSeenIsRefusedWhenItIsAnotherByNow(int status) throws Exception {
        server.switches().hashConflictStatus = status;
        HashedProfile seen = users.profileAndHash(USER);
        somebodyElseRenames("First");
        CometException refused =
                catchThrowableOfType(
                        CometException.class,
                        () ->
                                new ProfileEdit(users)
                                        .changeSeen(
                                                USER, seen, now -> now.put("MaximumDevices", 3)));
        assertThat(refused.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(profile().path("MaximumDevices").asInt()).isNotEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 404})
    void anUnknownUserIsKnownAsSuchWhateverTheStatus(int status) {
        server.switches().unknownUserStatus = status;
        CometException unknown =
                catchThrowableOfType(
                        CometException.class,
                        () -> users.profileAndHash(new CometUsername("nobody-at-all")));
        assertThat(unknown.kind()).isEqualTo(Kind.UNKNOWN_USER);
    }

    @Test
    void aPasswordIsResetWithTheRecoveryCode() throws Exception {
        String before = users.hash(USER).profileHash();
        assertThat(new PasswordReset(users).reset(USER, "N&w+pass=%1", Optional.empty()))
                .isEqualTo(PasswordReset.Outcome.DONE);
        assertThat(users.hash(USER).profileHash()).isNotEqualTo(before);
    }

    @Test
    void withoutRecoveryCodeTheOldPasswordIsAskedForAndNothingIsSent() throws Exception {
        server.acts().accounts().edit(USER.value(), now -> now.put("PasswordRecovery", ""));
        server.protocol().clear();
        assertThat(new PasswordReset(users).reset(USER, "Something-1", Optional.empty()))
                .isEqualTo(PasswordReset.Outcome.OLD_PASSWORD_NEEDED);
        assertThat(server.protocol().callsSeen())
                .isNotEmpty()
                .doesNotContain("/api/v1/admin/reset-user-password");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneTimeCodesAreSwitchedOnWhetherTheServerDoesItOrNot(boolean byServer) throws Exception {
        server.switches().validateTotpSetsFlags = byServer;
        TotpEnrolment enrolment = new TotpEnrolment(client);
        NewTotpSecret secret = enrolment.begin(USER);
        assertThat(secret.image()).startsWith("data:image/");
        assertThat(secret.toString()).doesNotContain(secretOf(secret));
        assertThat(profile().path("AllowPasswordAndTOTPLogin").asBoolean()).isFalse();
        enrolment.confirm(USER, secret, code(secret));
        assertThat(profile().path("AllowPasswordAndTOTPLogin").asBoolean()).isTrue();
        assertThat(profile().path("AllowPasswordLogin").asBoolean()).isFalse();
        users.disableTotp(USER);
        assertThat(profile().path("AllowPasswordAndTOTPLogin").asBoolean()).isFalse();
    }

    @Test
    void whatWasDoneStandsThoughTheSessionCannotBeEnded() throws Exception {
        server.switches().validateTotpSetsFlags = false;
        server.faults()
                .add(Fault.always(Fault.Kind.STATUS).onPath("/api/v1/user/web/session/revoke"));
        TotpEnrolment enrolment = new TotpEnrolment(client);
        NewTotpSecret secret = enrolment.begin(USER);
        enrolment.confirm(USER, secret, code(secret));
        assertThat(profile().path("AllowPasswordAndTOTPLogin").asBoolean()).isTrue();
    }

    @Test
    void aWrongFirstCodeSwitchesNothing() throws Exception {
        TotpEnrolment enrolment = new TotpEnrolment(client);
        NewTotpSecret secret = enrolment.begin(USER);
        String right = code(secret);
        String wrong = right.startsWith("0") ? "1" + right.substring(1) : "0" + right.substring(1);
        assertThat(
                        catchThrowableOfType(
                                CometException.class, () -> enrolment.confirm(USER, secret, wrong)))
                .isNotNull();
        assertThat(profile().path("AllowPasswordAndTOTPLogin").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 400})
    void aPolicyThatForbidsTheWebIsTold(int status) {
        server.switches().webRefusedStatus = status;
        server.acts()
                .accounts()
                .edit(
                        USER.value(),
                        now -> {
                            now.withObjectProperty("Policy").put("PreventOpenWebUI", true);
                            return now;
                        });
        CometException refused =
                catchThrowableOfType(
                        CometException.class, () -> new TotpEnrolment(client).begin(USER));
        assertThat(refused.kind()).isIn(Kind.FORBIDDEN, Kind.REFUSED);
    }

    private static String secretOf(NewTotpSecret secret) {
        return secret.url().replaceFirst(".*[?&]secret=([A-Za-z2-7]+).*", "$1");
    }

    private static String code(NewTotpSecret secret) {
        return new CometCredentials("x", "PasswordTOTP", "", "", secretOf(secret))
                .code(Instant.now(Clock.systemUTC()));
    }
}
