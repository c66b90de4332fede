package com.eazybackup.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BodyLimitTest {

    @Test
    void theLargestBodyPasses() throws IOException {
        assertThat(BodyLimit.read(new ByteArrayInputStream(new byte[BodyLimit.MOST])))
                .hasSize(BodyLimit.MOST);
    }

    @Test
    void oneByteMoreIsTooLarge() {
        ProblemException refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                BodyLimit.read(
                                        new ByteArrayInputStream(new byte[BodyLimit.MOST + 1])));
        assertThat(refused.problem().status()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo(ProblemCode.VALIDATION);
    }
}
