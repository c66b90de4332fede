package com.eazybackup.health;

import com.eazybackup.health.StreamStandings.Standing;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The check of one Comet Server's live stream, {@code stream-<profile>} in {@code /health/ready}.
 *
 * <p>It is always up: a Comet Server that is away is no reason to take this node out, whose pages
 * work. How the stream stands is in its data: {@code state} ({@code unknown} while the database
 * does not answer), {@code since} and {@code last_frame}, at most two seconds old.
 */
final class StreamCheck implements HealthCheck {

    private final String profile;
    private final StreamStandings standings;

    /**
     * @param standings shared by the checks of all Comet Servers
     */
    StreamCheck(String profile, StreamStandings standings) {
        this.profile = profile;
        this.standings = standings;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<Standing> standing = standings.of(profile);
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("stream-" + profile)
                        .up()
                        .withData("state", standing.map(Standing::state).orElse("unknown"));
        standing.filter(known -> known.sinceMs() > 0)
                .ifPresent(known -> answer.withData("since", time(known.sinceMs())));
        standing.filter(known -> known.frameMs() > 0)
                .ifPresent(known -> answer.withData("last_frame", time(known.frameMs())));
        return answer.build();
    }

    private static String time(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }
}
