package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What connected devices were told to do, and do by themselves as the fleet's clock goes on: a job
 * waits a second (6004), runs and reports (6001), ends, and leaves its traces.
 */
public final class DeviceOrders {

    private static final Duration UNTIL_BEGIN = Duration.ofSeconds(1);

    private record Appointment(Instant at, Runnable act) {}

    private final Fleet fleet;
    private final List<JobRun> runs = new ArrayList<>();
    private final List<Appointment> appointments = new ArrayList<>();
    private double speed = 1;
    private int nextEnd = JobStatuses.SUCCESS;

    DeviceOrders(Fleet fleet) {
        this.fleet = fleet;
    }

    /** How the next ordered job ends; those after it end well again. */
    public void nextEndsWith(int status) {
        synchronized (fleet) {
            nextEnd = status;
        }
    }

    /**
     * @param factor 2 = jobs take half as long from now on
     */
    public void speed(double factor) {
        synchronized (fleet) {
            speed = factor;
        }
    }

    /**
     * The device takes a job over.
     *
     * @return the job's GUID
     * @throws IllegalArgumentException for an unknown account
     */
    public String give(Order order) {
        synchronized (fleet) {
            String id = fleet.acts().jobs().order(order);
            Draw draw = fleet.next("order");
            Instant begin = fleet.clock().instant().plus(scaled(UNTIL_BEGIN));
            Duration takes = scaled(order.kind().takes(draw));
            int status = nextEnd;
            nextEnd = JobStatuses.SUCCESS;
            if (!order.longest().isZero() && order.longest().compareTo(takes) < 0) {
                takes = order.longest();
                status = JobStatuses.CANCELLED;
            }
            long bytes = order.bytes() > 0 ? order.bytes() : draw.between(200L << 20, 20L << 30);
            JobRun.Plan plan =
                    new JobRun.Plan(
                            begin,
                            begin.plus(takes),
                            status,
                            order.kind().moves() ? bytes : 0,
                            draw.between(120, 60_000));
            runs.add(new JobRun(fleet, id, order.place(), plan, order.afterwards()));
            return id;
        }
    }

    /** Something that happens after a while, once. */
    public void later(Duration delay, Runnable act) {
        synchronized (fleet) {
            appointments.add(new Appointment(fleet.clock().instant().plus(scaled(delay)), act));
        }
    }

    /** The device's process is gone: what it was doing stays unfinished for ever. */
    public void interrupt(String username, String device) {
        synchronized (fleet) {
            runs.removeIf(
                    run ->
                            run.place().username().equals(username)
                                    && run.place().device().equals(device));
        }
    }

    /** Whether that item is being saved into that vault, by order or otherwise. */
    public boolean isRunning(String username, String item, String vault) {
        return fleet.unfinishedJobs().stream()
                .anyMatch(
                        job ->
                                job.path("Username").asText().equals(username)
                                        && job.path("SourceGUID").asText().equals(item)
                                        && job.path("DestinationGUID").asText().equals(vault));
    }

    /** What a vault holds shrinks by so many hundredths, measured now. */
    public void shrinkVault(String username, String vault, int percent) {
        editVault(
                username,
                vault,
                statistics -> {
                    ObjectNode size = Json.object(statistics, "ClientProvidedSize");
                    size.put("Size", size.path("Size").asLong() / 100 * (100 - percent))
                            .put("MeasureStarted", fleet.now())
                            .put("MeasureCompleted", fleet.now());
                });
    }

    /** The vault's statistics say which deep verify went well last. */
    public void noteDeepVerify(String username, String vault, String job) {
        JsonNode done = fleet.job(job).orElseThrow();
        editVault(
                username,
                vault,
                statistics ->
                        statistics
                                .put("LastSuccessfulDeepVerify_GUID", job)
                                .put(
                                        "LastSuccessfulDeepVerify_StartTime",
                                        done.path("StartTime").asLong())
                                .put(
                                        "LastSuccessfulDeepVerify_EndTime",
                                        done.path("EndTime").asLong()));
    }

    private void editVault(String username, String vault, Consumer<ObjectNode> change) {
        fleet.acts()
                .accounts()
                .edit(
                        username,
                        profile -> {
                            JsonNode found = profile.path("Destinations").path(vault);
                            if (found.isObject()) {
                                change.accept(Json.object(found, "Statistics"));
                            }
                            return profile;
                        });
    }

    /** Everything that is due happens. */
    void advance(Instant now) {
        synchronized (fleet) {
            List<Appointment> due =
                    appointments.stream()
                            .filter(appointment -> !appointment.at().isAfter(now))
                            .toList();
            appointments.removeAll(due);
            due.forEach(appointment -> appointment.act().run());
            // What ends a run may give the next order.
            for (JobRun run : List.copyOf(runs)) {
                if (run.advance(now)) {
                    runs.remove(run);
                }
            }
        }
    }

    private Duration scaled(Duration duration) {
        return Duration.ofMillis((long) (duration.toMillis() / speed));
    }
}
