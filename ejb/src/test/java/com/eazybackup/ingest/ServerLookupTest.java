package com.eazybackup.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.comet.AddressGate;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.StreamTarget;
import com.eazybackup.comet.stream.TargetSource.NoTarget;
import com.eazybackup.platform.CometProfileSettings;
import com.eazybackup.whmcs.CometServer;
import jakarta.persistence.PersistenceException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ServerLookupTest {

    private static final CometServer IN_WHMCS =
            new CometServer(URI.create("https://comet.example"), "from-whmcs", "w-secret");

    private static CometProfileSettings settings(String stream, String origin, String username) {
        return new CometProfileSettings(
                "cometbackup",
                "eazyBackup",
                Optional.ofNullable(stream).map(URI::create),
                Optional.ofNullable(origin).map(URI::create),
                Optional.ofNullable(username),
                "Password",
                Optional.ofNullable(username).map(name -> "e-secret"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Function<ProfileName, Optional<CometServer>> answers(CometServer server) {
        return profile -> Optional.ofNullable(server);
    }

    @Test
    void whmcsSaysWhereTheServerIsAndTheStreamFollowsFromIt() throws Exception {
        StreamTarget target =
                new ServerLookup(settings(null, null, null), answers(IN_WHMCS), AddressGate.OPEN)
                        .target();
        assertThat(target.address()).hasToString("wss://comet.example/api/v1/events/stream");
        assertThat(target.origin()).isEqualTo("https://comet.example");
        assertThat(target.credentials().username()).isEqualTo("from-whmcs");
    }

    @Test
    void theStreamsOwnAddressAndCredentialsGoFirstForTheStreamOnly() throws Exception {
        ServerLookup lookup =
                new ServerLookup(
                        settings("wss://stream.example/s", null, "from-env"),
                        answers(IN_WHMCS),
                        AddressGate.OPEN);
        assertThat(lookup.target().address()).hasToString("wss://stream.example/s");
        assertThat(lookup.target().credentials().username()).isEqualTo("from-env");
        assertThat(lookup.client()).hasToString("CometClient[https://comet.example]");
    }

    @Test
    void theEnvironmentIsTheFallback() throws Exception {
        ServerLookup lookup =
                new ServerLookup(
                        settings("ws://c.example:8060/api/v1/events/stream", null, "from-env"),
                        answers(null),
                        AddressGate.OPEN);
        assertThat(lookup.target().credentials().username()).isEqualTo("from-env");
        assertThat(lookup.client()).hasToString("CometClient[http://c.example:8060]");
    }

    @Test
    void whereNobodyKnowsTheReasonIsASentence() {
        ServerLookup lookup =
                new ServerLookup(settings(null, null, null), answers(null), AddressGate.OPEN);
        assertThatThrownBy(lookup::target)
                .isInstanceOf(NoTarget.class)
                .hasMessageContaining("no server group \"cometbackup\"");
    }

    @Test
    void whatWhmcsSaidLastIsUsedWhileItCannotBeAsked() throws Exception {
        boolean[] away = {false};
        ServerLookup lookup =
                new ServerLookup(
                        settings(null, null, null),
                        profile -> {
                            if (away[0]) {
                                throw new PersistenceException("the database is away");
                            }
                            return Optional.of(IN_WHMCS);
                        },
                        AddressGate.OPEN);
        lookup.target();
        away[0] = true;
        assertThat(lookup.target().credentials().username()).isEqualTo("from-whmcs");
    }

    @Test
    void theClientIsKeptUntilAddressOrCredentialsChange() throws Exception {
        CometServer[] now = {IN_WHMCS};
        ServerLookup lookup =
                new ServerLookup(
                        settings(null, null, null),
                        profile -> Optional.of(now[0]),
                        AddressGate.OPEN);
        assertThat(lookup.client()).isSameAs(lookup.client());
        var before = lookup.client();
        now[0] = new CometServer(IN_WHMCS.origin(), "from-whmcs", "new-secret");
        lookup.forget();
        assertThat(lookup.client()).isNotSameAs(before);
    }

    @Test
    void nothingThatIsShownHoldsASecret() throws Exception {
        ServerLookup lookup =
                new ServerLookup(settings(null, null, "u"), answers(IN_WHMCS), AddressGate.OPEN);
        assertThat(lookup.target() + " " + lookup.client())
                .doesNotContain("w-secret")
                .doesNotContain("e-secret");
    }
}
