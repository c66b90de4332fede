package com.eazybackup.simulator;

import java.util.List;
import java.util.Optional;

/**
 * The invented customers that the demo and the tests share: who may sign in, for which clients, and
 * which Comet accounts those clients pay for.
 *
 * <p>User numbers overlap with other people's client numbers on purpose: in WHMCS they are two
 * different things, and mixing them up must show.
 */
public record DemoCustomers(List<Client> clients, List<Person> people) {

    /** Every person of {@link #standard()} signs in with this. */
    public static final String PASSWORD = "Evergreen-4417";

    /** Whoever has a second factor gives this code, at the provider's page alone. */
    public static final String SECOND_FACTOR_CODE = "246810";

    /** Profile names, as the server groups in WHMCS are called. */
    public static final String COMETBACKUP = "cometbackup";

    public static final String OBC = "obc";

    /**
     * A row of tblclients.
     *
     * @param groupId tblclientgroups.id, 0 = none; 1 = resellers
     */
    public record Client(
            int id,
            String company,
            String firstName,
            String lastName,
            String email,
            int groupId,
            List<Service> services) {}

    /**
     * A row of tblhosting, and the Comet account behind it.
     *
     * @param username the Comet account, exact case; "" when there is none
     * @param status WHMCS domainstatus
     * @param devices how many devices the account has on the Comet Server
     */
    public record Service(
            int id, String username, String profile, int productId, String status, int devices) {

        /** Terminated and pending services have no account on the Comet Server. */
        public boolean hasAccount() {
            return !username.isEmpty()
                    && !status.equals("Terminated")
                    && !status.equals("Pending")
                    && (profile.equals(COMETBACKUP) || profile.equals(OBC));
        }
    }

    /**
     * Somebody who signs in: a row of tblusers.
     *
     * @param owns the client that this person owns, if any
     * @param clients every client that this person may act for, the owned one included
     * @param permissions for those that are not owned, as tblusers_clients has them
     */
    public record Person(
            int userId,
            String email,
            String password,
            String firstName,
            String lastName,
            Optional<Integer> owns,
            List<Integer> clients,
            String permissions) {

        /** Somebody who looks after all of those clients' services. */
        public Person(
                int userId,
                String email,
                String password,
                String firstName,
                String lastName,
                Optional<Integer> owns,
                List<Integer> clients) {
            this(
                    userId,
                    email,
                    password,
                    firstName,
                    lastName,
                    owns,
                    clients,
                    "products,manageproducts");
        }
    }

    public Optional<Person> person(String email) {
        return people.stream().filter(p -> p.email().equalsIgnoreCase(email)).findFirst();
    }

    public Client client(int id) {
        return clients.stream().filter(c -> c.id() == id).findFirst().orElseThrow();
    }

    /** The services that have an account on that profile's Comet Server. */
    public List<Service> accountsOf(String profile) {
        return clients.stream()
                .flatMap(client -> client.services().stream())
                .filter(service -> service.hasAccount() && service.profile().equals(profile))
                .toList();
    }

    /**
     * The account whose first device is also the first device of this one: the same machine,
     * registered twice, for two clients.
     */
    public static Optional<String> sharesFirstDeviceWith(String username) {
        return username.equals("fernhollow") ? Optional.of("larkspur") : Optional.empty();
    }

    /** Who has turned WHMCS's second factor on. */
    public static boolean hasSecondFactor(String email) {
        return email.equalsIgnoreCase("noor@larkspur.example");
    }

    /** The demo's customers; see the class comment. */
    public static DemoCustomers standard() {
        return new DemoCustomers(StandardClients.all(), StandardPeople.all());
    }
}
