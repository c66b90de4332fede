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
     * @param total of all that were chosen, not of the page
     */
    record Chosen(List<JudgedDevice> page, long total) {}

    private static final Comparator<JudgedDevice> LONGEST =
            Comparator.comparingLong(JudgedDevice::since).thenComparing(one -> one.device().id());

    private final List<JudgedDevice> devices;
    private final Map<DeviceSort, List<JudgedDevice>> sorted = new ConcurrentHashMap<>();
    private final StandingRule rule;
    private final long from;
    private final long until;
    private final DeviceCounts counts;
    private final StandingSummary summary;
    private volatile FleetCauses causes;

    private JudgedFleet(List<JudgedDevice> devices, StandingRule rule, Instant now, long until) {
        this.devices = devices;
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
            StandingRule rule,
            Instant now) {
        List<JudgedDevice> judged = new ArrayList<>(known.size());
        long until = Long.MAX_VALUE;
        for (KnownDevice device : known) {
            StandingFacts facts = device.facts().snoozed(device.id(), snoozes);
            judged.add(new JudgedDevice(device, rule.of(facts, now)));
            until = Math.min(until, rule.holdsUntil(facts, now));
        }
        return new JudgedFleet(judged, rule, now, until);
    }

    boolean holdsAt(Instant now) {
        return from <= now.getEpochSecond() && now.getEpochSecond() < until;
    }

    DeviceCounts counts() {
        return counts;
    }

    /** Of those that fit text and connection. */
    StandingSummary summary(String text, Optional<Boolean> online, Instant now) {
        if (text.isBlank() && online.isEmpty()) {
            return summary.at(now);
        }
        return summary(devices.stream().filter(fits(text, online)).toList(), now);
    }

    /**
     * @param such what else is asked of them
     */
    Chosen page(DeviceQuery query, Predicate<JudgedDevice> such) {
        List<JudgedDevice> inOrder =
                sorted.computeIfAbsent(
                        query.sort(), sort -> devices.stream().sorted(sort.order()).toList());
        Predicate<JudgedDevice> wanted = fits(query.text(), query.online()).and(such);
        if (query.standing().isPresent()) {
            wanted = wanted.and(one -> one.among(query.standing().get()));
        }
        List<JudgedDevice> chosen = inOrder.stream().filter(wanted).toList();
        Stream<JudgedDevice> page = chosen.stream().skip(query.offset()).limit(query.size());
        return new Chosen(page.toList(), chosen.size());
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
        Predicate<JudgedDevice> fits = fits(text, Optional.empty());
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

    private static Predicate<JudgedDevice> fits(String text, Optional<Boolean> online) {
        String searched = SearchedText.folded(text.strip());
        return one ->
                (searched.isEmpty() || one.device().searched().contains(searched))
                        && (online.isEmpty() || online.get() == one.device().online());
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
