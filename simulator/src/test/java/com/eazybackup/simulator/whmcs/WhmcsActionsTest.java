package com.eazybackup.simulator.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.simulator.CometAccess;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.database.MariaDbServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The actions on real tables. Each test makes what it changes. */
class WhmcsActionsTest {

    private static final MovedClock CLOCK = new MovedClock();
    private static final List<NewAccount> MADE = new ArrayList<>();

    @TempDir static Path directory;

    private static MariaDbServer server;
    private static SimulatedWhmcs whmcs;
    private static WhmcsCaller caller;
    private static int numbers;

    @BeforeAll
    static void start() throws SQLException {
        server = MariaDbServer.start(directory, 0);
        server.createDatabase("whmcs");
        try (Connection connection = server.connect("whmcs")) {
            WhmcsTables.create(connection);
            WhmcsTables.fill(
                    connection,
                    DemoCustomers.standard(),
                    Map.of(
                            DemoCustomers.COMETBACKUP,
                            new CometAccess(URI.create("http://127.0.0.1:8060"), "a", "b")));
        }
        whmcs =
                SimulatedWhmcs.start(
                        0, DemoCustomers.standard(), () -> server.connect("whmcs"), CLOCK);
        whmcs.whenSetUp(MADE::add);
        caller = new WhmcsCaller(whmcs.origin());
    }

    @AfterEach
    void heal() {
        caller.control("heal", "{}");
        MADE.clear();
    }

    @AfterAll
    static void stop() {
        whmcs.close();
        server.close();
    }

    @Test
    void aNewClientMaySignInAndIsFoundByTheStartOfEveryName() {
        String email = newEmail();
        int client = newClient(email, "1");
        JsonNode login = caller.ask("ValidateLogin", "email", email, "password2", "made-up-9");
        assertThat(login.path("result").asText()).isEqualTo("success");
        assertThat(login.path("userid").asInt()).isNotEqualTo(client);
        assertThat(mailsTo(email)).isEmpty();
        for (String start : List.of(email.substring(0, 6), "Nora", "Nora Str", "Strand Bo")) {
            JsonNode found = caller.ask("GetClients", "search", start, "limitnum", "100");
            assertThat(found.path("clients").path("client").findValuesAsText("id"))
                    .as(start)
                    .contains(Integer.toString(client));
        }
        assertThat(caller.ask("GetClients", "search", "trand").path("totalresults").asInt())
                .isZero();
    }

    @Test
    void withoutNoemailTheNewClientIsWelcomed() {
        String email = newEmail();
        newClient(email, "0");
        assertThat(mailsTo(email))
                .extracting(SentMail::template)
                .containsExactly("Client Signup Email");
    }

    @ParameterizedTest
    @CsvSource({
        "email, '', You did not enter your email address",
        "email, nonsense, The email address you entered was not valid",
        "email, dana@pinewood.example, A user already exists with that email address",
        "password2, '', You did not enter a password",
        "skipvalidation, 0, You did not enter your address line 1"
    })
    void whatIsWrongWithANewClientIsSaid(String field, String value, String words) {
        String[] fields = {
            "firstname",
            "N",
            "lastname",
            "S",
            "email",
            newEmail(),
            "password2",
            "x",
            "skipvalidation",
            "1"
        };
        for (int i = 0; i < fields.length; i += 2) {
            fields[i + 1] = fields[i].equals(field) ? value : fields[i + 1];
        }
        assertThat(error("AddClient", fields)).isEqualTo(words);
    }

    @Test
    void detailsHoldTheClientTwiceAndItsUsersWithTheOwnerFirst() {
        JsonNode details = caller.ask("GetClientsDetails", "clientid", "101");
        assertThat(details.path("client").path("id").asInt()).isEqualTo(101);
        assertThat(details.path("companyname"))
                .isEqualTo(details.path("client").path("companyname"));
        assertThat(details.path("client").path("owner_user_id").asInt()).isEqualTo(109);
        assertThat(details.path("client").path("users").path("user").findValuesAsText("id"))
                .containsExactly("109", "110", "112", "113");
        assertThat(error("GetClientsDetails")).isEqualTo("Either clientid Or email Is Required");
        assertThat(error("GetClientsDetails", "clientid", "9999")).isEqualTo("Client Not Found");
    }

