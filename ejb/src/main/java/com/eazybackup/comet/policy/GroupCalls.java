package com.eazybackup.comet.policy;

import com.eazybackup.comet.Call;
import com.eazybackup.comet.CallsOf;
import com.eazybackup.comet.CometException;
import com.eazybackup.comet.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups of users. */
@CallsOf(CallsOf.ADMIN)
public interface GroupCalls {

    /**
     * @return names by id
     */
    @Call(value = "user-groups/list", safe = true)
    Map<String, String> names(@Field("TargetOrganization") Optional<String> targetOrganization)
            throws CometException;

    /**
     * @return by id
     */
    @Call(value = "user-groups/list-full", safe = true)
    Map<String, UserGroup> all(@Field("TargetOrganization") Optional<String> targetOrganization)
            throws CometException;

    /** One group, with its users if wanted. */
    @Call(value = "user-groups/get", safe = true)
    GroupWithUsers group(
            @Field("GroupID") String groupId, @Field("IncludeUsers") Optional<Boolean> includeUsers)
            throws CometException;

    /** An empty group. */
    @Call("user-groups/new")
    NewGroup add(
            @Field("Name") String name,
            @Field("TargetOrganization") Optional<String> targetOrganization)
            throws CometException;

    /** Renames a group. */
    @Call("user-groups/set")
    void replace(@Field("GroupID") String groupId, @Field("Group") UserGroup group)
            throws CometException;

    /** Exactly these users are in it from now on. */
    @Call("user-groups/set-users-for-group")
    void setUsers(@Field("GroupID") String groupId, @Field("Users") List<String> users)
            throws CometException;

    /** The users stay. */
    @Call("user-groups/delete")
    void delete(@Field("GroupID") String groupId) throws CometException;
}
