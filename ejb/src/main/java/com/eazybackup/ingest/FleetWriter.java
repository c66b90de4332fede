package com.eazybackup.ingest;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.platform.OutageLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns news of one Comet Server into rows: many at once, in one transaction. There is one writer
 * per server; who comes second waits.
 *
 * <p>Guarantee: news that were taken are written, however long the database is away, or put into
 * the quarantine because their data cannot be stored. Applying the same news twice, late or out of
 * order ends in the same rows, and what changes nothing adds nothing to the feed.
 */
final class FleetWriter {

    private static final Logger LOG = System.getLogger(FleetWriter.class.getName());
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final ProfileName profile;
    private final NewsTransaction transaction;
    private final IntakeCounts counts;
    private final OutageLog outage;
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
        this(profile, new NewsTransaction(profile, tools, cursor, counts, afterCommit), counts);
    }

    private FleetWriter(ProfileName profile, NewsTransaction transaction, IntakeCounts counts) {
        this.profile = profile;
        this.transaction = transaction;
        this.counts = counts;
        this.outage = new OutageLog(LOG, profile + ": news wait for the database");
    }

    /** One that finds out what would be written, and writes nothing. */
    static FleetWriter rehearsal(ProfileName profile, WriterTools tools, EventCursor cursor) {
        return new FleetWriter(
                profile, NewsTransaction.rehearsal(profile, tools, cursor), new IntakeCounts());
    }

    /**
     * Writes what the stream told. Returns when it is done, or when the thread is interrupted.
     *
     * @return what must be asked of the server now
     */
    Followups write(List<News> news) throws InterruptedException {
        return write(new Batch(news, true), new RowTally());
    }

    /**
     * Writes what the server said on being asked.
     *
     * @param tally what was written is added
     */
    void writeAsked(List<News> news, RowTally tally) throws InterruptedException {
        write(new Batch(news, false), tally);
    }

    private Followups write(Batch batch, RowTally tally) throws InterruptedException {
        Followups followups = new Followups();
        oneAtATime.lockInterruptibly();
        try {
            writeAll(batch, followups, tally);
        } finally {
            oneAtATime.unlock();
        }
        return followups;
    }

    /**
     * Writes, or does not, and leaves it to the caller what follows from that.
     *
     * @return false when the data cannot be stored
     * @throws SQLException when the database cannot take anything now, also because others wait for
     *     it: somebody sits before a page and must not wait with them
     */
    boolean writeOnce(News news) throws SQLException {
        waitAMoment();
        try {
            transaction.write(new Batch(List.of(news), false), new Followups(), new RowTally());
            return true;
        } catch (SQLException e) {
            if (Trouble.isBadData(e)) {
                LOG.log(Level.WARNING, "{0}: still not stored: {1}", profile, e.getMessage());
                return false;
            }
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, profile + ": still not stored", e);
            return false;
        } finally {
            oneAtATime.unlock();
        }
    }

    private void waitAMoment() throws SQLException {
        try {
            if (!oneAtATime.tryLock(SHORT_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLException(profile + ": other news wait for the database");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while other news were written", e);
        }
    }

    private void writeAll(Batch batch, Followups followups, RowTally tally)
            throws InterruptedException {
        if (batch.news().isEmpty()) {
            return;
        }
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                transaction.write(batch, followups, tally);
                outage.well();
                return;
            } catch (SQLException e) {
                if (Trouble.isBadData(e)) {
                    split(batch, followups, tally, e);
                    return;
                }
                counts.retried();
                outage.failed(e);
            } catch (RuntimeException e) {
                // News that our own rules stumble over must not stop those behind them.
                split(batch, followups, tally, e);
                return;
            }
            Thread.sleep(wait.toMillis());
            wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
    }

    /** Finds the one that cannot be stored, and puts only that into the quarantine. */
    private void split(Batch batch, Followups followups, RowTally tally, Exception cause)
            throws InterruptedException {
        int size = batch.news().size();
        if (size == 1) {
            refuse(batch, followups, tally, cause);
            return;
        }
        writeAll(batch.part(0, size / 2), followups, tally);
        writeAll(batch.part(size / 2, size), followups, tally);
    }

    private void refuse(Batch batch, Followups followups, RowTally tally, Exception cause)
            throws InterruptedException {
        News news = batch.news().get(0);
        counts.refused();
        LOG.log(
                Level.WARNING,
                "{0}: a {1} cannot be stored: {2}",
                profile,
                news.getClass().getSimpleName(),
                cause.toString());
        if (!(news instanceof News.Unreadable)) {
            // The cause's text may repeat the data: it is in the log, without the frame.
            String reason = "cannot be stored: " + cause.getClass().getSimpleName();
            News.Unreadable kept = new News.Unreadable(reason, EventFrame.of(news), news.at());
            writeAll(new Batch(List.of(kept), batch.told()), followups, tally);
        }
    }
}