    @Test
    void aClientIsChangedAndANoteIsKept() {
        String client = Integer.toString(newClient(newEmail(), "1"));
        caller.ask(
                "UpdateClient", "clientid", client, "companyname", "Other", "status", "Inactive");
        JsonNode now = caller.ask("GetClientsDetails", "clientid", client).path("client");
        assertThat(now.path("companyname").asText()).isEqualTo("Other");
        assertThat(now.path("status").asText()).isEqualTo("Inactive");
        assertThat(error("UpdateClient", "clientid", client, "email", "dana@pinewood.example"))
                .isEqualTo("Duplicate Email Address");
        assertThat(
                        caller.ask("AddClientNote", "userid", client, "notes", "n")
                                .path("noteid")
                                .asInt())
                .isPositive();
        assertThat(error("AddClientNote", "userid", client, "notes", " "))
                .isEqualTo("Notes can not be empty");
    }

    @Test
    void anOrderIsPendingUntilItIsAcceptedAndThenItsServiceIsSetUp() {
        String client = Integer.toString(newClient(newEmail(), "1"));
        JsonNode order = order(client);
        String service = order.path("serviceids").asText();
        assertThat(service(service).path("status").asText()).isEqualTo("Pending");
        assertThat(accept(order, "trial-user").path("result").asText()).isEqualTo("success");
        assertThat(service(service).path("status").asText()).isEqualTo("Active");
        assertThat(service(service).path("username").asText()).isEqualTo("trial-user");
        assertThat(service(service).path("serverhostname").asText()).isEqualTo("127.0.0.1");
        assertThat(MADE)
                .containsExactly(new NewAccount(DemoCustomers.COMETBACKUP, "trial-user", "pw"));
        assertThat(accept(order, "again").path("message").asText())
                .isEqualTo("Order ID not found or Status not Pending");
        JsonNode listed = caller.ask("GetOrders", "userid", client).path("orders").path("order");
        assertThat(listed.path(0).path("status").asText()).isEqualTo("Active");
        assertThat(listed.path(0).path("promocode").asText()).isEqualTo("trial");
        assertThat(listed.path(0).path("lineitems").path("lineitem").path(0).path("relid").asText())
                .isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOrderNamesItsServicesInOneOfTwoFields(boolean serviceIds) {
        whmcs.switches().serviceIdsNamed = serviceIds;
        JsonNode order = order(Integer.toString(newClient(newEmail(), "1")));
        assertThat(order.has("serviceids")).isEqualTo(serviceIds);
        assertThat(order.has("productids")).isEqualTo(!serviceIds);
    }

    @Test
    void whenTheModuleFailsTheOrderStaysPending() {
        JsonNode order = order(Integer.toString(newClient(newEmail(), "1")));
        whmcs.switches().moduleFails = true;
        assertThat(accept(order, "x").path("result").asText()).isEqualTo("error");
        whmcs.switches().moduleFails = false;
        assertThat(accept(order, "x").path("result").asText()).isEqualTo("success");
    }

    @Test
    void aCancelledOrderTakesItsServicesAlong() {
        JsonNode order = order(Integer.toString(newClient(newEmail(), "1")));
        caller.ask("CancelOrder", "orderid", order.path("orderid").asText());
        assertThat(service(order.path("serviceids").asText()).path("status").asText())
                .isEqualTo("Cancelled");
    }

    @ParameterizedTest
    @CsvSource({
        "clientid, 9999, Client ID Not Found",
        "paymentmethod, beads, Invalid Payment Method. Valid options include",
        "pid[0], 9999, No items added to cart so order cannot proceed"
    })
    void anOrderThatCannotBeIsRefused(String field, String value, String words) {
        String[] fields = {"clientid", "101", "paymentmethod", "stripe", "pid[0]", "58"};
        for (int i = 0; i < fields.length; i += 2) {
            fields[i + 1] = fields[i].equals(field) ? value : fields[i + 1];
        }
        assertThat(error("AddOrder", fields)).startsWith(words);
    }

    @Test
    void aProductWithoutAnIndexIsNoList() {
        assertThat(error("AddOrder", "clientid", "101", "paymentmethod", "stripe", "pid", "58"))
                .isEqualTo("Expecting parameter 'pid' to be an array");
    }

    @Test
    void withoutNoinvoiceThereIsAnInvoiceThatCanBeChanged() {
        String client = Integer.toString(newClient(newEmail(), "1"));
        JsonNode order =
                caller.ask(
                        "AddOrder", "clientid", client, "paymentmethod", "mailin", "pid[0]", "48");
        String invoice = order.path("invoiceid").asText();
        assertThat(
                        caller.ask("UpdateInvoice", "invoiceid", invoice, "status", "Paid")
                                .path("invoiceid")
                                .asText())
                .isEqualTo(invoice);
        assertThat(error("UpdateInvoice", "invoiceid", invoice, "status", "Eaten"))
                .isEqualTo("Invalid status Eaten");
        assertThat(error("UpdateInvoice", "invoiceid", "99999")).isEqualTo("Invoice ID Not Found");
    }

    @Test
    void aServiceIsChangedUnlessTheAmountIsCalculatedAnew() {
        JsonNode order = order(Integer.toString(newClient(newEmail(), "1")));
        String service = order.path("serviceids").asText();
        caller.ask(
                "UpdateClientProduct",
                "serviceid",
                service,
                "recurringamount",
                "12.50",
                "nextduedate",
                "2031-02-03");
        assertThat(service(service).path("recurringamount").asText()).isEqualTo("12.50");
        assertThat(service(service).path("nextduedate").asText()).isEqualTo("2031-02-03");
        caller.ask(
                "UpdateClientProduct",
                "serviceid",
                service,
                "recurringamount",
                "99.00",
                "autorecalc",
                "1");
        assertThat(service(service).path("recurringamount").asText()).isEqualTo("0.00");
        assertThat(error("UpdateClientProduct", "serviceid", "99999"))
                .isEqualTo("Service ID Not Found");
    }

    @Test
    void quantitiesAndChoicesAreTakenOnlyWhereTheSwitchSaysSo() throws SQLException {
        // Two entries: eight devices, and the support that is standard.
        String options =
                Base64.getEncoder()
                        .encodeToString(
                                "a:2:{s:2:\"88\";s:1:\"8\";s:3:\"110\";s:4:\"1101\";}"
                                        .getBytes(StandardCharsets.US_ASCII));
        WhmcsDatabase tables = new WhmcsDatabase(() -> server.connect("whmcs"));
        String stored =
                "SELECT SUM(IF(configid = 88, qty, optionid)) FROM tblhostingconfigoptions"
                        + " WHERE relid = 520 AND configid IN (88, 110)";
        for (boolean obeyed : new boolean[] {false, true}) {
            whmcs.switches().configOptionsObeyed = obeyed;
            caller.ask("UpdateClientProduct", "serviceid", "520", "configoptions", options);
            assertThat(tables.number(stored)).isEqualTo(obeyed ? 8 + 1101 : 6 + 1102);
        }
    }

    @Test
    void theUndocumentedDateIsObeyedOnlyWhereTheSwitchSaysSo() throws SQLException {
        String service =
                order(Integer.toString(newClient(newEmail(), "1"))).path("serviceids").asText();
        for (boolean obeyed : new boolean[] {false, true}) {
            whmcs.switches().nextInvoiceDateObeyed = obeyed;
            caller.ask(
                    "UpdateClientProduct", "serviceid", service, "nextinvoicedate", "2031-02-03");
            try (Connection connection = server.connect("whmcs")) {
                assertThat(
                                new WhmcsDatabase(() -> server.connect("whmcs"))
                                        .number(
                                                "SELECT COUNT(*) FROM tblhosting WHERE id = ?"
                                                        + " AND nextinvoicedate = '2031-02-03'",
                                                Integer.valueOf(service)))
                        .isEqualTo(obeyed ? 1 : 0);
                assertThat(connection.isClosed()).isFalse();
            }
        }
    }

    @Test
    void aSuspendedServiceSaysWhy() {
        String service =
                order(Integer.toString(newClient(newEmail(), "1"))).path("serviceids").asText();
        caller.ask("ModuleSuspend", "serviceid", service, "suspendreason", "Overdue");
        assertThat(service(service).path("status").asText()).isEqualTo("Suspended");
        assertThat(service(service).path("suspensionreason").asText()).isEqualTo("Overdue");
        assertThat(error("ModuleSuspend", "serviceid", "99999")).isEqualTo("Service ID not found");
        assertThat(error("ModuleSuspend")).isEqualTo("Service ID is required");
    }

    @Test
    void productsOfAModuleComeWithTheirPrices() {
        JsonNode products =
                caller.ask("GetProducts", "module", "comet").path("products").path("product");
        assertThat(products.findValuesAsText("pid")).contains("58", "60").doesNotContain("48");
        assertThat(products.path(0).path("pricing").path("CAD").path("monthly").asText())
                .isEqualTo("0.00");
    }

    @Test
    void aTemplateIsSentWithItsVariablesPutIn() {
        String email = newEmail();
        String client = Integer.toString(newClient(email, "1"));
        String vars = "a:1:{s:23:\"trial_verification_link\";s:18:\"https://p.example/\";}";
        caller.ask(
                "SendEmail",
                "messagename",
                TemplateRows.TRIAL,
                "id",
                client,
                "customvars",
                base64(vars));
        assertThat(mailsTo(email))
                .singleElement()
                .satisfies(mail -> assertThat(mail.body()).contains("href=\"https://p.example/\""));
        assertThat(
                        error(
                                "SendEmail",
                                "messagename",
                                TemplateRows.TRIAL,
                                "id",
                                client,
                                "customvars",
                                base64(vars.replace("s:18", "s:17"))))
                .isEqualTo("The custom variables you provided are invalid.");
        whmcs.switches().mailFails = true;
        assertThat(error("SendEmail", "messagename", TemplateRows.TRIAL, "id", client))
                .startsWith("Sending Failed");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', Hello, Body, You must provide either",
        "'', odd, Hello, Body, Invalid message type provided",
        "'', general, '', Body, A subject is required",
        "'', general, Hello, '', A message body is required",
        "Nothing like it, '', '', '', Email Template not found",
        "Operations notice, '', '', '', Email Template not found"
    })
    void anEmailThatCannotBeIsRefused(
            String name, String type, String subject, String body, String words) {
        List<String> fields = new ArrayList<>(List.of("id", "101", "messagename", name));
        if (!type.isEmpty()) {
            fields.addAll(List.of("customtype", type));
        }
        fields.addAll(List.of("customsubject", subject, "custommessage", body));
        assertThat(error("SendEmail", fields.toArray(String[]::new))).startsWith(words);
    }

