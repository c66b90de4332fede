package com.eazybackup.group;

import java.util.List;
import java.util.Map;

/**
 * All groups of a client, in their order.
 *
 * @param assignments which group each device is in; devices in none are not there, and nothing is
 *     when it was not asked for
 * @param ungrouped how many devices are in no group
 */
public record GroupList(List<DeviceGroup> groups, Map<String, Long> assignments, long ungrouped) {}
