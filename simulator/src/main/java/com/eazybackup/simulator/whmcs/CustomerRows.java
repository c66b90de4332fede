package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.DemoCustomers.Client;
import com.eazybackup.simulator.DemoCustomers.Person;
import com.eazybackup.simulator.DemoCustomers.Service;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;

/** Clients, their services, and the people who act for them. */
final class CustomerRows {

    private static final int CLOUD_STORAGE = 67;
    private static final int DEVICE_ENDPOINT = 88;

    private final WhmcsRows rows;
    private final Map<String, Integer> serverIds;

    CustomerRows(WhmcsRows rows, Map<String, Integer> serverIds) {
        this.rows = rows;
        this.serverIds = serverIds;
    }

    void write(DemoCustomers customers) throws SQLException {
        for (Client client : customers.clients()) {
            rows.write(
                    "INSERT INTO tblclients (id, firstname, lastname, companyname, email, groupid,"
                            + " defaultgateway, datecreated)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 'stripe', '2024-03-11')",
                    client.id(),
                    client.firstName(),
                    client.lastName(),
                    client.company(),
                    client.email(),
                    client.groupId());
            for (Service service : client.services()) {
                write(client, service);
            }
        }
        for (Person person : customers.people()) {
            write(person);
        }
    }

    private void write(Client client, Service service) throws SQLException {
        BigDecimal amount = new BigDecimal("4.50").multiply(BigDecimal.valueOf(service.devices()));
        rows.write(
                "INSERT INTO tblhosting (id, userid, orderid, packageid, server, regdate, paymentmethod,"
                        + " amount, billingcycle, nextduedate, nextinvoicedate, domainstatus, username,"
                        + " password) VALUES (?, ?, ?, ?, ?, '2024-04-02', 'stripe', ?, 'Monthly',"
                        + " '2027-01-02', '2027-01-02', ?, ?, ?)",
                service.id(),
                client.id(),
                service.id() + 1000,
                service.productId(),
                serverIds.getOrDefault(service.profile(), 0),
                amount,
                service.status(),
                service.username(),
                StoredSecret.close("account-of-" + service.username()));
        if (!service.profile().isEmpty()) {
            option(service, DEVICE_ENDPOINT, service.devices());
            option(service, CLOUD_STORAGE, 1 + service.devices() / 4);
        }
    }

    private void option(Service service, int option, int quantity) throws SQLException {
        rows.write(
                "INSERT INTO tblhostingconfigoptions (relid, configid, optionid, qty)"
                        + " VALUES (?, ?, ?, ?)",
                service.id(),
                option,
                CatalogueRows.unitOf(option),
                quantity);
    }

    private void write(Person person) throws SQLException {
        rows.write(
                "INSERT INTO tblusers (id, first_name, last_name, email, created_at)"
                        + " VALUES (?, ?, ?, ?, '2024-03-11 09:00:00')",
                person.userId(),
                person.firstName(),
                person.lastName(),
                person.email());
        for (int client : person.clients()) {
            boolean owner = person.owns().filter(owned -> owned == client).isPresent();
            rows.write(
                    "INSERT INTO tblusers_clients (auth_user_id, client_id, owner, permissions)"
                            + " VALUES (?, ?, ?, ?)",
                    person.userId(),
                    client,
                    owner ? 1 : 0,
                    owner ? "" : person.permissions());
        }
    }
}
