package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.platform.CometProfileSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileSourcesTest {

    @Test
    void aProfileThatWhmcsKnowsNeedsNoVariable() {
        assertThat(ProfileSources.missing(List.of(bare()), profile -> true)).isEmpty();
    }

    @Test
    void aProfileThatNobodyKnowsNamesItsVariables() {
        assertThat(ProfileSources.missing(List.of(bare()), profile -> false))
                .hasSize(3)
                .satisfiesExactly(
                        s -> assertThat(s).startsWith("COMET_obc_ORIGIN is not set"),
                        s -> assertThat(s).startsWith("COMET_obc_USERNAME is not set"),
                        s -> assertThat(s).startsWith("COMET_obc_PASSWORD is not set"));
    }

    @Test
    void theEnvironmentAloneIsEnough() {
        CometProfileSettings profile =
                new CometProfileSettings(
                        "obc",
                        "OBC",
                        Optional.empty(),
                        Optional.of(URI.create("https://comet.example")),
                        Optional.of("portal"),
                        "Password",
                        Optional.of("hush"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(ProfileSources.missing(List.of(profile), name -> false)).isEmpty();
    }

    private static CometProfileSettings bare() {
        return new CometProfileSettings(
                "obc",
                "OBC",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Password",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
