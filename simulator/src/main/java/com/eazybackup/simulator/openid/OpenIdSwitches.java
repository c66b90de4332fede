package com.eazybackup.simulator.openid;

import com.eazybackup.simulator.switches.Trouble;
import com.eazybackup.simulator.switches.Unsettled;

/**
 * What WHMCS does not document about itself as a provider, and how a provider misbehaves. WHMCS
 * names its discovery document, the scopes openid, profile and email, and the flow with a code; all
 * else is a question here.
 */
public final class OpenIdSwitches {

    /** What {@code sub} may hold. */
    public enum Subject {
        NUMBER,
        UUID,
        EMAIL
    }

    /** What is said about the e-mail address having been verified. */
    public enum Verified {
        YES,
        YES_AS_TEXT,
        NO,
        ABSENT
    }

    /** Where the e-mail address is told. */
    public enum Told {
        ID_TOKEN,
        USERINFO,
        NOWHERE
    }

    /** How the client may prove itself. */
    public enum Proof {
        BASIC,
        POST,
        UNSAID
    }

    @Unsettled("What sub holds: the user's number, something random, or the address.")
    public volatile Subject subject = Subject.UUID;

    @Unsettled("What email_verified says, if it is there at all.")
    public volatile Verified verified = Verified.YES;

    @Unsettled("Where the address is: in the ID token, or at the userinfo endpoint alone.")
    public volatile Told emailTold = Told.ID_TOKEN;

    @Unsettled("How the client proves itself to the token endpoint, as the discovery says.")
    public volatile Proof clientProof = Proof.BASIC;

    @Unsettled("The ID token has at_hash.")
    public volatile boolean accessTokenHashed = true;

    @Unsettled("The discovery names lists of what is supported, PKCE among it.")
    public volatile boolean discoveryIsComplete = true;

    @Unsettled("There is an end_session_endpoint.")
    public volatile boolean endSessionOffered = true;

    @Unsettled("Clients are told of an end by a back-channel logout token.")
    public volatile boolean backChannelOffered = true;

    @Unsettled("ID tokens are signed with ES256; else with RS256.")
    public volatile boolean ellipticKeys;

    @Unsettled("ID tokens name their session in sid.")
    public volatile boolean sessionNamed = true;

    @Unsettled("The answer to the browser names the issuer, RFC 9207.")
    public volatile boolean issuerInAnswer = true;

    @Trouble("What is wrong with what the provider issues.")
    public volatile Lie lie = Lie.NONE;
}
