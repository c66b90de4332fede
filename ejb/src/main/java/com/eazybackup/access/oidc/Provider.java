package com.eazybackup.access.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The provider as it last described itself, and its keys.
 *
 * <p>Guarantee: the description is a minute old at most, so that nobody is sent to a provider that
 * is away; after a failure it is asked again after five seconds at the earliest. Keys are kept for
 * a quarter of an hour; a token with an unknown key makes them be read again, twice in half a
 * minute at most, whoever sends such tokens.
 */
final class Provider {

    private static final Duration DOCUMENT_LIFE = Duration.ofSeconds(60);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration KEYS_LIFE = Duration.ofMinutes(15);
    private static final Duration KEYS_OUTAGE = Duration.ofHours(1);
    private static final Duration KEYS_AGAIN = Duration.ofSeconds(30);

    private final OpenIdSettings settings;
    private final ProviderWire wire;
    private final Clock clock;
    private ProviderDocument document;
    private Instant read = Instant.EPOCH;
    private OpenIdTrouble failure;
    private Instant failed = Instant.EPOCH;
    private URI keysAddress;
    private JWKSource<SecurityContext> keys;

    Provider(OpenIdSettings settings, ProviderWire wire, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
    }

    /** Asks one at a time: who waits takes what the first has found. */
    synchronized ProviderDocument document() throws OpenIdTrouble {
        Instant now = clock.instant();
        if (document != null && now.isBefore(read.plus(DOCUMENT_LIFE))) {
            return document;
        }
        if (failure != null && now.isBefore(failed.plus(AFTER_FAILURE))) {
            throw failure;
        }
        try {
            document = ProviderDocument.parse(fetch(), settings.issuer());
            read = clock.instant();
            failure = null;
            return document;
        } catch (OpenIdTrouble e) {
            failure = e;
            failed = clock.instant();
            throw e;
        }
    }

    synchronized JWKSource<SecurityContext> keys(ProviderDocument of) throws OpenIdTrouble {
        if (keys == null || !of.keys().equals(keysAddress)) {
            keysAddress = of.keys();
            keys =
                    JWKSourceBuilder.create(url(keysAddress), wire)
                            .cache(KEYS_LIFE.toMillis(), ProviderWire.PATIENCE.toMillis())
                            .refreshAheadCache(false)
                            .rateLimited(KEYS_AGAIN.toMillis())
                            .outageTolerant(KEYS_OUTAGE.toMillis())
                            .build();
        }
        return keys;
    }

    private String fetch() throws OpenIdTrouble {
        try {
            return wire.retrieveResource(url(settings.discovery())).getContent();
        } catch (IOException e) {
            throw OpenIdTrouble.unreachable("the discovery document did not come", e);
        }
    }

    private static URL url(URI address) throws OpenIdTrouble {
        try {
            return address.toURL();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw OpenIdTrouble.refused("no usable address", e);
        }
    }
}
