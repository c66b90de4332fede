package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void addressesLoseTheirSlashAndGainTheStream() {
        CometServerAddress address =
                new CometServerAddress(URI.create("https://comet.example:8060//"));
        assertThat(address).hasToString("https://comet.example:8060");
        assertThat(address.stream()).hasToString("wss://comet.example:8060/api/v1/events/stream");
        assertThat(CometServerAddress.ofStream(URI.create("ws://h:1/api/v1/events/stream")))
                .hasToString("http://h:1");
        assertThatThrownBy(() -> new CometServerAddress(URI.create("comet.example")))
                .hasMessageContaining("http(s)://host");
    }

    @Test
    void credentialsShowNoSecret() {
        CometCredentials credentials =
                new CometCredentials("portal", "PasswordTOTP", "pass-1", "session-2", "totp-3");
        assertThat(credentials.toString())
                .contains("portal")
                .doesNotContain("pass-1", "session-2", "totp-3");
    }

    @Test
    void secretsAreTakenOutOfAnyDepthAndSwitchesStay() throws Exception {
        JsonNode tree =
                JSON.readTree(
                        """
                        {"Description":"v","CometBucketKey":"x","S3SecretKey":"x","B2":{"Key":"x","Bucket":"b"},
                         "SpanTargets":[{"SFTPPassword":"x","SFTPServer":"s"}],"AllowPasswordLogin":true,
                         "EngineProps":{"SMBAUTH-0":"{}","INCLUDE-0000":"C:"}}
                        """);
        assertThat(Secrets.without(tree))
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"Description":"v","B2":{"Bucket":"b"},"SpanTargets":[{"SFTPServer":"s"}],
                                 "AllowPasswordLogin":true,"EngineProps":{"INCLUDE-0000":"C:"}}
                                """));
        assertThat(tree.has("CometBucketKey")).isTrue();
    }

    @Test
    void emptyMapsOfAProfileComeInThreeWaysAndAMissingOneIsNoCompleteProfile() throws Exception {
        UserProfile three =
                new UserProfile(
                        JSON.readTree(
                                "{\"Username\":\"u\",\"Devices\":null,\"Sources\":[],\"Destinations\":{}}"));
        assertThat(three.complete()).isTrue();
        assertThat(three.devices()).isEmpty();
        assertThat(three.items()).isEmpty();
        assertThat(three.vaults()).isEmpty();
        assertThat(
                        new UserProfile(
                                        JSON.readTree(
                                                "{\"Username\":\"u\",\"Devices\":{},\"Sources\":{}}"))
                                .complete())
                .isFalse();
    }

    @Test
    void aVaultThatWasNeverMeasuredCountsWhatItsPartsHold() throws Exception {
        String vault =
                "{\"Description\":\"v\",\"DestinationType\":1003,\"Statistics\":{\"ClientProvidedSize\":"
                        + "{\"Size\":0},\"ClientProvidedContent\":{\"Components\":[{\"Bytes\":3},{\"Bytes\":4}]}}}";
        assertThat(VaultConfig.from(JSON.readTree(vault)).bytes()).isEqualTo(7);
        assertThat(
                        VaultConfig.from(
                                        JSON.readTree(
                                                "{\"Statistics\":{\"ClientProvidedContent\":"
                                                        + "{\"Components\":null}}}"))
                                .bytes())
                .isZero();
    }

    @Test
    void aJobWithoutAnIdentityIsNone() throws Exception {
        assertThat(JobDetail.from(JSON.readTree("{\"GUID\":\"\",\"Status\":0}"))).isEmpty();
    }
}
