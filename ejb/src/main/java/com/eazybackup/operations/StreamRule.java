package com.eazybackup.operations;

import com.eazybackup.comet.stream.StreamAlert;
import com.eazybackup.comet.stream.StreamState;
import com.eazybackup.ingest.IntakeStatus;
import com.eazybackup.ingest.IntakeWatch;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Alerts of live streams that stay away, and of those that came back without a word.
 *
 * <p>Away: refused, or not live for {@code EB_ALERT_STREAM_DOWN_SECS}; over when it is live.
 * Silent: the stream itself has told so ({@link StreamAlert#MUTE}, {@link StreamAlert#SILENT});
 * over when it has been live, with a frame since, for a quarter of an hour.
 */
@ApplicationScoped
public class StreamRule implements AlertRule {

    private static final Duration WELL_FOR = Duration.ofMinutes(15);

    private IntakeWatch intakes;
    private Duration patience;
    private Clock clock;
    private final Map<String, Long> toldSilent = new HashMap<>();

    StreamRule() {}

    @Inject
    public StreamRule(IntakeWatch intakes, Settings settings, Clock clock) {
        this.intakes = intakes;
        this.patience = settings.duration(Setting.EB_ALERT_STREAM_DOWN_SECS);
        this.clock = clock;
    }

    @Override
    public boolean costsQueries() {
        return false;
    }

    @Override
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        for (IntakeStatus status : intakes.all()) {
            found.add(away(status.profile(), status.stream(), patience, clock.instant()));
            found.add(silent(status.profile(), status.stream()));
        }
        return found;
    }

    /** Whether it is away. Pure. */
    static Finding away(
            String profile, IntakeStatus.Stream stream, Duration patience, Instant now) {
        if (stream.state().equals(StreamState.LIVE.wire())) {
            return Finding.close(AlertKind.STREAM_DOWN, profile);
        }
        if (stream.state().equals(StreamState.REFUSED.wire())) {
            return Finding.raise(
                    AlertKind.STREAM_DOWN,
                    profile,
                    "The server does not accept the sign-in of the live stream: "
                            + sentence(stream.reason()));
        }
        boolean tooLong = stream.since().filter(at -> !at.plus(patience).isAfter(now)).isPresent();
        return tooLong
                ? Finding.raise(
                        AlertKind.STREAM_DOWN,
                        profile,
                        "The live stream has been away since "
                                + stream.since().get().truncatedTo(ChronoUnit.SECONDS)
                                + ": "
                                + sentence(stream.reason()))
                : Finding.leave(AlertKind.STREAM_DOWN, profile);
    }

    private Finding silent(String profile, IntakeStatus.Stream stream) {
        long told = told(stream);
        Long before = toldSilent.put(profile, told);
        // Without a look before this one it is not known when it was told; the state says the rest.
        return silent(profile, stream, before != null && told > before, clock.instant());
    }

    private static long told(IntakeStatus.Stream stream) {
        return stream.alerts().getOrDefault(StreamAlert.MUTE, 0L)
                + stream.alerts().getOrDefault(StreamAlert.SILENT, 0L);
    }

    /**
     * Whether it says nothing. Pure.
     *
     * @param justTold whether the stream has told so since the last look
     */
    static Finding silent(
            String profile, IntakeStatus.Stream stream, boolean justTold, Instant now) {
        if (justTold) {
            return Finding.raise(
                    AlertKind.STREAM_SILENT,
                    profile,
                    "The live stream connects and then says nothing; it is opened again and again.");
        }
        Optional<Instant> since = stream.since();
        boolean live = stream.state().equals(StreamState.LIVE.wire());
        boolean well =
                live
                        && since.filter(at -> !at.plus(WELL_FOR).isAfter(now)).isPresent()
                        && stream.lastFrame().filter(at -> at.isAfter(since.get())).isPresent();
        return well
                ? Finding.close(AlertKind.STREAM_SILENT, profile)
                : Finding.leave(AlertKind.STREAM_SILENT, profile);
    }

    private static String sentence(String reason) {
        return reason.isEmpty()
                ? "no reason is known."
                : reason + (reason.endsWith(".") ? "" : ".");
    }
}
