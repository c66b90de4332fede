package com.eazybackup.access.oidc;

import static com.eazybackup.access.oidc.TestProvider.MIRA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.simulator.openid.Lie;
import com.eazybackup.simulator.openid.OpenIdSwitches.Proof;
import com.eazybackup.simulator.openid.OpenIdSwitches.Subject;
import com.eazybackup.simulator.openid.OpenIdSwitches.Told;
import com.eazybackup.simulator.openid.OpenIdSwitches.Verified;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is believed of a provider's tokens, over the wire. */
class BelievedTokensTest {

    private static final TestProvider PROVIDER = new TestProvider();

    @AfterEach
    void mend() {
        PROVIDER.mend();
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void whoSignedInAtTheProviderIsKnownByTheirAddress() throws OpenIdTrouble {
        Identity mira = PROVIDER.side().signIn(MIRA);

        assertThat(mira.email()).isEqualTo(MIRA);
        assertThat(mira.session()).isPresent();
        assertThat(mira.idToken().split("\\.")).hasSize(3);
        assertThat(mira.toString()).doesNotContain(mira.idToken());
    }

    @ParameterizedTest
    @Tag("fault-26")
    @CsvSource(
            delimiter = '|',
            value = {
                "WRONG_ISSUER | issuer",
                "OTHER_TENANT | issuer",
                "WRONG_AUDIENCE | audience",
                "MORE_AUDIENCES | others, too",
                "OTHER_PARTY | asked for by another client",
                "WRONG_NONCE | nonce",
                "NO_NONCE | nonce",
                "EXPIRED | Expired",
                "FROM_THE_FUTURE | ahead of current time",
                "UNSIGNED | Signed ID token expected",
                "PUBLIC_KEY_AS_SECRET | Another algorithm",
                "CLIENT_SECRET_AS_KEY | Another algorithm",
                "UNKNOWN_KEY | no matching key",
                "FORGED_SIGNATURE | Invalid signature",
                "TAMPERED | Invalid signature",
                "WRONG_ACCESS_HASH | hash",
                "NO_SUBJECT | sub",
                "NO_ID_TOKEN | no ID token",
                "FOREIGN_DISCOVERY | another issuer"
            })
    void aTokenThatIsNotGoodIsRefused(Lie lie, String reason) {
        PROVIDER.switches().lie = lie;

        assertThatThrownBy(() -> PROVIDER.side().signIn(MIRA))
                .isInstanceOf(OpenIdTrouble.class)
                .hasMessageContaining(reason)
                .extracting(trouble -> ((OpenIdTrouble) trouble).kind())
                .isEqualTo(OpenIdTrouble.Kind.REFUSED);
    }

    @Test
    void clocksMayDifferByAMinute() throws OpenIdTrouble {
        PROVIDER.switches().lie = Lie.JUST_EXPIRED;

        assertThat(PROVIDER.side().signIn(MIRA).email()).isEqualTo(MIRA);
    }

    @Test
    @Tag("fault-26")
    void aCodeIsGoodOnce() throws OpenIdTrouble {
        PendingSignIn pending = TestProvider.pending();
        String code = PROVIDER.code("portal", pending, MIRA);
        TestProvider.Side side = PROVIDER.side();
        side.redeem(code, pending);

        assertThatThrownBy(() -> side.redeem(code, pending))
                .hasMessageContaining("code was refused");
    }

    @Test
    @Tag("fault-26")
    void aCodeOfAnotherClientIsRefused() {
        PendingSignIn pending = TestProvider.pending();
        String code = PROVIDER.code("another-portal", pending, MIRA);

        assertThatThrownBy(() -> PROVIDER.side().redeem(code, pending))
                .hasMessageContaining("code was refused");
    }

    @Test
    @Tag("fault-26")
    void aCodeOfAnotherClientIsRefusedEvenWhenTheProviderHonoursIt() {
        PROVIDER.switches().lie = Lie.CODES_FOR_ALL;
        PendingSignIn pending = TestProvider.pending();
        String code = PROVIDER.code("another-portal", pending, MIRA);

        assertThatThrownBy(() -> PROVIDER.side().redeem(code, pending))
                .hasMessageContaining("audience");
    }

    @Test
    @Tag("fault-26")
    void aStolenCodeIsWorthNothingWithoutWhatItsBrowserKnows() {
        String code = PROVIDER.code("portal", TestProvider.pending(), MIRA);

        assertThatThrownBy(() -> PROVIDER.side().redeem(code, TestProvider.pending()))
                .hasMessageContaining("code was refused");
        PROVIDER.switches().lie = Lie.CODES_FOR_ALL; // a provider without PKCE: the nonce holds
        assertThatThrownBy(() -> PROVIDER.side().redeem(code, TestProvider.pending()))
                .hasMessageContaining("nonce");
    }

    @Test
    void keysMayBeReplacedAtAnyTime() throws OpenIdTrouble {
        TestProvider.Side side = PROVIDER.side();
        side.signIn(MIRA);

        PROVIDER.openId().rotateKeys();

        assertThat(side.signIn(MIRA).email()).isEqualTo(MIRA);
    }

    @ParameterizedTest
    @EnumSource(
            value = Verified.class,
            names = {"YES", "YES_AS_TEXT"})
    void anAddressThatIsSaidToBeVerifiedIsBelieved(Verified verified) throws OpenIdTrouble {
        PROVIDER.switches().verified = verified;

        assertThat(PROVIDER.side().signIn(MIRA).email()).isEqualTo(MIRA);
    }

    @ParameterizedTest
    @Tag("fault-26")
    @EnumSource(
            value = Verified.class,
            names = {"NO", "ABSENT"})
    void anAddressThatNobodyVerifiedIsBelievedByOrderAlone(Verified verified) throws OpenIdTrouble {
        PROVIDER.switches().verified = verified;

        assertThatThrownBy(() -> PROVIDER.side().signIn(MIRA)).hasMessageContaining("not verified");
        assertThat(PROVIDER.side("EB_OIDC_TRUST_EMAIL", "1").signIn(MIRA).email()).isEqualTo(MIRA);
    }

    @Test
    void anAddressThatTheIdTokenDoesNotSayIsAskedFor() throws OpenIdTrouble {
        PROVIDER.switches().emailTold = Told.USERINFO;

        assertThat(PROVIDER.side().signIn(MIRA).email()).isEqualTo(MIRA);
        PROVIDER.switches().lie = Lie.USERINFO_OF_ANOTHER;
        assertThatThrownBy(() -> PROVIDER.side().signIn(MIRA))
                .hasMessageContaining("somebody else's");
        PROVIDER.mend();
        PROVIDER.switches().emailTold = Told.NOWHERE;
        assertThatThrownBy(() -> PROVIDER.side().signIn(MIRA))
                .hasMessageContaining("nobody says the e-mail address");
    }

    @Test
    void anotherClaimMayHoldTheAddressByOrder() throws OpenIdTrouble {
        PROVIDER.switches().subject = Subject.EMAIL;

        assertThat(
                        PROVIDER.side("EB_OIDC_MATCH", "sub", "EB_OIDC_TRUST_EMAIL", "1")
                                .signIn(MIRA)
                                .email())
                .isEqualTo(MIRA);
        PROVIDER.switches().subject = Subject.NUMBER;
        assertThatThrownBy(
                        () ->
                                PROVIDER.side("EB_OIDC_MATCH", "sub", "EB_OIDC_TRUST_EMAIL", "1")
                                        .signIn(MIRA))
                .hasMessageContaining("holds no e-mail address");
    }

    @ParameterizedTest
    @EnumSource(Subject.class)
    void whateverTheSubjectHoldsTheAddressCounts(Subject subject) throws OpenIdTrouble {
        PROVIDER.switches().subject = subject;

        assertThat(PROVIDER.side().signIn(MIRA).email()).isEqualTo(MIRA);
    }

    @ParameterizedTest
    @EnumSource(Proof.class)
    void theSecretGoesWhereTheProviderWantsIt(Proof proof) throws OpenIdTrouble {
        PROVIDER.switches().clientProof = proof;

        assertThat(PROVIDER.side().signIn(MIRA).email()).isEqualTo(MIRA);
    }

    @Test
    void aShortDiscoveryDocumentWillDo() throws OpenIdTrouble {
        PROVIDER.switches().discoveryIsComplete = false;
        PROVIDER.switches().accessTokenHashed = false;
        PROVIDER.switches().sessionNamed = false;

        Identity mira = PROVIDER.side().signIn(MIRA);

        assertThat(mira.session()).isEmpty();
    }

    @Test
    void ellipticKeysAreTakenWhereTheProviderNamesThem() throws OpenIdTrouble {
        PROVIDER.switches().ellipticKeys = true;

        assertThat(PROVIDER.side().signIn(MIRA).email()).isEqualTo(MIRA);
        PROVIDER.switches().discoveryIsComplete = false; // then RS256 alone is agreed
        assertThatThrownBy(() -> PROVIDER.side().signIn(MIRA))
                .hasMessageContaining("Another algorithm");
    }
}
