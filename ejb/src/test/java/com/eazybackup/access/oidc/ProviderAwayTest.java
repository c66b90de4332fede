package com.eazybackup.access.oidc;

import static com.eazybackup.access.oidc.TestProvider.MIRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.http.Fault;
import com.eazybackup.simulator.openid.Lie;
import com.eazybackup.simulator.openid.OpenIdProvider;
import com.eazybackup.testing.MovedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider that is away, slow, broken or too talkative. */
class ProviderAwayTest {

    private static final TestProvider PROVIDER = new TestProvider();

    /** For an answer that never comes. */
    private static final Duration SHORT = Duration.ofMillis(600);

    @AfterEach
    void mend() {
        PROVIDER.mend();
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @ParameterizedTest
    @Tag("fault-26")
    @EnumSource(
            value = Fault.Kind.class,
            names = {"HANG", "STATUS", "HTML", "TRUNCATED", "DROP"})
    void atTheTokenEndpointItIsSaidToBeAway(Fault.Kind kind) {
        Duration patience = kind == Fault.Kind.HANG ? SHORT : ProviderWire.PATIENCE;
        TestProvider.Side side = PROVIDER.side(patience, Clock.systemUTC());
        int value = kind == Fault.Kind.TRUNCATED ? 40 : kind.usualValue();
        PROVIDER.whmcs().faults().add(Fault.always(kind).onPath("/oauth/token.php").value(value));

        assertThatThrownBy(() -> side.signIn(MIRA))
                .extracting(trouble -> ((OpenIdTrouble) trouble).kind())
                .isEqualTo(OpenIdTrouble.Kind.UNREACHABLE);
    }

    @Test
    void aDocumentWithoutEndIsNotReadToItsEnd() {
        PROVIDER.switches().lie = Lie.ENDLESS_DISCOVERY;

        assertThatThrownBy(() -> PROVIDER.side().provider().document())
                .hasStackTraceContaining("longer than 524288 bytes");
    }

    @Test
    void nobodyIsSentElsewhereWithOurSecret() {
        PROVIDER.switches().lie = Lie.REDIRECTS;

        assertThatThrownBy(() -> PROVIDER.side().signIn(MIRA))
                .isInstanceOf(OpenIdTrouble.class)
                .extracting(trouble -> ((OpenIdTrouble) trouble).kind())
                .isEqualTo(OpenIdTrouble.Kind.REFUSED);
    }

    @Test
    void whatWasReadHoldsForAMinuteAndAFailureForFiveSeconds() throws OpenIdTrouble {
        MovedClock clock = new MovedClock(Instant.parse("2026-03-01T00:00:00Z"));
        Provider provider = PROVIDER.side(ProviderWire.PATIENCE, clock).provider();
        provider.document();
        PROVIDER.whmcs()
                .faults()
                .add(Fault.always(Fault.Kind.STATUS).onPath(OpenIdProvider.DISCOVERY).times(1));

        clock.forward(Duration.ofSeconds(59));
        provider.document();
        clock.forward(Duration.ofSeconds(2));
        assertThatThrownBy(provider::document).isInstanceOf(OpenIdTrouble.class);
        assertThatThrownBy(provider::document).isInstanceOf(OpenIdTrouble.class); // not asked again
        clock.forward(Duration.ofSeconds(5));
        assertThat(provider.document().endSession()).isPresent();
    }

    @Test
    void keysThatAreUnknownAreNotAskedForWithoutEnd() throws OpenIdTrouble {
        TestProvider.Side side = PROVIDER.side();
        side.signIn(MIRA);
        PROVIDER.switches().lie = Lie.UNKNOWN_KEY;
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> side.signIn(MIRA))
                    .extracting(trouble -> ((OpenIdTrouble) trouble).kind())
                    .isEqualTo(OpenIdTrouble.Kind.REFUSED);
        }
        assertThatThrownBy(() -> side.signIn(MIRA)).hasMessageContaining("asked for just now");
        PROVIDER.switches().lie = Lie.NONE;
        PROVIDER.whmcs().faults().add(Fault.always(Fault.Kind.HANG).onPath("/oauth/certs.php"));

        assertThat(side.signIn(MIRA).email()).isEqualTo(MIRA); // the known ones are still there
    }
}
