package com.eazybackup.fleet;

import java.util.Optional;
import java.util.Set;

/**
 * Which devices.
 *
 * @param text {@link SearchedWords} that name, user name, operating system and version have
 *     together; blank for all
 * @param online only those that are, or are not, connected
 * @param had only those with such a job now or in the last 24 hours
 * @param standing only those that stand so and are not snoozed; empty for all
 * @param groups only those of some groups
 */
public record DeviceFilter(
        String text,
        Optional<Boolean> online,
        Optional<JobBucket> had,
        Optional<Set<DeviceState>> standing,
        GroupChoice groups) {

    public static final DeviceFilter ALL = of("", Optional.empty());

    /**
     * @return whatever their jobs, however they stand and whatever their group
     */
    public static DeviceFilter of(String text, Optional<Boolean> online) {
        return new DeviceFilter(text, online, Optional.empty(), Optional.empty(), GroupChoice.ALL);
    }

    /**
     * @return those that had such a job
     */
    public static DeviceFilter had(JobBucket bucket) {
        return new DeviceFilter(
                "", Optional.empty(), Optional.of(bucket), Optional.empty(), GroupChoice.ALL);
    }

    /**
     * @return those that stand so
     */
    public static DeviceFilter standing(Set<DeviceState> states) {
        return new DeviceFilter(
                "", Optional.empty(), Optional.empty(), Optional.of(states), GroupChoice.ALL);
    }

    /**
     * @return the same of these groups
     */
    public DeviceFilter in(GroupChoice some) {
        return new DeviceFilter(text, online, had, standing, some);
    }

    /**
     * @return whether no device is left out
     */
    boolean isAll() {
        return text.isBlank()
                && online.isEmpty()
                && had.isEmpty()
                && standing.isEmpty()
                && groups.isAll();
    }
}
