package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.provider.Shelf;
import com.eazybackup.simulator.provider.Shelves;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tenants; only an administrator of the top level may ask. */
final class OrganizationCalls {

    private final Fleet fleet;
    private final Permission permission;
    private final Shelf organizations;
    private final Documents documents;

    OrganizationCalls(Fleet fleet, Switches switches, Permission permission, Shelf organizations) {
        this.fleet = fleet;
        this.permission = permission;
        this.organizations = organizations;
        this.documents = new Documents(organizations, switches);
    }

    void register(Calls calls) {
        calls.add("organization/list", permission.topLevel(documents::all));
        calls.add("organization/set", permission.topLevel(this::set));
        calls.add("organization/delete", permission.topLevel(this::delete));
    }

    private ObjectNode set(Form form) {
        ObjectNode organization =
                form.optional("Organization").isPresent()
                        ? FormJson.object(form, "Organization")
                        : Shelves.organization("");
        String id = form.text("OrganizationID");
        boolean isNew = true;
        if (id.isEmpty()) {
            id = organizations.add(organization);
        } else {
            isNew = organizations.put(id, organization);
        }
        fleet.announce(
                isNew ? EventKind.TENANT_NEW : EventKind.TENANT_UPDATED,
                id,
                Optional.of(organization));
        ObjectNode answer = Calls.ok().put("ID", id);
        answer.set("Organization", organization);
        return answer;
    }

    /** Its accounts go with it. */
    private ObjectNode delete(Form form) {
        String id = form.text("OrganizationID");
        documents.remove(id);
        List<String> members = new ArrayList<>();
        fleet.eachProfile(
                (username, profile) -> {
                    if (profile.path("OrganizationID").asText().equals(id)) {
                        members.add(username);
                    }
                });
        members.forEach(fleet.acts().accounts()::remove);
        fleet.announce(EventKind.TENANT_REMOVED, id, Optional.empty());
        return Calls.ok();
    }
}
