package com.eazybackup.web.api.group;

import com.eazybackup.group.DeviceGroup;
import com.eazybackup.group.GroupColor;
import com.eazybackup.group.GroupIcon;
import com.eazybackup.group.GroupList;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * The groups of a client.
 *
 * @param assignments by the device's key; null when they were not asked for
 * @param ungrouped devices in no group
 */
record GroupsAnswer(
        List<Group> groups,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Long> assignments,
        long ungrouped) {

    /**
     * One of them.
     *
     * @param color null for none
     * @param icon null for none
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Group(long id, String name, String color, String icon, long sortOrder, long count) {

        static Group of(DeviceGroup group) {
            return new Group(
                    group.id(),
                    group.name(),
                    group.color().map(GroupColor::wire).orElse(null),
                    group.icon().map(GroupIcon::wire).orElse(null),
                    group.sortOrder(),
                    group.count());
        }
    }

    static GroupsAnswer of(GroupList list, boolean assignments) {
        return new GroupsAnswer(
                list.groups().stream().map(Group::of).toList(),
                assignments ? list.assignments() : null,
                list.ungrouped());
    }
}
