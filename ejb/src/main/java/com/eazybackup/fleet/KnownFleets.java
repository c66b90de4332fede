package com.eazybackup.fleet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The devices of the clients whose pages are being looked at, and how they stand: kept in memory,
 * so that no page judges, counts, searches or sorts a fleet in the database.
 *
 * <p>Guarantee: an answer has all that was committed with its line of the change feed, and each
 * snooze, before it was asked for. Verdicts that time alone changes are right to the second. A
 * client's devices are kept under its scope and read within it: another scope, even of the same
 * client, is read anew.
 *
 * <p>Cost: one query for an answer, whatever the fleet, and one more when devices have changed; and
 * one when its groups have; many who ask at once share them; four that read all of the client's
 * devices and groups when nobody has asked for {@link #UNUSED}, when {@link KnownFleet#KEPT} is
 * over, or after a thousand changes at once.
 *
 * <p>Limits: {@link #MOST_DEVICES} on each node, about a kilobyte of memory each; whoever has not
 * been asked for longest is forgotten. A single client with more is read anew each time. What no
 * line of the feed tells is up to {@link KnownFleet#KEPT} late.
 */
@ApplicationScoped
public class KnownFleets {

    static final int MOST_DEVICES = 150_000;

    static final Duration UNUSED = Duration.ofMinutes(30);

    // A client without devices takes some room, too.
    private static final int AT_LEAST = 10;

    private record Key(int client, String mark) {}

    /** The number of devices is what the cache weighs, and it weighs when something is put. */
    private record Kept(KnownFleet fleet, int devices) {}

    private DataSource database;
    private StandingRule rule;
    private ChangeLog feed;
    private Cache<Key, Kept> fleets;

    KnownFleets() {}

    @Inject
    public KnownFleets(DataSource database, Clock clock, StandingRule rule, ChangeLog feed) {
        this.database = database;
        this.rule = rule;
        this.feed = feed;
        this.fleets =
                Caffeine.newBuilder()
                        .maximumWeight(MOST_DEVICES)
                        .weigher((Key key, Kept kept) -> Math.max(AT_LEAST, kept.devices()))
                        .expireAfterAccess(UNUSED)
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .build();
    }

    /**
     * @param scope not empty
     * @throws FleetUnreadable when the database does not answer
     */
    JudgedFleet of(ClientScope scope, Instant now) {
        try {
            return fleet(scope).at(now, database);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    /**
     * One query more when one of the client's jobs has begun or ended.
     *
     * @param scope not empty
     * @throws FleetUnreadable when the database does not answer
     */
    public DayOfClient day(ClientScope scope, Instant now) {
        try {
            return fleet(scope).dayAt(now, database);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    private KnownFleet fleet(ClientScope scope) {
        Key key = new Key(scope.client().value(), scope.mark());
        return fleets.get(key, absent -> new Kept(make(scope, key), 0)).fleet();
    }

    private KnownFleet make(ClientScope scope, Key key) {
        return new KnownFleet(scope, rule, feed, devices -> weigh(key, devices));
    }

    private void weigh(Key key, int devices) {
        fleets.asMap().computeIfPresent(key, (same, kept) -> new Kept(kept.fleet(), devices));
    }
}
