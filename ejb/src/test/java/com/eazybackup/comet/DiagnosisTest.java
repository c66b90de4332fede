package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.eazybackup.comet.CometException.Kind;
import com.eazybackup.comet.browse.BrowseCalls;
import com.eazybackup.comet.device.DeviceCalls;
import com.eazybackup.comet.policy.OrganizationCalls;
import com.eazybackup.comet.server.ServerCalls;
import com.eazybackup.comet.software.SoftwareCalls;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.testing.MovedClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error means, whichever of the ways a server has to say it. */
class DiagnosisTest {

    private CallsWorld world;

    @BeforeEach
    void start() {
        world = new CallsWorld();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private interface Attempt {
        void make() throws CometException;
    }

    private static Kind kindOf(Attempt attempt) {
        return catchThrowableOfType(CometException.class, attempt::make).kind();
    }

    @ParameterizedTest
    @CsvSource({"403,true", "403,false", "400,true", "400,false"})
    void aDeviceThatIsAwayIsNotOnline(int status, boolean asHttpStatus) {
        world.server.switches().deviceAwayStatus = status;
        world.server.switches().errorsAsHttpStatus = asHttpStatus;
        ConnectionId gone = new ConnectionId("gone");
        assertThat(kindOf(() -> world.calls(DeviceCalls.class).refetchProfile(gone)))
                .isEqualTo(Kind.NOT_ONLINE);
        assertThat(kindOf(() -> world.calls(BrowseCalls.class).filesystem(gone, Optional.empty())))
                .isEqualTo(Kind.NOT_ONLINE);
    }

    @ParameterizedTest
    @CsvSource({"403,FORBIDDEN", "400,REFUSED"})
    void aDeviceThatHidesItsFilesIsThere(int status, Kind kind) {
        world.server.switches().filenamesRefusedStatus = status;
        world.server
                .acts()
                .devices()
                .allowFilenames(CallsWorld.USER.value(), world.device().value(), false);
        assertThat(
                        kindOf(
                                () ->
                                        world.calls(BrowseCalls.class)
                                                .filesystem(world.target(), Optional.empty())))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 401})
    void whatAnAdministratorMayNotIsNoWrongPassword(int status) throws Exception {
        world.server.switches().permissionStatus = status;
        world.server.switches().adminOrganization = "tenant-1";
        assertThat(kindOf(() -> world.calls(OrganizationCalls.class).all()))
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(world.calls(ServerCalls.class).version().version())
                .as("the credentials do not rest for it")
                .isNotEmpty();
    }

    @Test
    void anErrorInPlaceOfAFileIsAnErrorAndAFileIsAFile() throws Exception {
        try (RawAnswer file = world.calls(SoftwareCalls.class).debian(Optional.empty())) {
            byte[] begin = file.body().readNBytes(7);
            assertThat(new String(begin, StandardCharsets.US_ASCII)).isEqualTo("!<arch>");
        }
        world.server.switches().softwareBuildRole = false;
        assertThat(kindOf(() -> world.calls(SoftwareCalls.class).debian(Optional.empty())))
                .isEqualTo(Kind.FORBIDDEN);
    }

    private CometClient withCodes(MovedClock clock) {
        return new CometClient(
                new CometServerAddress(world.server.origin()),
                new CometCredentials(
                        world.server.access().username(),
                        "PasswordTOTP",
                        world.server.access().password(),
                        "",
                        world.server.requireTotp()),
                CometLimits.standard(),
                clock);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAdministratorWithOneTimeCodesSignsInOnce(boolean asHttpStatus) throws Exception {
        world.server.switches().errorsAsHttpStatus = asHttpStatus;
        CometClient client = withCodes(new MovedClock(CallsWorld.NOW));
        long before = world.server.requests();
        client.calls(ServerCalls.class).version();
        client.calls(ServerCalls.class).version();
        assertThat(world.server.requests() - before).as("one sign-in, two calls").isEqualTo(3);
        assertThat(kindOf(() -> world.calls(ServerCalls.class).version()))
                .as("the password alone is not enough any more")
                .isIn(Kind.WRONG_CREDENTIALS, Kind.TOTP_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusedCallSpendsNoCodeOfASessionThatGoesOn(boolean asHttpStatus) throws Exception {
        world.server.switches().errorsAsHttpStatus = asHttpStatus;
        CometClient client = withCodes(new MovedClock(CallsWorld.NOW));
        ConnectionId gone = new ConnectionId("gone");
        assertThat(kindOf(() -> client.calls(DeviceCalls.class).refetchProfile(gone)))
                .isEqualTo(Kind.NOT_ONLINE);
        assertThat(client.calls(ServerCalls.class).version().version()).isNotEmpty();
        assertThat(client.health().refused()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSessionThatHasEndedIsBegunAnewWithTheNextCodeAndNeverWithTheSame(boolean asHttpStatus)
            throws Exception {
        world.server.switches().errorsAsHttpStatus = asHttpStatus;
        MovedClock clock = new MovedClock(CallsWorld.NOW);
        CometClient client = withCodes(clock);
        client.calls(UserCalls.class).profile(CallsWorld.USER);
        world.server.forgetSessions();
        assertThat(kindOf(() -> client.calls(UserCalls.class).all().close())).isEqualTo(Kind.BUSY);
        assertThat(client.health().refused()).isFalse();
        world.clock.forward(Duration.ofSeconds(30));
        clock.forward(Duration.ofSeconds(30));
        assertThat(client.calls(UserCalls.class).profile(CallsWorld.USER).username())
                .isEqualTo(CallsWorld.USER.value());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListThatIsRefusedLetsTheCredentialsRest(boolean asHttpStatus) {
        world.server.switches().errorsAsHttpStatus = asHttpStatus;
        CometClient stranger =
                new CometClient(
                        new CometServerAddress(world.server.origin()),
                        CometCredentials.password(world.server.access().username(), "wrong"));
        long before = world.server.requests();
        for (int i = 0; i < 10; i++) {
            assertThat(kindOf(() -> stranger.calls(UserCalls.class).all().close()))
                    .isEqualTo(Kind.WRONG_CREDENTIALS);
        }
        assertThat(world.server.requests() - before)
                .as("the list, and the question what its error means")
                .isEqualTo(2);
    }

    @Test
    void anErrorIsToldThoughListsAreBusy() throws Exception {
        List<CometList<UserProfile>> open = new ArrayList<>();
        for (int i = 0; i < CallKind.LIST.atATime(); i++) {
            open.add(world.calls(UserCalls.class).all());
        }
        assertThat(
                        kindOf(
                                () ->
                                        world.calls(DeviceCalls.class)
                                                .refetchProfile(new ConnectionId("gone"))))
                .isEqualTo(Kind.NOT_ONLINE);
        open.forEach(CometList::close);
    }
}
