package com.eazybackup.simulator;

import com.eazybackup.simulator.DemoCustomers.Client;
import com.eazybackup.simulator.DemoCustomers.Person;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The people of {@link DemoCustomers#standard()}. */
final class StandardPeople {

    private StandardPeople() {}

    static List<Person> all() {
        Stream<Person> owners =
                StandardClients.all().stream()
                        .filter(client -> client.id() != 101)
                        .map(StandardPeople::owner);
        // Dana owns Pinewood IT and looks after two of its neighbours.
        Person dana =
                new Person(
                        109,
                        "dana@pinewood.example",
                        DemoCustomers.PASSWORD,
                        "Dana",
                        "Whitfield",
                        Optional.of(101),
                        List.of(101, 102, 105));
        // A technician: may act for one client, owns none.
        Person theo =
                new Person(
                        110,
                        "theo@pinewood.example",
                        DemoCustomers.PASSWORD,
                        "Theo",
                        "Marchetti",
                        Optional.empty(),
                        List.of(101));
        // Looks, and changes nothing.
        Person rhea =
                new Person(
                        112,
                        "rhea@pinewood.example",
                        DemoCustomers.PASSWORD,
                        "Rhea",
                        "Lindqvist",
                        Optional.empty(),
                        List.of(101),
                        "products");
        // Pays Pinewood's invoices: belongs to a client, and sees no backups.
        Person bob =
                new Person(
                        113,
                        "bob@pinewood.example",
                        DemoCustomers.PASSWORD,
                        "Bob",
                        "Castellan",
                        Optional.empty(),
                        List.of(101),
                        "invoices");
        // Left every client: the password is right, there is nothing to see.
        Person nobody =
                new Person(
                        111,
                        "pat@elsewhere.example",
                        DemoCustomers.PASSWORD,
                        "Pat",
                        "Novak",
                        Optional.empty(),
                        List.of());
        // Has a second factor: her password alone opens nothing.
        Person noor =
                new Person(
                        114,
                        "noor@larkspur.example",
                        DemoCustomers.PASSWORD,
                        "Noor",
                        "Haddad",
                        Optional.empty(),
                        List.of(102));
        return Stream.concat(Stream.of(dana, theo, rhea, bob, nobody, noor), owners).toList();
    }

    /** The owner's user number is the client number of the neighbour before: never the same. */
    private static Person owner(Client client) {
        return new Person(
                client.id() - 1,
                client.email(),
                DemoCustomers.PASSWORD,
                client.firstName(),
                client.lastName(),
                Optional.of(client.id()),
                List.of(client.id()));
    }
}
