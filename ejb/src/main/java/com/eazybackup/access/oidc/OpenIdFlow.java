package com.eazybackup.access.oidc;

import com.eazybackup.platform.OutgoingAddresses;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The steps of the code flow, in the words of the protocol. */
final class OpenIdFlow {

    private final OpenIdSettings settings;
    private final Clock clock;
    private final PendingSignIns pending;
    private final Provider provider;
    private final TokenCheck check;
    private final CodeExchange exchange;

    OpenIdFlow(
            OpenIdSettings settings, OutgoingAddresses outgoing, Duration patience, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.pending = new PendingSignIns(clock);
        ProviderWire wire = new ProviderWire(settings, outgoing, patience);
        this.provider = new Provider(settings, wire, clock);
        this.check = new TokenCheck(settings, provider);
        this.exchange = new CodeExchange(settings, provider, wire, check);
    }

    /**
     * @return where the browser asks for a code
     */
    URI begin(HttpServletRequest request, String next) throws OpenIdTrouble {
        ProviderDocument document = provider.document();
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        pending.keep(
                request,
                new PendingSignIn(
                        state.getValue(),
                        nonce.getValue(),
                        verifier.getValue(),
                        next,
                        clock.instant().plus(PendingSignIns.LIFE)));
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile", "email"),
                        new ClientID(settings.clientId()),
                        settings.callback())
                .endpointURI(document.authorization())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    Optional<PendingSignIn> pending(HttpServletRequest request, CallbackAnswer answer) {
        return answer.state().isEmpty() ? Optional.empty() : pending.take(request, answer.state());
    }

    Identity redeem(CallbackAnswer answer, PendingSignIn begun) throws OpenIdTrouble {
        if (!answer.error().isEmpty() || answer.code().isEmpty()) {
            throw OpenIdTrouble.refused("the provider gave no code");
        }
        boolean named = answer.issuer().isPresent();
        if (named && !answer.issuer().get().equals(settings.issuer())) {
            throw OpenIdTrouble.refused("the answer is of another issuer");
        }
        if (!named && provider.document().namesItself()) {
            throw OpenIdTrouble.refused("the answer does not name its issuer");
        }
        return exchange.redeem(answer.code(), begun);
    }

    Optional<URI> farewell(ProviderVisit visit) throws OpenIdTrouble {
        Optional<URI> end = provider.document().endSession();
        if (end.isEmpty()) {
            return end;
        }
        try {
            return Optional.of(
                    new LogoutRequest(
                                    end.get(),
                                    SignedJWT.parse(visit.idToken()),
                                    null,
                                    new ClientID(settings.clientId()),
                                    settings.afterSignOut(),
                                    null,
                                    null)
                            .toURI());
        } catch (ParseException e) {
            throw OpenIdTrouble.refused("the session holds no ID token", e);
        }
    }

    LogoutTokenClaimsSet ended(String token) throws OpenIdTrouble {
        return check.logoutToken(token);
    }
}
