package com.eazybackup.access.oidc;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Makes an {@link Identity} of a code: asks for tokens once, checks them, and asks who it is where
 * the ID token does not say the address.
 */
final class CodeExchange {

    private final OpenIdSettings settings;
    private final Provider provider;
    private final ProviderWire wire;
    private final TokenCheck check;

    CodeExchange(OpenIdSettings settings, Provider provider, ProviderWire wire, TokenCheck check) {
        this.settings = settings;
        this.provider = provider;
        this.wire = wire;
        this.check = check;
    }

    Identity redeem(String code, PendingSignIn pending) throws OpenIdTrouble {
        ProviderDocument document = provider.document();
        OIDCTokenResponse answer = tokens(document, code, pending);
        JWT idToken = answer.getOIDCTokens().getIDToken();
        AccessToken access = answer.getOIDCTokens().getAccessToken();
        if (idToken == null) {
            throw OpenIdTrouble.refused("there is no ID token");
        }
        IDTokenClaimsSet claims = check.idToken(idToken, new Nonce(pending.nonce()), access);
        return new Identity(
                claims.getSubject().getValue(),
                Optional.ofNullable(claims.getSessionID()).map(sid -> sid.getValue()),
                address(document, claims, access),
                idToken.getParsedString());
    }

    private String address(ProviderDocument document, IDTokenClaimsSet claims, AccessToken access)
            throws OpenIdTrouble {
        AddressClaim claim = new AddressClaim(settings.addressClaim(), settings.addressTrusted());
        Optional<String> told = claim.in(claims.toJSONObject());
        if (told.isPresent()) {
            return told.get();
        }
        if (document.userInfo().isEmpty()) {
            throw OpenIdTrouble.refused("nobody says the e-mail address");
        }
        UserInfo info = userInfo(document.userInfo().get(), access);
        if (!claims.getSubject().equals(info.getSubject())) {
            throw OpenIdTrouble.refused("the userinfo is somebody else's");
        }
        return claim.in(info.toJSONObject())
                .orElseThrow(() -> OpenIdTrouble.refused("nobody says the e-mail address"));
    }

    private OIDCTokenResponse tokens(ProviderDocument document, String code, PendingSignIn pending)
            throws OpenIdTrouble {
        TokenRequest request =
                new TokenRequest.Builder(
                                document.token(),
                                proof(document),
                                new AuthorizationCodeGrant(
                                        new AuthorizationCode(code),
                                        settings.callback(),
                                        new CodeVerifier(pending.verifier())))
                        .build();
        try {
            TokenResponse answer =
                    OIDCTokenResponseParser.parse(ask(request.toHTTPRequest(), "token"));
            if (answer instanceof OIDCTokenResponse tokens) {
                return tokens;
            }
            throw OpenIdTrouble.refused(
                    "the code was refused, "
                            + answer.toErrorResponse().getErrorObject().getHTTPStatusCode());
        } catch (ParseException e) {
            throw OpenIdTrouble.refused("the token endpoint's answer cannot be read");
        }
    }

    private UserInfo userInfo(URI address, AccessToken access) throws OpenIdTrouble {
        try {
            UserInfoResponse answer =
                    UserInfoResponse.parse(
                            ask(new UserInfoRequest(address, access).toHTTPRequest(), "userinfo"));
            if (answer.indicatesSuccess() && answer.toSuccessResponse().getUserInfo() != null) {
                return answer.toSuccessResponse().getUserInfo();
            }
            throw OpenIdTrouble.refused("the userinfo endpoint refused");
        } catch (ParseException e) {
            throw OpenIdTrouble.refused("the userinfo endpoint's answer cannot be read");
        }
    }

    private ClientAuthentication proof(ProviderDocument document) {
        ClientID id = new ClientID(settings.clientId());
        Secret secret = new Secret(settings.clientSecret());
        return document.secretInForm()
                ? new ClientSecretPost(id, secret)
                : new ClientSecretBasic(id, secret);
    }

    private HTTPResponse ask(HTTPRequest request, String endpoint) throws OpenIdTrouble {
        try {
            HTTPResponse answer = wire.send(request);
            int status = answer.getStatusCode();
            if (status >= 500 || status == 408 || status == 429) {
                throw OpenIdTrouble.unreachable(
                        "the " + endpoint + " endpoint answered with " + status, null);
            }
            return answer;
        } catch (IOException e) {
            throw OpenIdTrouble.unreachable("the " + endpoint + " endpoint did not answer", e);
        }
    }
}
