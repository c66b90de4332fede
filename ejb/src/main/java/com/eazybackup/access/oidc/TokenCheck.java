package com.eazybackup.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.text.ParseException;

/**
 * What is believed of a token: signed with a published key by RS256 or ES256, of exactly this
 * issuer, for this client alone, neither over nor yet to come by more than a minute, and an answer
 * to our own question (nonce). Times are held against the clock of this machine.
 */
final class TokenCheck {

    private static final int SKEW_SECONDS = 60;
    private static final int LONGEST = 32 * 1024;

    private final OpenIdSettings settings;
    private final Provider provider;

    TokenCheck(OpenIdSettings settings, Provider provider) {
        this.settings = settings;
        this.provider = provider;
    }

    IDTokenClaimsSet idToken(JWT token, Nonce nonce, AccessToken access) throws OpenIdTrouble {
        try {
            IDTokenValidator validator = new IDTokenValidator(issuer(), client(), keys(), null);
            validator.setMaxClockSkew(SKEW_SECONDS);
            IDTokenClaimsSet claims = validator.validate(token, nonce);
            if (claims.getAudience().size() != 1) {
                throw OpenIdTrouble.refused("the ID token is for others, too");
            }
            if (claims.getAuthorizedParty() != null
                    && !claims.getAuthorizedParty().getValue().equals(settings.clientId())) {
                throw OpenIdTrouble.refused("the ID token was asked for by another client");
            }
            if (claims.getAccessTokenHash() != null) {
                AccessTokenValidator.validate(
                        access,
                        JWSAlgorithm.parse(token.getHeader().getAlgorithm().getName()),
                        claims.getAccessTokenHash());
            }
            return claims;
        } catch (RateLimitReachedException e) {
            throw OpenIdTrouble.refused("the key is unknown, and keys were asked for just now");
        } catch (KeySourceException e) {
            throw OpenIdTrouble.unreachable("the provider's keys did not come", e);
        } catch (BadJOSEException | JOSEException | InvalidHashException e) {
            throw OpenIdTrouble.refused("the ID token is not good", e);
        }
    }

    LogoutTokenClaimsSet logoutToken(String text) throws OpenIdTrouble {
        if (text == null || text.length() > LONGEST) {
            throw OpenIdTrouble.refused("no logout token");
        }
        try {
            LogoutTokenClaimsSet claims =
                    new LogoutTokenValidator(issuer(), client(), false, keys(), null)
                            .validate(JWTParser.parse(text));
            if (claims.getAudience().size() != 1) {
                throw OpenIdTrouble.refused("the logout token is for others, too");
            }
            return claims;
        } catch (RateLimitReachedException e) {
            throw OpenIdTrouble.refused("the key is unknown, and keys were asked for just now");
        } catch (KeySourceException e) {
            throw OpenIdTrouble.unreachable("the provider's keys did not come", e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw OpenIdTrouble.refused("the logout token is not good", e);
        }
    }

    private Issuer issuer() {
        return new Issuer(settings.issuer());
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    private JWSVerificationKeySelector<SecurityContext> keys() throws OpenIdTrouble {
        ProviderDocument document = provider.document();
        return new JWSVerificationKeySelector<>(document.algorithms(), provider.keys(document));
    }
}
