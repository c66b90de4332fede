package com.eazybackup.ingest;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.LiveConnection;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.comet.device.DeviceCalls;
import com.eazybackup.comet.job.JobCalls;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.ingest.News.Spot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads what a stream cannot tell, because it happened before it began: accounts with their
 * devices, items and vaults, what is connected, jobs that ended, jobs that run.
 *
 * <p>Guarantee: a list that fails, breaks off or is empty takes nothing away. What a list does say
 * is written while it arrives; nothing here holds a fleet in memory but its user names.
 */
final class CatchUp {

    private static final Logger LOG = System.getLogger(CatchUp.class.getName());
    private static final Duration FIRST_TIME = Duration.ofDays(14);

    /** Jobs carry the times of the devices' clocks. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final int PROFILES = 50;
    private static final int JOBS = 500;
    private static final int USERS = 200;

    private final ProfileName profile;
    private final DataSource database;
    private final Clock clock;
    private final FleetWriter writer;
    private final EventCursor cursor;
    private final UnfinishedJobs unfinished;
    private final CatchUpLog log;

    CatchUp(
            ProfileName profile,
            WriterTools tools,
            FleetWriter writer,
            EventCursor cursor,
            UnfinishedJobs unfinished,
            CatchUpLog log) {
        this.profile = profile;
        this.database = tools.database();
        this.clock = tools.clock();
        this.writer = writer;
        this.cursor = cursor;
        this.unfinished = unfinished;
        this.log = log;
    }

    /**
     * Reads everything, and records what came of it.
     *
     * @return the users of the server
     */
    Set<String> run(CometClient server, CatchUpRun.Cause cause)
            throws CometException, SQLException, InterruptedException {
        long holds = cursor.holds();
        Instant began = clock.instant();
        CatchUpReport report = new CatchUpReport(cause, began, cursor.read(database));
        try {
            Set<String> users = users(server, began, report);
            removeVanished(users, began, report);
            report.connections(presence(server, users, report.rows()));
            report.jobs(jobs(server, since(began), began, report));
            report.running(unfinished.read(server, report.rows()));
            cursor.caughtUp(database, began, holds);
            log.record(report.complete(clock.instant()));
            return users;
        } catch (CometException e) {
            if (e.kind() != CometException.Kind.INTERRUPTED) {
                log.record(report.failed(clock.instant(), e.getMessage()));
            }
            throw e;
        }
    }

    private Set<String> users(CometClient server, Instant began, CatchUpReport report)
            throws CometException, SQLException, InterruptedException {
        Set<String> names = new HashSet<>();
        List<News> news = new ArrayList<>();
        try (CometList<UserProfile> users = server.calls(UserCalls.class).all()) {
            Optional<UserProfile> user = users.next();
            while (user.isPresent()) {
                if (user.get().complete()) {
                    names.add(user.get().username());
                    news.add(News.Profile.listed(user.get(), began));
                }
                if (news.size() == PROFILES) {
                    writer.writeAsked(news, report.rows());
                    news = new ArrayList<>();
                }
                user = users.next();
            }
        }
        writer.writeAsked(news, report.rows());
        report.users(names.size());
        return names;
    }

    /** Accounts that we wrote and the complete list has not, unless it is suspiciously short. */
    private void removeVanished(Set<String> users, Instant began, CatchUpReport report)
            throws SQLException, InterruptedException {
        List<String> known = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT username FROM comet_users WHERE comet_server_id = ?")) {
            select.setString(1, profile.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.add(row.getString(1));
                }
            }
        }
        List<News> gone = new ArrayList<>();
        for (String name : known) {
            if (!users.contains(name)) {

                gone.add(new News.AccountRemoved(name, false, began.getEpochSecond(), began));
            }
        }
        if (gone.size() * 2 > known.size()) {
            LOG.log(
                    Level.WARNING,
                    "{0}: {1} of {2} known accounts are not in the list; none is removed",
                    profile,
                    gone.size(),
                    known.size());
            return;
        }
        writer.writeAsked(gone, report.rows());
    }

    /**
     * @return how many connections there are
     */
    int presence(CometClient server, Set<String> users, RowTally rows)
            throws CometException, InterruptedException {
        Instant began = clock.instant();
        Set<Spot> live = new HashSet<>();
        try (CometList<LiveConnection> connections =
                server.calls(DeviceCalls.class).connections()) {
            Optional<LiveConnection> connection = connections.next();
            while (connection.isPresent()) {
                live.add(new Spot(connection.get().username(), connection.get().deviceId()));
                connection = connections.next();
            }
            if (live.isEmpty()) {
                return 0;
            }
            List<String> all = List.copyOf(users);
            for (int from = 0; from < all.size(); from += USERS) {
                Set<String> some =
                        Set.copyOf(all.subList(from, Math.min(from + USERS, all.size())));
                writer.writeAsked(List.of(new News.PresenceList(live, some, began)), rows);
            }
            return connections.count();
        }
    }

    private int jobs(CometClient server, Instant from, Instant to, CatchUpReport report)
            throws CometException, InterruptedException {
        List<News> news = new ArrayList<>();
        try (CometList<JobDetail> jobs =
                server.calls(JobCalls.class).between(from, to.plus(MARGIN))) {
            Optional<JobDetail> job = jobs.next();
            while (job.isPresent()) {
                news.add(News.Job.listed(job.get(), to.getEpochSecond()));
                if (news.size() == JOBS) {
                    writer.writeAsked(news, report.rows());
                    news = new ArrayList<>();
                }
                job = jobs.next();
            }
            writer.writeAsked(news, report.rows());
            return jobs.count();
        }
    }

    private Instant since(Instant now) throws SQLException {
        return cursor.read(database)
                .map(seen -> seen.minus(MARGIN))
                .filter(seen -> seen.isAfter(now.minus(FIRST_TIME)))
                .orElse(now.minus(FIRST_TIME));
    }
}
