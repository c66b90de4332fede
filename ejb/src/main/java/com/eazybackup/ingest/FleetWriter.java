package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.platform.OutageLog;
import com.eazybackup.whmcs.ClientResolver;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Turns news of one Comet Server into rows: many at once, in one transaction, with the change feed
 * as its last statement. There is one writer per server; who comes second waits.
 *
 * <p>Guarantee: news that were taken are written, however long the database is away, or reported as
 * left out because their data cannot be stored. Applying the same news twice, late or out of order
 * ends in the same rows, and what changes nothing adds nothing to the feed.
 *
 * <p>Limits: news of a user that belongs to no client are left out and counted.
 */
final class FleetWriter {

    private static final Logger LOG = System.getLogger(FleetWriter.class.getName());
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final ProfileName profile;
    private final DataSource database;
    private final ChangeLog feed;
    private final ClientResolver resolver;
    private final Clock clock;
    private final boolean debug;
    private final EventCursor cursor;
    private final IntakeCounts counts;
    private final Runnable afterCommit;
    private final OutageLog outage;
    private final PresenceMemory presence = new PresenceMemory();
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    /**
     * @param afterCommit told that the feed has grown
     */
    FleetWriter(
            ProfileName profile,
            WriterTools tools,
            EventCursor cursor,
            IntakeCounts counts,
            Runnable afterCommit) {
        this.profile = profile;
        this.database = tools.database();
        this.feed = tools.feed();
        this.resolver = tools.resolver();
        this.clock = tools.clock();
        this.debug = tools.debug();
        this.cursor = cursor;
        this.counts = counts;
        this.afterCommit = afterCommit;
        this.outage = new OutageLog(LOG, profile + ": news wait for the database");
    }

    /**
     * Writes. Returns when it is done, or when the thread is interrupted.
     *
     * @return what must be asked of the server now
     */
    Followups write(List<News> news) throws InterruptedException {
        Followups followups = new Followups();
        oneAtATime.lockInterruptibly();
        try {
            writeAll(news, followups);
        } finally {
            oneAtATime.unlock();
        }
        return followups;
    }

    private void writeAll(List<News> news, Followups followups) throws InterruptedException {
        if (news.isEmpty()) {
            return;
        }
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                followups.addAll(transaction(news));
                outage.well();
                return;
            } catch (SQLException e) {
                if (Trouble.isBadData(e)) {
                    split(news, followups, e);
                    return;
                }
                outage.failed(e);
            } catch (RuntimeException e) {
                // News that our own rules stumble over must not stop those behind them.
                split(news, followups, e);
                return;
            }
            Thread.sleep(wait.toMillis());
            wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    /** Finds the one that cannot be stored, and leaves only that out. */
    private void split(List<News> news, Followups followups, Exception cause)
            throws InterruptedException {
        if (news.size() == 1) {
            counts.leftOut();
            LOG.log(
                    Level.WARNING,
                    "{0}: left out a {1}: {2}",
                    profile,
                    news.get(0).getClass().getSimpleName(),
                    cause.toString());
            return;
        }
        int half = news.size() / 2;
        writeAll(news.subList(0, half), followups);
        writeAll(news.subList(half, news.size()), followups);
    }

    private Followups transaction(List<News> news) throws SQLException {
        Fold fold = Fold.of(news);
        Followups followups = new Followups();
        fold.changedUsers().forEach(followups::profile);
        if (fold.writesNothing() && !cursor.due(fold)) {
            counts.written(news.size(), 0);
            return followups;
        }
        Owners owners = Owners.of(resolver, profile, fold);
        ChangeDrafts drafts = new ChangeDrafts();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                rows(connection, fold, owners, drafts, followups);
                cursor.write(connection, fold);
                feed.append(connection, drafts.all());
                connection.commit();
                committed = true;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        }
        cursor.written(fold);
        counts.written(news.size(), drafts.all().size());
        if (debug) {
            LOG.log(
                    Level.INFO,
                    "{0}: wrote {1} news: {2} jobs, {3} profiles, {4} of devices; {5} changes",
                    profile,
                    news.size(),
                    fold.jobs().size(),
                    fold.profiles().size(),
                    fold.deviceNews().size(),
                    drafts.all().size());
        }
        if (!drafts.all().isEmpty()) {
            afterCommit.run();
        }
        return followups;
    }

    private void rows(
            Connection connection,
            Fold fold,
            Owners owners,
            ChangeDrafts drafts,
            Followups followups)
            throws SQLException {
        long now = clock.instant().getEpochSecond();
        List<OwnedProfile> profiles = new ArrayList<>();
        for (News.Profile news : fold.profiles().values()) {
            owners.of(news.profile().username())
                    .ifPresentOrElse(
                            owner ->
                                    profiles.add(
                                            new OwnedProfile(owner, news.profile(), news.at())),
                            counts::unowned);
        }
        new DeviceWriter(profile, owners, presence, followups)
                .write(connection, fold.deviceNews(), profiles, drafts, now);
        if (!profiles.isEmpty()) {
            new ItemWriter(now).write(connection, profiles);
            new VaultWriter(now).write(connection, profiles);
            new UserWriter(profile, now).write(connection, profiles, fold.removedUsers());
        }
        new JobWriter(profile, owners, counts, now).write(connection, fold.jobs().values(), drafts);
    }
}
