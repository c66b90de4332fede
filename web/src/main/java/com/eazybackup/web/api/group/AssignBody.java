package com.eazybackup.web.api.group;

import com.eazybackup.group.Patch;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonSetter;
import java.util.List;
import java.util.Optional;

/**
 * Body of an assignment. The group must be named also where there is none: a program that forgets
 * it would empty its groups.
 */
final class AssignBody {

    private List<String> deviceIds = List.of();
    private Patch<Long> groupId = Patch.unnamed();

    @JsonSetter
    @JsonAlias("deviceIds")
    void setDeviceIds(List<String> deviceIds) {
        this.deviceIds = deviceIds == null ? List.of() : deviceIds;
    }

    @JsonSetter
    @JsonAlias("groupId")
    void setGroupId(Long groupId) {
        this.groupId = Patch.to(groupId);
    }

    List<String> devices() {
        return deviceIds;
    }

    /**
     * @return the number as it was sent; empty for none, which may be said by 0
     */
    Optional<Long> group() {
        if (!groupId.named()) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, "group_id is the id of a group, or null for none.");
        }
        return groupId.value().filter(id -> id != 0);
    }
}