    @Test
    void administratorsAreToldUnlessAnAddressIsObeyed() {
        caller.ask(
                "SendAdminEmail",
                "messagename",
                "Operations notice",
                "mergefields[kind]",
                "stream");
        assertThat(last().to()).containsExactly("operations@provider.example");
        assertThat(last().subject()).isEqualTo("Operations: stream");
        for (boolean obeyed : new boolean[] {true, false}) {
            whmcs.switches().toObeyed = obeyed;
            caller.ask(
                    "SendAdminEmail",
                    "customsubject",
                    "s",
                    "custommessage",
                    "m",
                    "to",
                    "noc@provider.example");
            assertThat(last().to().contains("noc@provider.example")).isEqualTo(obeyed);
        }
    }

    @Test
    void templatesAreListedByType() {
        JsonNode general = caller.ask("GetEmailTemplates", "type", "general");
        assertThat(general.path("emailtemplates").path("emailtemplate").findValuesAsText("name"))
                .containsExactly("Automated Password Reset", TemplateRows.TRIAL);
    }

    @Test
    void aTokenSignsInOnceAndForAMinute() {
        String address =
                caller.ask(
                                "CreateSsoToken",
                                "client_id",
                                "101",
                                "destination",
                                "sso:custom_redirect",
                                "sso_redirect_path",
                                "clientarea.php")
                        .path("redirect_url")
                        .asText();
        assertThat(caller.open(address).body()).contains("client 101").contains("clientarea.php");
        assertThat(caller.open(address).statusCode()).isEqualTo(403);
        String late =
                caller.ask("CreateSsoToken", "client_id", "101").path("redirect_url").asText();
        CLOCK.by = CLOCK.by.plusSeconds(61);
        assertThat(caller.open(late).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', A valid client_id or user_id is required",
        "9999, '', '', Invalid client_id",
        "101, 9999, '', Invalid user_id",
        "103, 109, '', Invalid user_id for client",
        "101, 109, elsewhere, Invalid destination"
    })
    void noTokenForWhoeverMayNot(String client, String user, String destination, String words) {
        assertThat(
                        error(
                                "CreateSsoToken",
                                "client_id",
                                client,
                                "user_id",
                                user,
                                "destination",
                                destination))
                .isEqualTo(words);
    }

