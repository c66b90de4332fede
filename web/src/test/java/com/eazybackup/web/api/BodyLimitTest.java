package com.eazybackup.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

    @Test
    void theLargestBodyPasses() throws IOException {
        assertThat(
                        BodyLimit.read(
                                new ByteArrayInputStream(new byte[BodyLimit.MOST]), BodyLimit.MOST))
                .hasSize(BodyLimit.MOST);
    }

    @Test
    void oneByteMoreIsTooLarge() {
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                BodyLimit.read(
                                        new ByteArrayInputStream(new byte[BodyLimit.MOST + 1]),
                                        BodyLimit.MOST));
        assertThat(refused.problem().status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo(ProblemCode.VALIDATION);
    }

    @Test
    void onlyTheAssignmentsOfDevicesMayBeLonger() {
        assertThat(BodyLimit.most("PUT", "/device-groups/assignments"))
                .isEqualTo(BodyLimit.MOST_OF_ASSIGNMENTS);
        assertThat(BodyLimit.most("POST", "/device-groups/assignments")).isEqualTo(BodyLimit.MOST);
        assertThat(BodyLimit.most("PUT", "/device-groups/order")).isEqualTo(BodyLimit.MOST);
        assertThat(BodyLimit.most("PUT", "/x/device-groups/assignments")).isEqualTo(BodyLimit.MOST);
    }
}
