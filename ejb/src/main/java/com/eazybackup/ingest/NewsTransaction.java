package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.ChangeLog;
import com.eazybackup.whmcs.ClientResolver;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Writes a batch of news of one Comet Server in one transaction: rows, quarantine, cursor, and the
 * change feed as its last statement. Whatever fails, nothing of the batch is written.
 *
 * <p>Limits: one thread at a time. News of a user that belongs to no client are left out and
 * counted.
 */
final class NewsTransaction {

    private static final Logger LOG = System.getLogger(NewsTransaction.class.getName());

    /** Of one Comet Server. Each has a million characters at most: about a gigabyte in all. */
    private static final int MOST_QUARANTINED = 1_000;

    private final ProfileName profile;
    private final DataSource database;
    private final ChangeLog feed;
    private final ClientResolver resolver;
    private final Clock clock;
    private final boolean debug;
    private final EventCursor cursor;
    private final IntakeCounts counts;
    private final Runnable afterCommit;
    private final boolean rehearsal;
    private final PresenceMemory presence;
    private final ProfileMemory told;
    private final QuarantineTable quarantine;

    /**
     * @param afterCommit told that the feed has grown
     */
    NewsTransaction(
            ProfileName profile,
            WriterTools tools,
            EventCursor cursor,
            IntakeCounts counts,
            Runnable afterCommit) {
        this(profile, tools, cursor, counts, afterCommit, false);
    }

    private NewsTransaction(
            ProfileName profile,
            WriterTools tools,
            EventCursor cursor,
            IntakeCounts counts,
            Runnable afterCommit,
            boolean rehearsal) {
        this.profile = profile;
        this.database = tools.database();
        this.feed = tools.feed();
        this.resolver = tools.resolver();
        this.clock = tools.clock();
        this.debug = tools.debug();
        this.cursor = cursor;
        this.counts = counts;
        this.afterCommit = afterCommit;
        this.rehearsal = rehearsal;
        this.presence = new PresenceMemory(clock);
        this.told = new ProfileMemory(clock);
        this.quarantine = new QuarantineTable(profile, MOST_QUARANTINED);
    }

    /** One that does everything and takes it back: what it tallies would have been written. */
    static NewsTransaction rehearsal(ProfileName profile, WriterTools tools, EventCursor cursor) {
        return new NewsTransaction(profile, tools, cursor, new IntakeCounts(), () -> {}, true);
    }

    /**
     * @param followups what must be asked of the server is added
     * @param tally what was written is added
     */
    void write(Batch batch, Followups followups, RowTally tally) throws SQLException {
        List<News> news = batch.news();
        Fold fold = Fold.of(news);
        fold.changedUsers().forEach(followups::profile);
        fold.doubtfulUsers().forEach(followups::doubt);
        if (fold.writesNothing() && !(batch.told() && cursor.due(fold))) {
            counts.written(news.size(), 0);
            return;
        }
        Owners owners = Owners.of(resolver, profile, fold);
        ChangeDrafts drafts = new ChangeDrafts();
        RowTally rows = new RowTally();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                rows(connection, fold, owners, drafts, followups, rows);
                if (rehearsal) {
                    tally.add(rows);
                    return;
                }
                quarantine.add(connection, fold.unreadable(), clock.millis());
                if (batch.told()) {
                    cursor.write(connection, fold);
                }
                feed.append(connection, drafts.all());
                connection.commit();
                committed = true;
            } finally {
                if (!committed) {
                    giveUp(connection);
                }
            }
            connection.setAutoCommit(true);
        }
        if (batch.told()) {
            cursor.written(fold);
        }
        tally.add(rows);
        counts.repeated(fold.repeated());
        counts.written(news.size(), drafts.all().size());
        if (debug) {
            LOG.log(Level.INFO, "{0}: wrote {1} news: {2}", profile, news.size(), rows);
        }
        if (!drafts.all().isEmpty()) {
            afterCommit.run();
        }
    }

    /**
     * What went wrong first decides what becomes of the news, not that the connection is broken.
     */
    private static void giveUp(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A connection that cannot roll back is left to the database", e);
        }
    }

    private void rows(
            Connection connection,
            Fold fold,
            Owners owners,
            ChangeDrafts drafts,
            Followups followups,
            RowTally tally)
            throws SQLException {
        long now = clock.instant().getEpochSecond();
        List<OwnedProfile> profiles = profiles(fold, owners, followups);
        tally.devices(
                new DeviceWriter(profile, owners, presence, followups)
                        .write(connection, fold.deviceNews(), profiles, drafts, now));
        if (!profiles.isEmpty()) {
            // In the order in which the ends of backups write: two nodes must not wait for each
            // other.
            new PromiseWriter(profiles).write(connection);
            tally.items(new ItemWriter(now).write(connection, profiles));
            tally.vaults(new VaultWriter(now).write(connection, profiles));
            tally.users(new UserWriter(profile, now).write(connection, profiles));
        }
        tally.jobs(
                new JobWriter(profile, owners, counts, now)
                        .write(connection, fold.jobs().values(), drafts));
    }

    private List<OwnedProfile> profiles(Fold fold, Owners owners, Followups followups) {
        List<OwnedProfile> profiles = new ArrayList<>();
        for (Map.Entry<String, News.Profile> each : fold.profiles().entrySet()) {
            String name = each.getKey();
            News.Profile news = each.getValue();
            ProfileMemory.Verdict verdict = told.judge(name, news);
            if (verdict == ProfileMemory.Verdict.WRITE_AND_ASK) {
                followups.doubt(name);
            }
            if (verdict != ProfileMemory.Verdict.PASS_OVER) {
                owners.of(name)
                        .ifPresentOrElse(
                                owner ->
                                        profiles.add(
                                                new OwnedProfile(
                                                        owner,
                                                        news,
                                                        fold.removedUsers().contains(name))),
                                counts::unowned);
            }
        }
        return profiles;
    }
}
