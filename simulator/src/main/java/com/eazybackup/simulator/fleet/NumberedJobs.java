package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Backups without end, each known by the number in its GUID, so that whoever receives them can say
 * which are missing. They take turns over all items of the fleet as it was at the beginning.
 *
 * <p>Profiles do not change with them: a flood is about jobs alone.
 */
public final class NumberedJobs {

    /**
     * One backup at its two moments.
     *
     * @param packed the ended job, as the fleet keeps it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and shared on purpose
    public record Pair(long number, ObjectNode started, ObjectNode ended, byte[] packed) {

        public String id() {
            return started.path("GUID").asText();
        }
    }

    private record Turn(JobPlace place, ObjectNode profile) {}

    private static final long MARK = 0x4f1dL;
    private static final long SECOND_MARK = 0x8f1dL << 48;
    private static final long LARGEST = (1L << 48) - 1;

    /** An odd number, so that no two numbers give the same product. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final Fleet fleet;
    private final List<Turn> turns = new ArrayList<>();

    public NumberedJobs(Fleet fleet) {
        this.fleet = fleet;
        fleet.eachProfile(this::addTurns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("No account of this fleet backs anything up");
        }
    }

    private void addTurns(String username, ObjectNode profile) {
        profile.path("BackupRules")
                .forEach(
                        rule -> {
                            String item = rule.path("Source").asText();
                            String device =
                                    profile.path("Sources").path(item).path("OwnerDevice").asText();
                            String vault = rule.path("Destination").asText();
                            turns.add(
                                    new Turn(new JobPlace(username, device, item, vault), profile));
                        });
    }

    /** A backup that begins and ends now. Nobody is told of it. */
    public Pair of(long number) {
        Turn turn = turns.get((int) Math.floorMod(number, (long) turns.size()));
        Draw draw = Draw.of(MARK, "numbered job", number);
        ObjectNode started =
                JobJson.running(draw, turn.profile(), turn.place(), 4001, fleet.now())
                        .put("GUID", guid(number));
        ObjectNode ended = started.deepCopy();
        JobJson.end(draw, turn.profile(), ended, JobStatuses.SUCCESS, fleet.now());
        return new Pair(number, started, ended, PackedJson.pack(ended));
    }

    /** From now on the job runs on the server; nobody is told. */
    public void begin(Pair pair) {
        synchronized (fleet) {
            fleet.putJob(pair.started().deepCopy());
        }
    }

    /** From now on the job is over. */
    public void end(Pair pair) {
        fleet.putEnded(pair.id(), pair.started().path("Username").asText(), pair.packed());
    }

    /** What there is to tell of a job's beginning. */
    public FleetEvent beginning(Pair pair) {
        return event(EventKind.JOB_NEW, pair.id(), pair.started());
    }

    /** What there is to tell of a job's end. */
    public FleetEvent ending(Pair pair) {
        return event(EventKind.JOB_COMPLETED, pair.id(), pair.ended());
    }

    private FleetEvent event(EventKind kind, String id, ObjectNode job) {
        return new FleetEvent(
                kind, job.path("Username").asText(), id, fleet.now(), Optional.of(job));
    }

    /** The numbers are spread over the GUIDs, as those of real jobs are. */
    public static String guid(long number) {
        if (number < 0 || number > LARGEST) {
            throw new IllegalArgumentException("A number has 48 bits: " + number);
        }
        return new UUID((number * SCATTER & ~0xFFFFL) | MARK, SECOND_MARK | number).toString();
    }

    /**
     * @return the number of a job of a flood; nothing for any other job
     */
    public static OptionalLong number(String guid) {
        return guid.length() == 36 && guid.startsWith("-4f1d-8f1d-", 13)
                ? OptionalLong.of(Long.parseLong(guid, 24, 36, 16))
                : OptionalLong.empty();
    }
}
