package com.eazybackup.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All devices of a client and how they stand, from one moment until the first of them stands
 * otherwise by itself. Does not change; what is asked for more than once is worked out once.
 */
final class JudgedFleet {

    /**
     * @param total of all that were chosen, not of the page, and without those of closed groups
     * @param sections null when groups do not stand together
     */
    record Chosen(List<JudgedDevice> page, long total, List<GroupSection> sections) {}

    private record Order(DeviceSort sort, boolean grouped) {}

    private static final Comparator<JudgedDevice> LONGEST =
            Comparator.comparingLong(JudgedDevice::since).thenComparing(one -> one.device().id());

    private final List<JudgedDevice> devices;
    private final Map<Order, List<JudgedDevice>> sorted = new ConcurrentHashMap<>();
    private final FleetGroups groups;
    private final StandingRule rule;
    private final long from;
    private final long until;
    private final DeviceCounts counts;
    private final StandingSummary summary;
    private volatile FleetCauses causes;

    private JudgedFleet(
            List<JudgedDevice> devices,
            KnownGroups known,
            StandingRule rule,
            Instant now,
            long until) {
        this.devices = devices;
        this.groups = new FleetGroups(known, devices);
        this.rule = rule;
        this.from = now.getEpochSecond();
        this.until = until;
        this.counts =
                new DeviceCounts(
                        devices.size(),
                        devices.stream().filter(one -> one.device().online()).count());
        this.summary = summary(devices, now);
    }

    /**
     * @param snoozes by job or device, when it ends
     */
    static JudgedFleet of(
            Collection<KnownDevice> known,
            Map<String, Long> snoozes,
            KnownGroups groups,
            StandingRule rule,
            Instant now) {
        List<JudgedDevice> judged = new ArrayList<>(known.size());
        long until = Long.MAX_VALUE;
        for (KnownDevice device : known) {
            StandingFacts facts = device.facts().snoozed(device.id(), snoozes);
            judged.add(new JudgedDevice(device, rule.of(facts, now), groups.of(device.id())));
            until = Math.min(until, rule.holdsUntil(facts, now));
        }
        return new JudgedFleet(judged, groups, rule, now, until);
    }

    boolean holdsAt(Instant now) {
        return from <= now.getEpochSecond() && now.getEpochSecond() < until;
    }

    DeviceCounts counts() {
        return counts;
    }

    /** Of those that fit text, connection and groups. */
    StandingSummary summary(DeviceFilter filter, Instant now) {
        if (filter.isAll()) {
            return summary.at(now);
        }
        return summary(devices.stream().filter(fits(filter)).toList(), now);
    }

    /**
     * @param such what else is asked of them
     */
    Chosen page(DeviceQuery query, Predicate<JudgedDevice> such) {
        DeviceFilter filter = query.filter();
        Predicate<JudgedDevice> wanted = fits(filter).and(such);
        if (filter.standing().isPresent()) {
            wanted = wanted.and(one -> one.among(filter.standing().get()));
        }
        List<JudgedDevice> chosen = inOrder(query).stream().filter(wanted).toList();
        if (query.grouping().isEmpty()) {
            return new Chosen(paged(chosen, query), chosen.size(), null);
        }
        Set<Integer> closed = query.grouping().get().closed();
        List<JudgedDevice> open =
                chosen.stream().filter(one -> !closed.contains(one.group())).toList();
        return new Chosen(paged(open, query), open.size(), groups.sections(chosen, filter.isAll()));
    }

    /** Those that fit the words. */
    Found<FoundDevice> found(String text, int most) {
        List<JudgedDevice> fitting =
                inOrder(new Order(DeviceSort.NAME, false)).stream()
                        .filter(fits(DeviceFilter.of(text, Optional.empty())))
                        .toList();
        List<JudgedDevice> nearest =
                SearchedWords.of(text).nearest(fitting, one -> one.device().name(), most);
        return new Found<>(fitting.size(), nearest.stream().map(FoundDevice::of).toList());
    }

    private static List<JudgedDevice> paged(List<JudgedDevice> chosen, DeviceQuery query) {
        return chosen.stream().skip(query.offset()).limit(query.size()).toList();
    }

    private List<JudgedDevice> inOrder(DeviceQuery query) {
        List<JudgedDevice> inOrder = inOrder(new Order(query.sort(), false));
        if (query.grouping().isEmpty()) {
            return inOrder;
        }
        return sorted.computeIfAbsent(
                new Order(query.sort(), true),
                order -> inOrder.stream().sorted(groups.order()).toList());
    }

    private List<JudgedDevice> inOrder(Order order) {
        return sorted.computeIfAbsent(
                order, same -> devices.stream().sorted(order.sort().order()).toList());
    }

    /** How many devices are in each group that has any. */
    Map<Integer, Long> groupSizes() {
        return groups.sizes();
    }

    /** Those that need somebody, by their cause. */
    FleetCauses causes() {
        FleetCauses known = causes;
        if (known == null) {
            // Two who ask at once make the same.
            known = FleetCauses.of(devices, rule);
            causes = known;
        }
        return known;
    }

    /**
     * @param also whose devices fit whatever the text
     * @return of those that need somebody the ones that fit
     */
    FleetCauses causes(String text, Set<Cause> also) {
        Predicate<JudgedDevice> fits = fits(DeviceFilter.of(text, Optional.empty()));
        return causes().only(one -> also.contains(one.cause()) || fits.test(one.judged()));
    }

    Stream<JudgedDevice> snoozed() {
        return devices.stream().filter(JudgedDevice::snoozed);
    }

    /**
     * @param ids keys
     * @return whether each of them is a device of this fleet
     */
    boolean has(Set<String> ids) {
        return devices.stream().filter(one -> ids.contains(one.device().id())).count()
                == ids.size();
    }

    private Predicate<JudgedDevice> fits(DeviceFilter filter) {
        SearchedWords words = SearchedWords.of(filter.text());
        Optional<Boolean> online = filter.online();
        return groups.in(filter.groups())
                .and(
                        one ->
                                words.in(one.device().searched())
                                        && (online.isEmpty()
                                                || online.get() == one.device().online()));
    }

    private StandingSummary summary(List<JudgedDevice> of, Instant now) {
        Map<DeviceState, Long> byState = new EnumMap<>(DeviceState.class);
        for (DeviceState state : DeviceState.values()) {
            byState.put(state, 0L);
        }
        long snoozed = 0;
        for (JudgedDevice one : of) {
            if (one.snoozed()) {
                snoozed++;
            } else {
                byState.merge(one.standing().state(), 1L, Long::sum);
            }
        }
        return new StandingSummary(
                now,
                rule.tolerance(),
                byState,
                snoozed,
                of.stream().filter(JudgedDevice::needs).min(LONGEST).map(JudgedFleet::longest));
    }

    private static StandingSummary.Longest longest(JudgedDevice one) {
        KnownDevice device = one.device();
        return new StandingSummary.Longest(
                device.id(), device.name(), device.username(), one.standing());
    }
}
