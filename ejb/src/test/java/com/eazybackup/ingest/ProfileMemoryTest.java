package com.eazybackup.ingest;

import static com.eazybackup.ingest.ProfileMemory.Verdict.PASS_OVER;
import static com.eazybackup.ingest.ProfileMemory.Verdict.WRITE;
import static com.eazybackup.ingest.ProfileMemory.Verdict.WRITE_AND_ASK;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.comet.UserProfile;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfileMemoryTest {

    private static final String USER = "larkspur";
    private static final long NOW = 200;

    private final ProfileMemory memory =
            new ProfileMemory(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

    @Test
    @Tag("fault-05")
    void anEventThatHappenedBeforeTheLastOneIsPassedOver() {
        assertThat(memory.judge(USER, told("b", 20, 100))).isEqualTo(WRITE);
        assertThat(memory.judge(USER, told("a", 10, 101))).isEqualTo(PASS_OVER);
        assertThat(memory.judge(USER, told("c", 30, 102))).isEqualTo(WRITE);
    }

    @Test
    void ofTwoInTheSameSecondTheServerSaysWhichOneHolds() {
        assertThat(memory.judge(USER, told("a", 20, 100))).isEqualTo(WRITE);
        assertThat(memory.judge(USER, told("b", 20, 100))).isEqualTo(WRITE_AND_ASK);
        assertThat(memory.judge(USER, told("b", 20, 100))).as("told twice").isEqualTo(WRITE);
    }

    @Test
    @Tag("fault-03")
    void aListIsHeldAgainstWhenTheEventWasHeardWhateverTheServersClockSays() {
        memory.judge(USER, told("a", 5, 100));
        assertThat(memory.judge(USER, listed(99))).isEqualTo(PASS_OVER);
        assertThat(memory.judge(USER, listed(100))).isEqualTo(PASS_OVER);
        assertThat(memory.judge(USER, listed(101))).isEqualTo(WRITE);
        assertThat(memory.judge("somebody else", listed(99))).isEqualTo(WRITE);
    }

    @Test
    @Tag("fault-03")
    void anEventThatWaitedSinceBeforeTheListTurnsItNotBack() {
        assertThat(memory.judge(USER, listed(101))).isEqualTo(WRITE);
        assertThat(memory.judge(USER, told("a", 20, 100))).isEqualTo(PASS_OVER);
        assertThat(memory.judge(USER, told("b", 20, 102))).isEqualTo(WRITE);
    }

    @Test
    void theSameListIsWrittenWhenItsTransactionHasFailed() {
        assertThat(memory.judge(USER, listed(101))).isEqualTo(WRITE);
        assertThat(memory.judge(USER, listed(101))).isEqualTo(WRITE);
        assertThat(memory.judge(USER, listed(100))).isEqualTo(PASS_OVER);
    }

    @Test
    void whatWasHeardInAFutureThatOurClockHasTakenBackHoldsNothingUp() {
        memory.judge(USER, told("a", 20, NOW + 1));
        assertThat(memory.judge(USER, listed(NOW))).isEqualTo(WRITE);
        memory.judge(USER, listed(NOW + 1));
        assertThat(memory.judge(USER, told("b", 21, NOW))).isEqualTo(WRITE);
    }

    private static News.Profile told(String name, long at, long heard) {
        return new News.Profile(profile(name), true, at, Instant.ofEpochMilli(heard));
    }

    private static News.Profile listed(long began) {
        return News.Profile.listed(profile("listed"), Instant.ofEpochMilli(began));
    }

    private static UserProfile profile(String accountName) {
        UserProfile profile = UserProfile.empty(USER);
        ((ObjectNode) profile.tree()).put("AccountName", accountName);
        return profile;
    }
}
