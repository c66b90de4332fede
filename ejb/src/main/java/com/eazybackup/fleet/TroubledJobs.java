package com.eazybackup.fleet;

import com.eazybackup.comet.JobStatus;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jobs that stand for devices and are the matter with them, as a list of jobs has them. Three
 * queries for those of a page; two when none of them is interrupted, none when there are none.
 */
final class TroubledJobs {

    private static final int BACKUP = 4001;

    private static final String RECORDED =
            "SELECT n.id, i.name, n.upload_bytes, n.total_bytes,"
                    + " JSON_EXTRACT(n.content, '$.Progress.ItemsDone'),"
                    + " JSON_EXTRACT(n.content, '$.Progress.ItemsTotal'), n.status"
                    + " FROM comet_jobs n"
                    + " LEFT JOIN comet_items i ON i.id = n.comet_item_id AND i.client_id = ?"
                    + " WHERE n.client_id = ? AND n.id IN ";

    private static final String DONE =
            "SELECT o.server_id, o.job_id, o.bytes_done FROM eb_jobs_live o"
                    + " WHERE o.client_id = ? AND o.server_id IN ";

    /** What {@code comet_jobs} has of a job. */
    private record Recorded(
            String item, long uploaded, long total, long itemsDone, long itemsTotal, int status) {

        private static final Recorded NOTHING = new Recorded("", 0, 0, 0, 0, 0);

        private static Recorded read(ResultSet row) throws SQLException {
            String item = row.getString(2);
            return new Recorded(
                    item == null ? "" : item,
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getInt(7));
        }
    }

    private final ClientScope scope;

    TroubledJobs(ClientScope scope) {
        this.scope = scope;
    }

    /**
     * @param devices of which a job tells
     * @return in the same order
     */
    List<FleetJob> of(Connection connection, List<TroubledDevice> devices) throws SQLException {
        if (devices.isEmpty()) {
            return List.of();
        }
        Map<String, DeviceSelection.Found> found =
                new DeviceSelection(scope).rows(connection, ids(devices));
        Map<String, Recorded> recorded = recorded(connection, jobs(devices));
        Map<String, Long> done =
                done(connection, devices.stream().filter(one -> one.judged().interrupted()));
        return devices.stream()
                .filter(one -> found.containsKey(id(one))) // else it has gone since
                .map(
                        one ->
                                job(
                                        one,
                                        found.get(id(one)),
                                        recorded.getOrDefault(
                                                one.judged().evidence(), Recorded.NOTHING),
                                        done))
                .toList();
    }

    private static String id(TroubledDevice one) {
        return one.judged().device().id();
    }

    private static Set<String> ids(Collection<TroubledDevice> devices) {
        return devices.stream().map(TroubledJobs::id).collect(Collectors.toSet());
    }

    private static Set<String> jobs(Collection<TroubledDevice> devices) {
        return devices.stream().map(one -> one.judged().evidence()).collect(Collectors.toSet());
    }

    private Map<String, Recorded> recorded(Connection connection, Set<String> jobs)
            throws SQLException {
        int client = scope.client().value();
        Map<String, Recorded> recorded = new HashMap<>();
        new SqlQuery()
                .add(RECORDED, client, client)
                .in(jobs)
                .list(connection, row -> recorded.put(row.getString(1), Recorded.read(row)));
        return recorded;
    }

    /** Bytes by the job's id over all Comet Servers. */
    private Map<String, Long> done(Connection connection, Stream<TroubledDevice> interrupted)
            throws SQLException {
        List<TroubledDevice> devices = interrupted.toList();
        Map<String, Long> done = new HashMap<>();
        if (!devices.isEmpty()) {
            new SqlQuery()
                    .add(DONE, scope.client().value())
                    .in(devices.stream().map(TroubledDevice::server).collect(Collectors.toSet()))
                    .add(" AND o.job_id IN ")
                    .in(jobs(devices))
                    .list(
                            connection,
                            row ->
                                    done.put(
                                            FleetJob.id(row.getString(1), row.getString(2)),
                                            row.getLong(3)));
        }
        return done;
    }

    private static FleetJob job(
            TroubledDevice one,
            DeviceSelection.Found device,
            Recorded recorded,
            Map<String, Long> done) {
        boolean runs = one.judged().interrupted();
        String job = one.judged().evidence();
        String id = FleetJob.id(one.server(), job);
        int code = one.cause().code();
        return new FleetJob(
                id,
                job,
                one.server(),
                device.username(),
                device.hash(),
                device.id(),
                device.name(),
                BACKUP,
                runs ? FleetJob.INTERRUPTED : JobStatus.of(code).stored(),
                one.cause().state().wire(),
                runs ? JobsNow.runningCode(recorded.status()) : code,
                recorded.item(),
                one.beganAt(),
                runs ? 0 : one.endedAt(),
                runs ? done.getOrDefault(id, 0L) : recorded.uploaded(),
                recorded.total(),
                runs ? recorded.itemsDone() : 0,
                runs ? recorded.itemsTotal() : 0,
                runs ? Interruption.DEVICE_OFFLINE : null,
                runs && device.offlineSince() != null
                        ? Instant.ofEpochSecond(device.offlineSince()).toString()
                        : null);
    }
}
