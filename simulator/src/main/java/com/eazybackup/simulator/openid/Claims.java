package com.eazybackup.simulator.openid;

import com.eazybackup.simulator.DemoCustomers.Person;
import com.eazybackup.simulator.openid.OpenIdSwitches.Told;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;

/** What tokens and the userinfo endpoint say about somebody. */
final class Claims {

    static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int LIFE = 300;

    private final OpenIdSwitches switches;
    private final Clock clock;
    private final String issuer;

    Claims(OpenIdSwitches switches, Clock clock, String issuer) {
        this.switches = switches;
        this.clock = clock;
        this.issuer = issuer;
    }

    ObjectNode idToken(Grant grant, String accessToken) {
        Lie lie = switches.lie;
        ObjectNode claims = common(grant.client());
        long now = claims.path("iat").asLong();
        claims.put("exp", now + LIFE).put("auth_time", now);
        if (lie != Lie.NO_SUBJECT) {
            claims.put("sub", subject(grant.person()));
        }
        if (!grant.nonce().isEmpty() && lie != Lie.NO_NONCE) {
            claims.put("nonce", lie == Lie.WRONG_NONCE ? "another" : grant.nonce());
        }
        if (switches.accessTokenHashed) {
            String hashed = lie == Lie.WRONG_ACCESS_HASH ? "another token" : accessToken;
            claims.put("at_hash", leftHalf(hashed));
        }
        if (switches.sessionNamed) {
            claims.put("sid", grant.session());
        }
        if (switches.emailTold == Told.ID_TOKEN) {
            address(claims, grant.person());
        }
        switch (lie) {
            case MORE_AUDIENCES -> claims.putArray("aud").add(grant.client()).add("somebody-else");
            case OTHER_PARTY -> claims.put("azp", "somebody-else");
            case EXPIRED -> claims.put("iat", now - 420).put("exp", now - 120);
            case JUST_EXPIRED -> claims.put("iat", now - 330).put("exp", now - 30);
            case FROM_THE_FUTURE -> claims.put("iat", now + 300).put("exp", now + 600);
            default -> claims.put("azp", grant.client());
        }
        return claims;
    }

    ObjectNode logout(String client, Person person, String session) {
        ObjectNode claims = common(client).put("jti", UUID.randomUUID().toString());
        claims.put("exp", claims.path("iat").asLong() + 120).put("sub", subject(person));
        if (switches.sessionNamed) {
            claims.put("sid", session);
        }
        if (switches.lie != Lie.LOGOUT_WITHOUT_EVENT) {
            claims.putObject("events").putObject(LOGOUT_EVENT);
        }
        if (switches.lie == Lie.LOGOUT_WITH_NONCE) {
            claims.put("nonce", "n");
        }
        if (switches.lie == Lie.EXPIRED) {
            long now = claims.path("iat").asLong();
            claims.put("iat", now - 420).put("exp", now - 120);
        }
        return claims;
    }

    ObjectNode userInfo(Person person) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        boolean another = switches.lie == Lie.USERINFO_OF_ANOTHER;
        info.put("sub", another ? "somebody-else" : subject(person));
        info.put("name", person.firstName() + " " + person.lastName());
        if (switches.emailTold != Told.NOWHERE) {
            address(info, person);
        }
        return info;
    }

    private ObjectNode common(String client) {
        String from =
                switch (switches.lie) {
                    case WRONG_ISSUER -> "https://elsewhere.example";
                    case OTHER_TENANT -> issuer + "/tenant2";
                    default -> issuer;
                };
        boolean foreign = switches.lie == Lie.WRONG_AUDIENCE;
        return JsonNodeFactory.instance
                .objectNode()
                .put("iss", from)
                .put("aud", foreign ? "another-portal" : client)
                .put("iat", clock.instant().getEpochSecond());
    }

    String subject(Person person) {
        return switch (switches.subject) {
            case NUMBER -> Integer.toString(person.userId());
            case EMAIL -> person.email();
            case UUID ->
                    UUID.nameUUIDFromBytes(person.email().getBytes(StandardCharsets.UTF_8))
                            .toString();
        };
    }

    private void address(ObjectNode claims, Person person) {
        claims.put("email", person.email());
        switch (switches.verified) {
            case YES -> claims.put("email_verified", true);
            case YES_AS_TEXT -> claims.put("email_verified", "true");
            case NO -> claims.put("email_verified", false);
            case ABSENT -> claims.remove("email_verified");
        }
    }

    private static String leftHalf(String token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.US_ASCII));
            return SigningKeys.text(Arrays.copyOf(hash, hash.length / 2));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