    @Test
    void aTicketHasThreeNames() {
        JsonNode ticket =
                caller.ask(
                        "OpenTicket",
                        "deptid",
                        "1",
                        "subject",
                        "Help",
                        "message",
                        "It failed",
                        "clientid",
                        "101",
                        "serviceid",
                        "501");
        assertThat(ticket.path("id").asInt()).isPositive();
        assertThat(ticket.path("tid").asText()).hasSize(6);
        assertThat(ticket.path("c").asText()).isNotEmpty();
        assertThat(
                        error(
                                "OpenTicket",
                                "deptid",
                                "9",
                                "subject",
                                "s",
                                "message",
                                "m",
                                "clientid",
                                "101"))
                .isEqualTo("Department ID not found");
        assertThat(
                        error(
                                "OpenTicket",
                                "deptid",
                                "1",
                                "subject",
                                "s",
                                "message",
                                "m",
                                "clientid",
                                "101",
                                "serviceid",
                                "520"))
                .isEqualTo("Service ID Not Found");
    }

    @Test
    void waysToPayAreKeptAndListedByKind() {
        String client = Integer.toString(newClient(newEmail(), "1"));
        JsonNode made =
                caller.ask(
                        "AddPayMethod",
                        "clientid",
                        client,
                        "type",
                        "BankAccount",
                        "bank_code",
                        "003",
                        "bank_account",
                        "1234567",
                        "description",
                        "House bank");
        JsonNode listed = caller.ask("GetPayMethods", "clientid", client, "type", "BankAccount");
        assertThat(listed.path("paymethods").path(0).path("id"))
                .isEqualTo(made.path("paymethodid"));
        assertThat(listed.toString()).doesNotContain("1234567");
        assertThat(
                        caller.ask("GetPayMethods", "clientid", client, "type", "CreditCard")
                                .path("paymethods"))
                .isEmpty();
        assertThat(error("AddPayMethod", "clientid", client)).startsWith("Card Number is required");
    }

