package com.eazybackup.simulator;

import static com.eazybackup.simulator.DemoCustomers.COMETBACKUP;
import static com.eazybackup.simulator.DemoCustomers.OBC;

import com.eazybackup.simulator.DemoCustomers.Client;
import com.eazybackup.simulator.DemoCustomers.Service;
import java.util.List;
import java.util.Locale;

/** The clients of {@link DemoCustomers#standard()}, each with the reason that it is there. */
final class StandardClients {

    static final int EAZYBACKUP = 58;
    static final int OBC_PLAN = 60;
    static final int MICROSOFT_365 = 52;
    static final int VIRTUAL_SERVER = 53;
    static final int OBJECT_STORAGE = 48;

    /** A Comet product whose group (2) does not count. */
    static final int INTERNAL = 61;

    private StandardClients() {}

    static List<Client> all() {
        return List.of(
                pinewood(),
                // Shares a file server with Fernhollow: one device, two accounts, two clients.
                client(102, "Larkspur Accounting", "Mira", "Sandoval", active(520, "larkspur", 6)),
                client(103, "Quill & Co. Bookbinders", "Iris", "Quill", active(530, "quill", 1)),
                client(
                        104,
                        "Saltmarsh Surveying",
                        "Anil",
                        "Deshpande",
                        new Service(540, "saltmarsh", OBC, OBC_PLAN, "Active", 14)),
                client(105, "Fernhollow Vet Clinic", "Tom", "Abara", active(550, "fernhollow", 5)),
                // Pays, but has never registered a device.
                client(106, "Emptynest Media", "Eve", "Lindqvist", active(560, "emptynest", 0)),
                // Two accounts that differ by case only, of two clients.
                client(107, "Deltaworks Engineering", "Sam", "Oduya", active(570, "Deltaworks", 3)),
                client(108, "Delta Works Film", "Kim", "Tanaka", active(580, "deltaworks", 2)),
                // Nothing active any more.
                client(
                        109,
                        "Halcyon Travel",
                        "Noor",
                        "Haddad",
                        new Service(590, "halcyon", COMETBACKUP, EAZYBACKUP, "Suspended", 4)));
    }

    private static Client pinewood() {
        return new Client(
                101,
                "Pinewood IT",
                "Dana",
                "Whitfield",
                "dana@pinewood.example",
                1,
                List.of(
                        active(501, "northgate-school", 28),
                        active(502, "riverbend.clinic", 19),
                        active(503, "birchlegal", 14),
                        active(504, "granite_logistics", 13),
                        active(505, "tamarackdental", 11),
                        active(506, "cobaltdesign", 9),
                        active(507, "pinewood-internal", 8),
                        new Service(508, "tamarack-vms", COMETBACKUP, VIRTUAL_SERVER, "Active", 2),
                        new Service(
                                509, "birchlegal-m365", COMETBACKUP, MICROSOFT_365, "Active", 1),
                        new Service(510, "pinewood-obc", OBC, OBC_PLAN, "Active", 5),
                        new Service(511, "oldorchard", COMETBACKUP, EAZYBACKUP, "Suspended", 3),
                        new Service(512, "stonebridge", COMETBACKUP, EAZYBACKUP, "Cancelled", 2),
                        new Service(513, "willowmere", COMETBACKUP, EAZYBACKUP, "Terminated", 0),
                        new Service(514, "newcomer-cafe", COMETBACKUP, EAZYBACKUP, "Pending", 0),
                        new Service(515, "pinewood-lab", COMETBACKUP, INTERNAL, "Active", 3),
                        new Service(516, "pinewood-s3", "", OBJECT_STORAGE, "Active", 0)));
    }

    private static Client client(
            int id, String company, String firstName, String lastName, Service service) {
        String email =
                firstName.toLowerCase(Locale.ROOT)
                        + "@"
                        + service.username().toLowerCase(Locale.ROOT)
                        + (id == 108 ? "-film" : "")
                        + ".example";
        return new Client(id, company, firstName, lastName, email, 0, List.of(service));
    }

    private static Service active(int id, String username, int devices) {
        return new Service(id, username, COMETBACKUP, EAZYBACKUP, "Active", devices);
    }
}
