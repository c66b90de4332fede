package com.eazybackup.web.api.fleet;

import com.eazybackup.fleet.DeviceFilter;
import com.eazybackup.fleet.DeviceQuery;
import com.eazybackup.fleet.DeviceSort;
import com.eazybackup.fleet.DeviceState;
import com.eazybackup.fleet.Grouping;
import com.eazybackup.fleet.JobBucket;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may stand behind {@code /api/devices?}. Everything is read as text, so that a bad value is
 * answered with a sentence that names it.
 */
public class DeviceParameters {

    /** The names of the buckets, for a sentence. */
    public static final String BUCKETS =
            Arrays.stream(JobBucket.values())
                    .map(JobBucket::wire)
                    .collect(Collectors.joining(", "));

    private static final int LONGEST_TEXT = 200;
    private static final String BY_GROUP = "group";

    @QueryParam("page")
    String page;

    @QueryParam("size")
    String size;

    @QueryParam("sort")
    String sort;

    @QueryParam("q")
    String text;

    @QueryParam("online")
    String online;

    @QueryParam("had")
    String had;

    @QueryParam("status")
    String status;

    @QueryParam("issues_only")
    String issuesOnly;

    @QueryParam("group")
    String group;

    @QueryParam("by")
    String by;

    @QueryParam("closed")
    String closed;

    @QueryParam("tz")
    String zone;

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when a value is not allowed
     */
    DeviceQuery query() {
        return new DeviceQuery(
                number("page", page, 1, DeviceQuery.MAX_PAGE),
                number("size", size, DeviceQuery.DEFAULT_SIZE, DeviceQuery.MAX_SIZE),
                sort(),
                new DeviceFilter(
                        text(text),
                        yesOrNo("online", online),
                        had(),
                        standing(),
                        GroupParameter.choice(group)),
                grouping(),
                zone(zone));
    }

    private Optional<Grouping> grouping() {
        if (by == null || by.isEmpty()) {
            return Optional.empty();
        }
        if (!by.equals(BY_GROUP)) {
            throw bad("by is " + BY_GROUP + ", or left out.");
        }
        return Optional.of(new Grouping(GroupParameter.ids("closed", closed)));
    }

    private static int number(String name, String value, int otherwise, int max) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > max) {
            throw bad(name + " is a number from 1 to " + max + ".");
        }
        return number;
    }

    private DeviceSort sort() {
        if (sort == null || sort.isEmpty()) {
            return BY_GROUP.equals(by) ? DeviceSort.WORST : DeviceSort.NAME;
        }
        return DeviceSort.of(sort)
                .orElseThrow(
                        () ->
                                bad(
                                        "sort is one of "
                                                + Arrays.stream(DeviceSort.values())
                                                        .map(DeviceSort::field)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is too long
     */
    public static String text(String text) {
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST_TEXT) {
            throw bad("q has at most " + LONGEST_TEXT + " characters.");
        }
        return text;
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is neither
     */
    public static Optional<Boolean> yesOrNo(String name, String value) {
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        return switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw bad(name + " is true or false.");
        };
    }

    private Optional<JobBucket> had() {
        if (had == null || had.isEmpty()) {
            return Optional.empty();
        }
        Optional<JobBucket> bucket = JobBucket.of(had);
        if (bucket.isEmpty()) {
            throw bad("had is one of " + BUCKETS + ".");
        }
        return bucket;
    }

    /** Both together ask for the issues among the states. */
    private Optional<Set<DeviceState>> standing() {
        boolean issues = yesOrNo("issues_only", issuesOnly).orElse(false);
        if (status == null || status.isEmpty()) {
            return issues ? Optional.of(DeviceState.NEEDING) : Optional.empty();
        }
        Set<DeviceState> states = EnumSet.noneOf(DeviceState.class);
        for (String name : status.split(",", -1)) {
            states.add(DeviceState.of(name).orElseThrow(DeviceParameters::unknownState));
        }
        if (issues) {
            states.retainAll(DeviceState.NEEDING);
        }
        return Optional.of(states);
    }

    private static ProblemException unknownState() {
        return bad(
                "status is one or more, with commas between them, of "
                        + Arrays.stream(DeviceState.values())
                                .map(DeviceState::wire)
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    /**
     * @return UTC when it is not said
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when there is no such zone
     */
    static ZoneId zone(String zone) {
        try {
            return zone == null || zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw bad("tz is the name of a time zone, such as Europe/Berlin.");
        }
    }

    private static ProblemException bad(String sentence) {
        return new ProblemException(ProblemCode.VALIDATION, sentence);
    }
}
