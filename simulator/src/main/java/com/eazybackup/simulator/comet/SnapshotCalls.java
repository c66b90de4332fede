package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.browse.Machines;
import com.eazybackup.simulator.browse.MailPreview;
import com.eazybackup.simulator.browse.Snapshot;
import com.eazybackup.simulator.browse.SnapshotTree;
import com.eazybackup.simulator.browse.Snapshots;
import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.search.SearchClause;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is in the vaults, asked of a device that can open them. */
final class SnapshotCalls {

    private final Browsing browsing;
    private final Snapshots snapshots;

    SnapshotCalls(Browsing browsing, Snapshots snapshots) {
        this.browsing = browsing;
        this.snapshots = snapshots;
    }

    void register(Calls calls) {
        calls.add("dispatcher/request-vault-snapshots", browsing.asking(this::list));
        calls.add("dispatcher/request-stored-objects", browsing.viewing(this::objects));
        calls.add("dispatcher/search-snapshots", browsing.viewing(this::search));
        calls.add("dispatcher/request-windisk-snapshot", browsing.asking(this::drives));
        calls.add("dispatcher/browse-virtual-machines", browsing.asking(this::machines));
        calls.add("dispatcher/email-preview", browsing.viewing(this::mail));
    }

    /** A device tells them as they lie in the vault, in no order of time. */
    private ObjectNode list(Target target, Form form) {
        List<ObjectNode> found = new ArrayList<>();
        snapshots
                .in(target.profile(), form.text("Destination"))
                .forEach(snapshot -> found.add(snapshot.json()));
        found.sort((one, other) -> id(one).compareTo(id(other)));
        return Browsing.list("Snapshots", found);
    }

    private ObjectNode objects(Target target, Form form) {
        SnapshotTree tree = tree(target, "Destination", form);
        ObjectNode options =
                form.optional("Options").isPresent()
                        ? FormJson.object(form, "Options")
                        : JsonNodeFactory.instance.objectNode();
        return Browsing.list(
                "StoredObjects",
                options.path("Enabled").asBoolean()
                        ? tree.image(
                                form.text("TreeID"),
                                options.path("PartitionGUID").asText(),
                                options.path("ListPath").asText())
                        : tree.list(form.text("TreeID")));
    }

    private ObjectNode search(Target target, Form form) {
        SearchClause clause = SearchClause.parse(form.text("Filter"));
        ObjectNode answer = Calls.ok();
        ObjectNode files = answer.putObject("SnapshotFiles");
        for (String id : FormJson.texts(form, "SnapshotIDs")) {
            Snapshot snapshot = snapshots.find(target.profile(), form.text("DestinationID"), id);
            files.putArray(id).addAll(new SnapshotTree(snapshot, target.profile()).search(clause));
        }
        return answer;
    }

    private ObjectNode drives(Target target, Form form) {
        Snapshot snapshot = find(target, "Destination", form);
        List<ObjectNode> drives =
                snapshot.engine().equals("engine1/windisk")
                        ? Machines.drives(snapshot.device(), snapshot.os())
                        : Collections.emptyList();
        return Browsing.list("WindiskSnapshot", drives);
    }

    private ObjectNode machines(Target target, Form form) {
        return Browsing.list("VMs", Machines.in(find(target, "DestinationID", form)));
    }

    private ObjectNode mail(Target target, Form form) {
        ObjectNode mail = tree(target, "Destination", form).at(form.text("Path"));
        return Calls.ok().setAll(MailPreview.of(mail));
    }

    private SnapshotTree tree(Target target, String vault, Form form) {
        return new SnapshotTree(find(target, vault, form), target.profile());
    }

    /** Calls name the same thing SnapshotID or Snapshot. */
    private Snapshot find(Target target, String vault, Form form) {
        String id = form.optional("SnapshotID").orElseGet(() -> form.text("Snapshot"));
        return snapshots.find(target.profile(), form.text(vault), id);
    }

    private static String id(ObjectNode snapshot) {
        return snapshot.path("Snapshot").asText();
    }
}
