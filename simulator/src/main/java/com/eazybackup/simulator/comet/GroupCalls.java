package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Shelf;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Groups of accounts. Who is in a group is told by the accounts' profiles, nowhere else. */
final class GroupCalls {

    private final Fleet fleet;
    private final Accounts accounts;
    private final Shelf groups;
    private final Documents documents;

    GroupCalls(Fleet fleet, Switches switches, Accounts accounts, Shelf groups) {
        this.fleet = fleet;
        this.accounts = accounts;
        this.groups = groups;
        this.documents = new Documents(groups, switches);
    }

    void register(Calls calls) {
        calls.add("user-groups/list", form -> documents.names(form, "Name"));
        calls.add("user-groups/list-full", documents::all);
        calls.add("user-groups/get", this::get);
        calls.add("user-groups/new", this::create);
        calls.add("user-groups/set", this::set);
        calls.add("user-groups/set-users-for-group", this::setUsers);
        calls.add("user-groups/delete", this::delete);
    }

    private ObjectNode get(Form form) {
        String id = form.text("GroupID");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("UserGroup", documents.get(id));
        ObjectNode users = answer.putObject("Users");
        if (form.flag("IncludeUsers")) {
            members(id).forEach(users::set);
        }
        return answer;
    }

    private ObjectNode create(Form form) {
        String id =
                groups.add(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("CreatedAt", fleet.now())
                                .put("OrganizationID", form.text("TargetOrganization"))
                                .put("Name", form.text("Name")));
        fleet.announce(EventKind.USERGROUP_NEW, id, Optional.empty());
        return Calls.ok().put("UserGroupID", id);
    }

    private ObjectNode set(Form form) {
        String id = form.text("GroupID");
        boolean isNew = groups.put(id, FormJson.object(form, "Group"));
        fleet.announce(
                isNew ? EventKind.USERGROUP_NEW : EventKind.USERGROUP_UPDATED,
                id,
                Optional.empty());
        return Calls.ok();
    }

    private ObjectNode setUsers(Form form) {
        String id = form.text("GroupID");
        documents.get(id);
        Set<String> wanted = new HashSet<>(FormJson.texts(form, "Users"));
        // Nobody is moved when one of them does not exist.
        wanted.forEach(accounts::profile);
        Set<String> before = members(id).keySet();
        before.stream().filter(name -> !wanted.contains(name)).forEach(name -> move(name, ""));
        wanted.stream().filter(name -> !before.contains(name)).forEach(name -> move(name, id));
        fleet.announce(EventKind.USERGROUP_UPDATED, id, Optional.empty());
        return Calls.ok();
    }

    private ObjectNode delete(Form form) {
        String id = form.text("GroupID");
        documents.remove(id);
        members(id).keySet().forEach(name -> move(name, ""));
        fleet.announce(EventKind.USERGROUP_REMOVED, id, Optional.empty());
        return Calls.ok();
    }

    private void move(String username, String group) {
        accounts.change(username, Fleet.ADMIN, profile -> profile.put("GroupID", group));
    }

    private Map<String, ObjectNode> members(String group) {
        Map<String, ObjectNode> members = new TreeMap<>();
        fleet.eachProfile(
                (username, profile) -> {
                    if (profile.path("GroupID").asText().equals(group)) {
                        members.put(username, profile);
                    }
                });
        return members;
    }
}
