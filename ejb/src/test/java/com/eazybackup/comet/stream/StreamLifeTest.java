package com.eazybackup.comet.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.stream.Next.Leave;
import com.eazybackup.comet.stream.Next.Rest;
import com.eazybackup.comet.stream.Next.Stay;
import com.eazybackup.comet.stream.Signs.Ending;
import com.eazybackup.comet.stream.StreamLife.Phase;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamLifeTest {

    private static final StreamLimits LIMITS =
            StreamLimits.of(
                    Duration.ofSeconds(30), Duration.ofSeconds(300), Duration.ofSeconds(60), 2);
    private static final Signs NOTHING_YET =
            new Signs(false, "", false, false, 1, Signs.NEVER, Optional.empty());

    private final StreamLife life = new StreamLife(LIMITS, () -> 0);

    private static long at(int seconds) {
        return 1 + Duration.ofSeconds(seconds).toNanos();
    }

    private static Signs accepted(boolean event, int lastFrame, int lastPong) {
        return new Signs(
                true,
                "",
                event,
                false,
                at(lastFrame),
                lastPong < 0 ? Signs.NEVER : at(lastPong),
                Optional.empty());
    }

    private static Signs ended(boolean event, Ending ending) {
        return new Signs(true, "", event, false, at(0), Signs.NEVER, Optional.of(ending));
    }

    private static Signs refused(String text) {
        return new Signs(true, text, false, false, at(0), Signs.NEVER, Optional.empty());
    }

    /** Ten seconds after a connection began, or when the row says, one look at it. */
    static Stream<Arguments> looks() {
        Signs full = new Signs(true, "", true, true, at(0), at(0), Optional.empty());
        return Stream.of(
                row("no answer yet", 29, NOTHING_YET, Phase.SIGNING_IN, null, null),
                row("no answer at all", 30, NOTHING_YET, null, StreamState.DOWN, 2),
                row("accepted", 10, accepted(false, 9, -1), Phase.QUIET, null, null),
                row("accepted with hello", 10, accepted(true, 9, -1), Phase.HEALTHY, null, null),
                row("refused for who we are", 1, refused("403 Forbidden"), null, R, 300),
                row("refused as unauthorised", 1, refused("401"), null, R, 300),
                row("refused for another reason", 1, refused("500 oops"), null, R, 2),
                row("refused without a word", 1, refused("(nothing)"), null, R, 2),
                row("a second before silence", 299, accepted(true, 0, -1), Phase.HEALTHY, null, 0),
                row("silence", 300, accepted(true, 0, -1), null, StreamState.DOWN, 2),
                row("silence but pongs", 299, accepted(true, 0, 290), Phase.HEALTHY, null, null),
                row("pongs are no frames", 300, accepted(true, 0, 290), null, D, 2),
                row("no more pongs", 46, accepted(true, 0, 0), null, StreamState.DOWN, 2),
                row("frames instead of pongs", 46, accepted(true, 40, 0), Phase.HEALTHY, null, 0),
                row("a side that never pongs", 200, accepted(true, 0, -1), Phase.HEALTHY, null, 0),
                row("we have no room", 299, full, Phase.HEALTHY, null, null),
                row("we have no room for long", 4000, full, Phase.HEALTHY, null, null),
                row("closed in good order", 10, ended(true, new Ending(1001, "bye")), null, D, 2),
                row("broke", 10, ended(true, Ending.broken("x")), null, StreamState.DOWN, 2),
                row("too large", 10, ended(true, new Ending(1009, "x")), null, D, 2));
    }

    private static final StreamState R = StreamState.REFUSED;
    private static final StreamState D = StreamState.DOWN;

    private static Arguments row(
            String what, int at, Signs signs, Phase stays, StreamState leaves, Integer pause) {
        return Arguments.of(what, at, signs, stays, leaves, pause);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void oneLookDecides(
            String what, int at, Signs signs, Phase stays, StreamState leaves, Integer pause) {
        life.opened(at(0));
        Next next = life.look(at(at), signs);
        if (stays != null) {
            assertThat(next).isInstanceOf(Stay.class);
            assertThat(life.phase()).isEqualTo(stays);
            return;
        }
        Leave leave = (Leave) next;
        assertThat(leave.state()).isEqualTo(leaves);
        assertThat(leave.pause()).isEqualTo(Duration.ofSeconds(pause));
    }

    @Test
    @Tag("fault-02")
    void aHalfOpenConnectionIsNoticedWithinAMinuteAndNotAfterTheIdleTime() {
        life.opened(at(0));
        life.look(at(1), accepted(true, 1, 1));
        assertThat(life.look(at(45), accepted(true, 1, 1))).isInstanceOf(Stay.class);
        assertThat(life.look(at(60), accepted(true, 1, 1))).isInstanceOf(Leave.class);
    }

    @Test
    void pingsComeAtOnceAndThenEveryFifteenSeconds() {
        life.opened(at(0));
        assertThat(pingsAt(0)).isTrue();
        assertThat(pingsAt(14)).isFalse();
        assertThat(pingsAt(15)).isTrue();
        assertThat(pingsAt(16)).isFalse();
    }

    private boolean pingsAt(int second) {
        return ((Stay) life.look(at(second), accepted(true, second, second))).ping();
    }

    @Test
    void anAcceptedStreamThatSaysNothingIsToldOnce() {
        life.opened(at(0));
        life.look(at(1), accepted(false, 0, 0));
        assertThat(alert(life.look(at(60), accepted(false, 0, 60)))).isEmpty();
        assertThat(alert(life.look(at(61), accepted(false, 0, 60)))).contains(StreamAlert.MUTE);
        assertThat(alert(life.look(at(62), accepted(false, 0, 60)))).isEmpty();
    }

    @Test
    void theThirdFailureIsToldAndOnlyThatOne() {
        assertThat(life.unreachable("away").alert()).isEmpty();
        assertThat(life.unreachable("away").alert()).isEmpty();
        assertThat(life.unreachable("away").alert()).contains(StreamAlert.UNREACHABLE);
        assertThat(life.unreachable("away").alert()).isEmpty();
    }

    @Test
    void theSecondSilenceIsToldUnlessAnEventCameBetween() {
        assertThat(silence(false).alert()).isEmpty();
        assertThat(silence(false).alert()).contains(StreamAlert.SILENT);
        assertThat(silence(false).alert()).isEmpty();
        assertThat(silence(true).alert()).as("after an event it counts anew").isEmpty();
        assertThat(silence(false).alert()).contains(StreamAlert.SILENT);
    }

    private Leave silence(boolean event) {
        life.opened(at(0));
        life.look(at(1), accepted(event, 0, -1));
        return (Leave) life.look(at(301), accepted(event, 0, -1));
    }

    @Test
    void unauthorisedIsToldOnceHoweverOftenItIsTried() {
        assertThat(refusal().alert()).contains(StreamAlert.UNAUTHORISED);
        assertThat(refusal().alert()).isEmpty();
        assertThat(refusal().rest()).isEqualTo(Rest.UNTIL_OTHER_CREDENTIALS);
    }

    private Leave refusal() {
        life.opened(at(0));
        return (Leave) life.look(at(1), refused("403 Forbidden"));
    }

    @Test
    void pausesGrowAndAnEventMakesThemShortAgain() {
        Stream.of(2, 4, 8, 16, 32, 32)
                .forEach(
                        seconds ->
                                assertThat(life.unreachable("away").pause())
                                        .isEqualTo(Duration.ofSeconds(seconds)));
        life.opened(at(0));
        life.look(at(1), accepted(true, 0, -1));
        assertThat(life.unreachable("away").pause()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aServerThatAcceptsAndHangsUpIsCalledLessAndLessOften() {
        life.opened(at(0));
        assertThat(hangUp().pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(hangUp().pause()).isEqualTo(Duration.ofSeconds(4));
        assertThat(hangUp().pause()).isEqualTo(Duration.ofSeconds(8));
    }

    private Leave hangUp() {
        life.opened(at(0));
        return (Leave) life.look(at(1), ended(false, new Ending(1000, "bye")));
    }

    @Test
    void nobodyToConnectToIsNoServerThatCouldComeBack() {
        assertThat(life.nowhere("WHMCS is away").rest()).isEqualTo(Rest.WHOLE);
        assertThat(life.unreachable("away").rest()).isEqualTo(Rest.UNTIL_THE_SERVER_IS_BACK);
    }

    private static Optional<StreamAlert> alert(Next next) {
        return ((Stay) next).alert();
    }
}
