package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.browse.BrowseRefused;
import com.eazybackup.simulator.browse.Databases;
import com.eazybackup.simulator.browse.Disk;
import com.eazybackup.simulator.browse.Entry;
import com.eazybackup.simulator.browse.Machines;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What lies on a device, and what runs on it. */
final class DeviceBrowseCalls {

    private final Fleet fleet;
    private final Browsing browsing;
    private final Switches switches;

    DeviceBrowseCalls(Fleet fleet, Browsing browsing, Switches switches) {
        this.fleet = fleet;
        this.browsing = browsing;
        this.switches = switches;
    }

    void register(Calls calls) {
        calls.add("dispatcher/request-filesystem-objects", browsing.viewing(this::files));
        calls.add(
                "dispatcher/request-browse-disk-drives",
                browsing.asking(
                        (target, form) ->
                                Browsing.list(
                                        "Disks", Machines.drives(target.device(), target.os()))));
        calls.add("dispatcher/request-browse-vss-aaw", browsing.asking(this::writers));
        calls.add("dispatcher/request-browse-exchange-edb", browsing.asking(this::exchange));
        calls.add("dispatcher/request-browse-hyperv", browsing.asking(this::hyperV));
    }

    private ObjectNode files(Target target, Form form) {
        Disk disk = Disk.live(target.device(), target.os(), fleet.now());
        boolean windows = target.os().equals("windows");
        String path = form.text("Path");
        String separator = windows ? "\\" : "/";
        String above = path.isEmpty() || path.endsWith(separator) ? path : path + separator;
        List<Entry> entries =
                disk.folder(path)
                        .orElseThrow(
                                () -> new BrowseRefused("open " + path + ": no such directory"));
        return Browsing.list(
                "StoredObjects",
                entries.stream().map(entry -> json(entry, windows, above)).toList());
    }

    private ObjectNode json(Entry entry, boolean windows, String above) {
        if (entry.inside().isEmpty()) {
            return entry.json("");
        }
        if (windows) {
            return entry.json(above + entry.name());
        }
        String parent = above.isEmpty() ? "/" : above;
        return entry.json(switches.unixSubtreeIsPath ? parent + entry.name() : entry.name());
    }

    private ObjectNode writers(Target target, Form form) {
        onWindows(target);
        ObjectNode answer = Calls.ok();
        answer.set("VSSWriters", Databases.writers());
        return answer;
    }

    private ObjectNode exchange(Target target, Form form) {
        onWindows(target);
        String server =
                target.profile()
                        .path("Devices")
                        .path(target.device())
                        .path("FriendlyName")
                        .asText();
        return Browsing.list("Databases", Databases.exchange(target.device(), server));
    }

    private ObjectNode hyperV(Target target, Form form) {
        onWindows(target);
        return Browsing.list("VirtualMachines", Machines.hyperV(target.device()));
    }

    private static void onWindows(Target target) {
        if (!target.os().equals("windows")) {
            throw new BrowseRefused("This feature is only available on Windows");
        }
    }
}
