package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.browse.BrowseRefused;
import com.eazybackup.simulator.browse.Databases;
import com.eazybackup.simulator.browse.Machines;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * Servers that a device reaches over a network, so with somebody's credentials.
 *
 * <p>A password with "wrong" in it is wrong, and a host whose name ends in {@code .invalid} is not
 * there; everything else is let in.
 */
final class NetworkBrowseCalls {

    private final Browsing browsing;

    NetworkBrowseCalls(Browsing browsing) {
        this.browsing = browsing;
    }

    void register(Calls calls) {
        String vmware = "dispatcher/request-browse-vmware";
        calls.add(
                vmware,
                browsing.viewing(
                        (target, form) -> {
                            signIn(form);
                            return Browsing.list(
                                    "VirtualMachines", Machines.vmware(target.device()));
                        }));
        calls.add(vmware + "/datacenters", list("Datacenters", form -> Machines.datacenters()));
        calls.add(vmware + "/hosts", list("Hosts", form -> Machines.hosts(form.text("Filter"))));
        calls.add(
                vmware + "/datastores",
                list("Datastores", form -> Machines.datastores(form.text("Filter"))));
        calls.add(
                vmware + "/networks",
                list("Networks", form -> Machines.networks(form.text("Filter"))));
        proxmox(calls, "dispatcher/request-browse-proxmox");
        database(calls, "mssql");
        database(calls, "mysql");
        database(calls, "mongodb");
    }

    private void proxmox(Calls calls, String path) {
        calls.add(
                path,
                browsing.asking(
                        (target, form) -> {
                            signIn(form);
                            return Browsing.list("VMs", Machines.proxmox(target.device()));
                        }));
        calls.add(
                path + "/nodes",
                browsing.asking(
                        (target, form) -> {
                            signIn(form);
                            ObjectNode answer = Calls.ok();
                            Machines.proxmoxNodes().forEach(answer.withArray("Nodes")::add);
                            return answer;
                        }));
        // Servers before 25.9.8 do not know Node and tell of the first one.
        calls.add(
                path + "/storage",
                list(
                        "Storage",
                        form ->
                                Machines.proxmoxStorage(
                                        form.optional("Node")
                                                .orElse(Machines.proxmoxNodes().get(0)))));
    }

    private void database(Calls calls, String kind) {
        calls.add(
                "dispatcher/request-browse-" + kind,
                browsing.asking(
                        (target, form) -> {
                            signIn(form);
                            ObjectNode answer = Calls.ok();
                            answer.set("Objects", Databases.names("engine1/" + kind));
                            return answer;
                        }));
    }

    private Call list(String field, Function<Form, List<ObjectNode>> members) {
        return browsing.asking(
                (target, form) -> {
                    signIn(form);
                    return Browsing.list(field, members.apply(form));
                });
    }

    private static void signIn(Form form) {
        check(FormJson.object(form, "Credentials"));
    }

    /** Credentials hold each other: those of VMware those of SSH. */
    private static void check(JsonNode credentials) {
        for (JsonNode value : credentials) {
            if (value.isObject()) {
                check(value);
            } else if (value.asText().endsWith(".invalid")) {
                throw new BrowseRefused("dial tcp: lookup " + value.asText() + ": no such host");
            }
        }
        if (credentials.path("Password").asText().contains("wrong")
                || credentials.path("SSHPassword").asText().contains("wrong")) {
            throw new BrowseRefused("Login failed: incorrect username or password");
        }
    }
}
