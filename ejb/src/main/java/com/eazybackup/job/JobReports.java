package com.eazybackup.job;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.comet.Engine;
import com.eazybackup.comet.JobState;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.DeviceKey;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.fleet.Interruption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One job with all that our own tables say of it; no Comet Server is asked. A job is told as soon
 * as any table has it, and as long as {@code comet_jobs} keeps it.
 *
 * <p>Guarantee: none but the client's own, of a user name of one of its active services exactly as
 * spelt. A job of a revoked device is left out, as live views leave it out; one whose device has
 * not been written yet is not.
 *
 * <p>Cost: two queries, one for a job that is not there, none when the client has no active
 * service. Limits: the two are not one snapshot. {@code comet_jobs} does not say on which Comet
 * Server a job is; of a job that has left the two other tables, any server that the client has
 * services on is believed.
 */
@ApplicationScoped
public class JobReports {

    private DataSource database;
    private Clock clock;
    private Interruption interruption;

    JobReports() {}

    @Inject
    public JobReports(DataSource database, Clock clock, Interruption interruption) {
        this.database = database;
        this.clock = clock;
        this.interruption = interruption;
    }

    /**
     * @param id {@link FleetJob#id}
     * @return empty when it is none of the client's jobs, or no id at all
     * @throws FleetUnreadable when the database does not answer
     */
    public Optional<JobReport> of(ClientScope scope, String id) {
        Optional<JobAddress> address = JobAddress.of(id);
        if (scope.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            FoundJob job = FoundJobReader.read(connection, scope, address.get());
            return job.known() && isIt(scope, address.get(), job)
                    ? report(connection, scope, address.get().server(), job)
                    : Optional.empty();
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    /** The tables' collation takes more for the same than Comet does. */
    private static boolean isIt(ClientScope scope, JobAddress address, FoundJob job) {
        return address.job().equals(job.jobId())
                && (job.placed()
                        || address.server().equals(scope.profileOf(job.username()))
                        || scope.profiles().contains(address.server()));
    }

    private Optional<JobReport> report(
            Connection connection, ClientScope scope, String server, FoundJob job)
            throws SQLException {
        String device = deviceKey(scope, job);
        String vault = job.recorded().map(FoundJob.Recorded::vaultId).orElse("");
        JobPlace place =
                JobPlace.of(
                        connection,
                        scope.client(),
                        device,
                        job.recorded().map(FoundJob.Recorded::itemId).orElse(""),
                        vault);
        return place.revoked()
                ? Optional.empty()
                : Optional.of(report(server, job, device, vault, place));
    }

    private static String deviceKey(ClientScope scope, FoundJob job) {
        return job.device()
                .map(
                        raw ->
                                raw.isEmpty()
                                        ? ""
                                        : DeviceKey.of(scope.client(), new DeviceId(raw)).value())
                .or(() -> job.recorded().map(FoundJob.Recorded::deviceKey))
                .orElse("");
    }

    private JobReport report(
            String server, FoundJob job, String device, String vault, JobPlace place) {
        boolean running = job.running();
        long offline = running ? place.offlineSince() : 0;
        boolean interrupted = interruption.holds(offline, clock.instant());
        Optional<FoundJob.Recorded> recorded = job.recorded();
        return new JobReport(
                FleetJob.id(server, job.jobId()),
                job.jobId(),
                server,
                job.username(),
                device,
                place.device(),
                job.clientVersion(),
                job.classification(),
                running ? running(interrupted) : job.stored(),
                interrupted ? JobState.INTERRUPTED : running ? JobState.RUNNING : job.state(),
                job.statusCode(),
                place.item(),
                place.itemType(),
                Engine.of(place.itemType()).name().toLowerCase(Locale.ROOT),
                vault,
                place.vault(),
                job.startedAt(),
                job.endedAt(),
                recorded.map(FoundJob.Recorded::size).orElse(null),
                recorded.map(FoundJob.Recorded::files).orElse(null),
                recorded.map(FoundJob.Recorded::directories).orElse(null),
                recorded.map(FoundJob.Recorded::uploaded).orElse(null),
                recorded.map(FoundJob.Recorded::downloaded).orElse(null),
                job.bytesDone(),
                job.totalBytes(),
                job.itemsDone(),
                job.itemsTotal(),
                recorded.map(FoundJob.Recorded::snapshotId).orElse(""),
                offline > 0 ? Instant.ofEpochSecond(offline).toString() : null,
                interrupted ? Interruption.DEVICE_OFFLINE : null);
    }

    private static String running(boolean interrupted) {
        return interrupted ? FleetJob.INTERRUPTED : FleetJob.RUNNING;
    }
}
