package com.eazybackup.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;

/** Adds a check for each Comet Server that {@code COMET_PROFILES} names. */
public class StreamChecks implements Extension {

    void add(@Observes AfterBeanDiscovery discovery) {
        StreamStandings standings = StreamStandings.ofPool();
        for (String profile : profiles(System.getenv())) {
            discovery
                    .addBean()
                    .id("stream-" + profile)
                    .types(HealthCheck.class, Object.class)
                    .qualifiers(Readiness.Literal.INSTANCE)
                    .scope(ApplicationScoped.class)
                    .createWith(context -> new StreamCheck(profile, standings));
        }
    }

    /** Only names as the settings allow them: another stops the start elsewhere. */
    static String[] profiles(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("COMET_PROFILES", "").split(","))
                .map(String::strip)
                .filter(name -> name.matches("[A-Za-z0-9_]{1,64}"))
                .distinct()
                .toArray(String[]::new);
    }
}