    @Test
    void everyActionOfTheTableIsThere() {
        for (String action : whmcs.protocol().allActions()) {
            assertThat(caller.ask(action).path("message").asText())
                    .as(action)
                    .isNotEqualTo("Command Not Found");
        }
    }

    private static int newClient(String email, String noEmail) {
        return caller.ask(
                        "AddClient",
                        "firstname",
                        "Nora",
                        "lastname",
                        "Strand",
                        "companyname",
                        "Strand Books",
                        "email",
                        email,
                        "phonenumber",
                        "5550199",
                        "password2",
                        "made-up-9",
                        "skipvalidation",
                        "1",
                        "noemail",
                        noEmail)
                .path("clientid")
                .asInt();
    }

    private static String newEmail() {
        return "nora" + ++numbers + "@strand.example";
    }

    private static JsonNode order(String client) {
        return caller.ask(
                "AddOrder",
                "clientid",
                client,
                "pid[0]",
                "58",
                "promocode",
                "trial",
                "paymentmethod",
                "stripe",
                "noinvoice",
                "1",
                "noemail",
                "1");
    }

    private static JsonNode accept(JsonNode order, String username) {
        return caller.ask(
                "AcceptOrder",
                "orderid",
                order.path("orderid").asText(),
                "autosetup",
                "1",
                "sendemail",
                "0",
                "serviceusername",
                username,
                "servicepassword",
                "pw");
    }

    private static JsonNode service(String id) {
        return caller.ask("GetClientsProducts", "serviceid", id)
                .path("products")
                .path("product")
                .path(0);
    }

    private static String error(String action, String... fields) {
        JsonNode answer = caller.ask(action, fields);
        assertThat(answer.path("result").asText()).isEqualTo("error");
        return answer.path("message").asText();
    }

    private static List<SentMail> mailsTo(String email) {
        return whmcs.sentMail().stream().filter(mail -> mail.to().contains(email)).toList();
    }

    private static SentMail last() {
        return whmcs.sentMail().get(whmcs.sentMail().size() - 1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A clock that a test moves on. */
    private static final class MovedClock extends Clock {

        volatile Duration by = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.parse("2030-01-01T10:00:00Z").plus(by);
        }
    }
}
