package com.eazybackup.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which checks there are; what they say of a running server is asked elsewhere. */
class StreamChecksTest {

    @Test
    void eachCometServerOfTheSettingsHasOne() {
        assertThat(StreamChecks.profiles(Map.of("COMET_PROFILES", "cometbackup, obc,,obc")))
                .containsExactly("cometbackup", "obc");
    }

    @Test
    void aNameThatIsNoneIsLeftOut() {
        assertThat(StreamChecks.profiles(Map.of("COMET_PROFILES", "a'; DROP TABLE x,ok")))
                .containsExactly("ok");
        assertThat(StreamChecks.profiles(Map.of())).isEmpty();
    }
}
