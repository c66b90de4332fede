package com.eazybackup.ingest;

import com.eazybackup.comet.CometClient;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometList;
import com.eazybackup.comet.JobDetail;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.UserProfile;
import com.eazybackup.comet.job.JobCalls;
import com.eazybackup.comet.user.UserCalls;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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

    private final ProfileName profile;
    private final DataSource database;
    private final Clock clock;
    private final FleetWriter writer;
    private final EventCursor cursor;
    private final RollCall rollCall;
    private final UnfinishedJobs unfinished;
    private final CatchUpLog log;
    private final DropRule drop;

    CatchUp(
            ProfileName profile,
            WriterTools tools,
            FleetWriter writer,
            EventCursor cursor,
            RollCall rollCall,
            UnfinishedJobs unfinished,
            CatchUpLog log,
            DropRule drop) {
        this.profile = profile;
        this.database = tools.database();
        this.clock = tools.clock();
        this.writer = writer;
        this.cursor = cursor;
        this.rollCall = rollCall;
        this.unfinished = unfinished;
        this.log = log;
        this.drop = drop;
    }

    /** Reads everything, and records what came of it. */
    void run(CometClient server, CatchUpRun.Cause cause)
            throws CometException, SQLException, InterruptedException {
        long holds = cursor.holds();
        Instant began = clock.instant();
        CatchUpReport report = new CatchUpReport(cause, began, cursor.read(database));
        try {
            Set<String> users = users(server, began, report);
            removeVanished(users, began, report);
            report.connections(
                    rollCall.read(server, Patience.atOnce(), report.rows()).connections());
            report.jobs(jobs(server, since(began), began, report));
            report.running(unfinished.read(server, report.rows()));
            cursor.caughtUp(database, began, holds);
            log.record(report.complete(clock.instant()));
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
                if (!user.get().username().isEmpty()) {
                    names.add(user.get().username());
                }
                if (user.get().complete()) {
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
        VanishedAccounts vanished = VanishedAccounts.find(database, profile, users);
        if (!vanished.believed(drop)) {
            LOG.log(
                    Level.WARNING,
                    "{0}: {1} of {2} known accounts are not in the list; none is removed",
                    profile,
                    vanished.gone().size(),
                    vanished.known());
            return;
        }
        writer.writeAsked(News.AccountRemoved.missing(vanished.gone(), began), report.rows());
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
