package com.eazybackup.whmcs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.switches.Switch;
import com.eazybackup.simulator.switches.SwitchBoard;
import com.eazybackup.simulator.whmcs.SimulatedWhmcs;
import com.eazybackup.simulator.whmcs.WhmcsSwitches;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import com.eazybackup.testing.TestSettings;
import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.ValidLogin;
import com.eazybackup.whmcs.api.WhmcsClients.FoundClient;
import com.eazybackup.whmcs.api.WhmcsOrders.NewOrder;
import com.eazybackup.whmcs.api.WhmcsOrders.Order;
import com.eazybackup.whmcs.api.WhmcsOrders.PlacedOrder;
import com.eazybackup.whmcs.api.WhmcsOrders.Setup;
import com.eazybackup.whmcs.api.WhmcsPayments.BankAccount;
import com.eazybackup.whmcs.api.WhmcsPayments.PayMethod;
import com.eazybackup.whmcs.api.WhmcsServices.Service;
import com.eazybackup.whmcs.api.WhmcsTickets.NewTicket;
import com.eazybackup.whmcs.api.WhmcsTickets.Priority;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One row for each action, asked of the simulated WHMCS in every shape that it may answer with;
 * every request is held against the documented parameters.
 */
class WhmcsActionsTest {

    /** Asks one action and looks at what came of it. */
    private interface Row {
        void asks(WhmcsApi api) throws SQLException;
    }

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final ClientId PINEWOOD = new ClientId(101);
    private static final ClientId QUILL = new ClientId(103);
    private static final ProductId EAZYBACKUP = new ProductId(58);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<WhmcsAction, Row> ROWS = new EnumMap<>(WhmcsAction.class);

    private static SimulatedWhmcs whmcs;
    private static SwitchBoard switches;
    private static WhmcsApi api;

    static {
        ROWS.put(WhmcsAction.DECRYPT_PASSWORD, WhmcsActionsTest::opensAPassword);
        ROWS.put(WhmcsAction.VALIDATE_LOGIN, WhmcsActionsTest::letsSomebodyIn);
        ROWS.put(WhmcsAction.CREATE_SSO_TOKEN, WhmcsActionsTest::signsOn);
        ROWS.put(WhmcsAction.ADD_CLIENT, WhmcsActionsTest::addsAClient);
        ROWS.put(WhmcsAction.GET_CLIENTS, WhmcsActionsTest::findsClients);
        ROWS.put(WhmcsAction.GET_CLIENTS_DETAILS, WhmcsActionsTest::describesAClient);
        ROWS.put(WhmcsAction.UPDATE_CLIENT, WhmcsActionsTest::changesAClient);
        ROWS.put(WhmcsAction.ADD_CLIENT_NOTE, WhmcsActionsTest::notes);
        ROWS.put(WhmcsAction.GET_USERS, WhmcsActionsTest::findsUsers);
        ROWS.put(WhmcsAction.GET_PRODUCTS, WhmcsActionsTest::listsProducts);
        ROWS.put(WhmcsAction.ADD_ORDER, WhmcsActionsTest::placesAnOrder);
        ROWS.put(WhmcsAction.ACCEPT_ORDER, WhmcsActionsTest::acceptsAnOrder);
        ROWS.put(WhmcsAction.CANCEL_ORDER, WhmcsActionsTest::cancelsAnOrder);
        ROWS.put(WhmcsAction.GET_ORDERS, WhmcsActionsTest::listsOrders);
        ROWS.put(WhmcsAction.GET_CLIENTS_PRODUCTS, WhmcsActionsTest::listsServices);
        ROWS.put(WhmcsAction.UPDATE_CLIENT_PRODUCT, WhmcsActionsTest::changesAService);
        ROWS.put(WhmcsAction.MODULE_SUSPEND, WhmcsActionsTest::suspendsAService);
        ROWS.put(WhmcsAction.GET_EMAIL_TEMPLATES, WhmcsActionsTest::listsTemplates);
        ROWS.put(WhmcsAction.SEND_EMAIL, WhmcsActionsTest::sendsToAClient);
        ROWS.put(WhmcsAction.SEND_ADMIN_EMAIL, WhmcsActionsTest::tellsAdministrators);
        ROWS.put(WhmcsAction.OPEN_TICKET, WhmcsActionsTest::opensATicket);
        ROWS.put(WhmcsAction.GET_PAY_METHODS, WhmcsActionsTest::listsWaysToPay);
        ROWS.put(WhmcsAction.ADD_PAY_METHOD, WhmcsActionsTest::addsABankAccount);
        ROWS.put(WhmcsAction.UPDATE_INVOICE, WhmcsActionsTest::changesAnInvoice);
    }

    @BeforeAll
    static void start() throws SQLException {
        TestPersistence.fillWhmcs(DATABASE);
        whmcs =
                SimulatedWhmcs.start(
                        0,
                        DemoCustomers.standard(),
                        () -> DATABASE.source().getConnection(),
                        Clock.systemUTC());
        switches = new SwitchBoard(whmcs.switches());
        api = TestWhmcsApi.with(TestSettings.with(whmcs.apiUrl()));
    }

    @AfterAll
    static void stop() {
        whmcs.close();
    }

    @Test
    void everyActionHasARowAndIsDocumentedUnderItsName() {
        assertThat(ROWS).containsOnlyKeys(WhmcsAction.values());
        assertThat(Arrays.stream(WhmcsAction.values()).map(WhmcsAction::documentedName))
                .containsExactlyInAnyOrderElementsOf(whmcs.protocol().allActions());
    }

    static Stream<Arguments> everyActionInEveryShape() {
        List<Switch> shapes =
                new SwitchBoard(new WhmcsSwitches())
                        .all().stream().filter(Switch::unsettled).toList();
        return Arrays.stream(WhmcsAction.values())
                .flatMap(
                        action ->
                                Stream.concat(
                                        Stream.of(Arguments.of(action, "", "")),
                                        shapes.stream()
                                                .flatMap(
                                                        one ->
                                                                one.positions().stream()
                                                                        .skip(1)
                                                                        .map(
                                                                                position ->
                                                                                        Arguments
                                                                                                .of(
                                                                                                        action,
                                                                                                        one
                                                                                                                .name(),
                                                                                                        position)))));
    }

    @ParameterizedTest(name = "{0} {1}={2}")
    @MethodSource("everyActionInEveryShape")
    void isAskedAsDocumentedAndUnderstood(WhmcsAction action, String name, String position)
            throws SQLException {
        switches.reset();
        if (!name.isEmpty()) {
            switches.named(name).set(position);
        }
        whmcs.protocol().clear();
        ROWS.get(action).asks(api);
        assertThat(whmcs.protocol().complaints()).isEmpty();
        assertThat(whmcs.protocol().actionsSeen()).contains(action.documentedName());
    }

    private static void opensAPassword(WhmcsApi api) throws SQLException {
        String stored = DATABASE.rows("SELECT password FROM tblservers WHERE id = 11").get(0);
        assertThat(api.decryptPassword(stored)).isEqualTo("first-secret");
    }

    private static void letsSomebodyIn(WhmcsApi api) {
        assertThat(api.validateLogin("dana@pinewood.example", DemoCustomers.PASSWORD))
                .contains(new ValidLogin(new UserId(109), false));
        assertThat(api.validateLogin("dana@pinewood.example", "wrong")).isEmpty();
    }

    private static void signsOn(WhmcsApi api) {
        assertThat(api.signOnLink(PINEWOOD, "clientarea.php?action=changepw&x=1"))
                .hasHost("127.0.0.1")
                .hasPath("/oauth/singlesignon.php");
    }

    private static void addsAClient(WhmcsApi api) throws SQLException {
        String email = newEmail();
        ClientId client = newClient(api, email);
        assertThat(api.validateLogin(email, "s&cr€t=1")).isPresent();
        assertThat(api.clients().details(client))
                .get()
                .satisfies(
                        details -> {
                            assertThat(details.company()).isEqualTo("Ångström & \"Söhne\" <GmbH>");
                            assertThat(details.email()).isEqualTo(email);
                            assertThat(details.users()).hasSize(1);
                        });
        assertThat(mailsTo(email)).isZero();
    }

    private static void findsClients(WhmcsApi api) {
        assertThat(api.clients().startingWith("Quill & Co", 0, 25))
                .satisfies(
                        page -> {
                            assertThat(page.total()).isEqualTo(1);
                            assertThat(page.entries())
                                    .extracting(FoundClient::id, FoundClient::company)
                                    .containsExactly(tuple(QUILL, "Quill & Co. Bookbinders"));
                        });
        assertThat(api.clients().startingWith("no such client", 0, 25).entries()).isEmpty();
        assertThat(api.clients().startingWith("", 0, 3))
                .satisfies(
                        page -> {
                            assertThat(page.entries()).hasSize(3);
                            assertThat(page.total()).isGreaterThan(3);
                        });
    }

    private static void describesAClient(WhmcsApi api) {
        assertThat(api.clients().details(PINEWOOD))
                .get()
                .satisfies(
                        details -> {
                            assertThat(details.id()).isEqualTo(PINEWOOD);
                            assertThat(details.users())
                                    .extracting(user -> user.id().value(), user -> user.owner())
                                    .containsExactly(
                                            tuple(109, true),
                                            tuple(110, false),
                                            tuple(112, false),
                                            tuple(113, false));
                        });
        assertThat(api.clients().detailsOf("nobody@nowhere.example")).isEmpty();
        assertThat(api.clients().details(new ClientId(999_999))).isEmpty();
    }

    private static void changesAClient(WhmcsApi api) {
        ClientId client = newClient(api, newEmail());
        api.clients()
                .change(client, Map.of(ClientField.PHONE, "5550123", ClientField.CITY, "Québec"));
        assertThat(api.clients().details(client).orElseThrow().phone()).isEqualTo("5550123");
    }

    private static void notes(WhmcsApi api) throws SQLException {
        int note = api.clients().note(PINEWOOD, "Called; all is well.", true);
        assertThat(DATABASE.rows("SELECT userid, note, sticky FROM tblnotes WHERE id = " + note))
                .containsExactly("101|Called; all is well.|1");
    }

    private static void findsUsers(WhmcsApi api) {
        assertThat(api.clients().usersStartingWith("dana@", 0, 25).entries())
                .singleElement()
                .satisfies(
                        user -> {
                            assertThat(user.id()).isEqualTo(new UserId(109));
                            assertThat(user.clients())
                                    .containsOnly(
                                            Map.entry(PINEWOOD, true),
                                            Map.entry(new ClientId(102), false),
                                            Map.entry(new ClientId(105), false));
                        });
        assertThat(api.clients().usersStartingWith("pat@", 0, 25).entries())
                .singleElement()
                .satisfies(user -> assertThat(user.clients()).isEmpty());
    }

    private static void listsProducts(WhmcsApi api) {
        assertThat(api.orders().products("comet"))
                .filteredOn(product -> product.id().equals(EAZYBACKUP))
                .singleElement()
                .satisfies(product -> assertThat(product.name()).isEqualTo("eazyBackup"));
        assertThat(api.orders().products("nothing")).isEmpty();
    }

    private static void placesAnOrder(WhmcsApi api) throws SQLException {
        ClientId client = newClient(api, newEmail());
        PlacedOrder placed =
                api.orders()
                        .place(
                                new NewOrder(
                                        client,
                                        List.of(EAZYBACKUP, new ProductId(52)),
                                        "stripe",
                                        Optional.of("trial"),
                                        false,
                                        false));
        assertThat(placed.invoice()).isEmpty();
        assertThat(placed.services()).hasSize(2);
        assertThat(
                        DATABASE.rows(
                                "SELECT packageid, domainstatus FROM tblhosting WHERE orderid = "
                                        + placed.id()))
                .containsExactly("58|Pending", "52|Pending");
    }

    private static void acceptsAnOrder(WhmcsApi api) throws SQLException {
        PlacedOrder placed = place(api, newClient(api, newEmail()), false);
        api.orders().accept(placed.id(), new Setup("trial.user-1", "p w&1", false));
        assertThat(
                        DATABASE.rows(
                                "SELECT username, domainstatus FROM tblhosting WHERE id = "
                                        + placed.services().get(0)))
                .containsExactly("trial.user-1|Active");
    }

    private static void cancelsAnOrder(WhmcsApi api) {
        PlacedOrder placed = place(api, newClient(api, newEmail()), false);
        api.orders().cancel(placed.id());
        assertThat(api.orders().find(placed.id()))
                .get()
                .extracting(Order::status)
                .isEqualTo("Cancelled");
    }

    private static void listsOrders(WhmcsApi api) {
        ClientId client = newClient(api, newEmail());
        assertThat(api.orders().of(client, 0, 25).entries()).isEmpty();
        PlacedOrder placed = place(api, client, false);
        assertThat(api.orders().of(client, 0, 25).entries())
                .singleElement()
                .satisfies(
                        order -> {
                            assertThat(order.id()).isEqualTo(placed.id());
                            assertThat(order.client()).isEqualTo(client);
                            assertThat(order.promotion()).isEqualTo("trial");
                            assertThat(order.services()).isEqualTo(placed.services());
                        });
        assertThat(api.orders().find(new OrderId(999_999))).isEmpty();
    }

    private static void listsServices(WhmcsApi api) {
        assertThat(api.services().of(QUILL, 0, 25).entries())
                .singleElement()
                .satisfies(
                        service -> {
                            assertThat(service.id()).isEqualTo(new ServiceId(530));
                            assertThat(service.username()).isEqualTo("quill");
                            assertThat(service.amount()).isEqualByComparingTo("4.50");
                            assertThat(service.nextDue()).contains(LocalDate.of(2027, 1, 2));
                        });
        assertThat(api.services().of(PINEWOOD, 0, 4))
                .satisfies(
                        page -> {
                            assertThat(page.entries()).hasSize(4);
                            assertThat(page.total()).isGreaterThan(4);
                        });
        assertThat(api.services().find(new ServiceId(999_999))).isEmpty();
    }

    private static void changesAService(WhmcsApi api) {
        ServiceId service = place(api, newClient(api, newEmail()), false).services().get(0);
        api.services().setAmount(service, new BigDecimal("1234.5"));
        api.services().setNextDue(service, LocalDate.of(2031, 2, 3));
        assertThat(api.services().find(service))
                .get()
                .extracting(Service::amount, Service::nextDue)
                .containsExactly(new BigDecimal("1234.50"), Optional.of(LocalDate.of(2031, 2, 3)));
    }

    private static void suspendsAService(WhmcsApi api) {
        ServiceId service = place(api, newClient(api, newEmail()), false).services().get(0);
        api.services().suspend(service, "Overdue");
        assertThat(api.services().find(service))
                .get()
                .extracting(Service::status)
                .isEqualTo("Suspended");
    }

    private static void listsTemplates(WhmcsApi api) {
        assertThat(api.mail().templates("general"))
                .extracting(WhmcsMail.Template::name)
                .containsExactly("Automated Password Reset", "Trial verification");
        assertThat(api.mail().templates("product")).hasSize(1);
        assertThat(api.mail().templates("affiliate")).isEmpty();
    }

    private static void sendsToAClient(WhmcsApi api) {
        String link = "https://portal.example/verify?token=é€&x=\"1\"";
        api.mail().send("Trial verification", PINEWOOD, Map.of("trial_verification_link", link));
        assertThat(whmcs.sentMail())
                .last()
                .satisfies(
                        mail -> {
                            assertThat(mail.body()).contains(link);
                            assertThat(mail.variables())
                                    .containsExactly(Map.entry("trial_verification_link", link));
                        });
        api.mail().send(PINEWOOD, "Subject", "<p>Text</p>", Optional.of("noc@pinewood.example"));
        assertThat(whmcs.sentMail())
                .last()
                .satisfies(mail -> assertThat(mail.about()).isEqualTo(101));
    }

    private static void tellsAdministrators(WhmcsApi api) {
        api.mail().tellAdmins("Operations notice", Map.of("kind", "stream", "text", "It is away."));
        assertThat(whmcs.sentMail())
                .last()
                .satisfies(mail -> assertThat(mail.subject()).isEqualTo("Operations: stream"));
        api.mail().tellAdmins("Subject", "<p>Text</p>", Optional.empty());
        assertThat(whmcs.sentMail())
                .last()
                .satisfies(
                        mail ->
                                assertThat(mail.to())
                                        .containsExactly("operations@provider.example"));
    }

    private static void opensATicket(WhmcsApi api) throws SQLException {
        WhmcsTickets.OpenedTicket opened =
                api.tickets()
                        .open(
                                new NewTicket(
                                        1,
                                        QUILL,
                                        "Backup failed",
                                        "It says <no>.",
                                        Priority.HIGH,
                                        Optional.of(new ServiceId(530))));
        assertThat(
                        DATABASE.rows(
                                "SELECT tid, userid, title, message, urgency, service FROM tbltickets"
                                        + " WHERE id = "
                                        + opened.number()))
                .containsExactly(opened.shown() + "|103|Backup failed|It says <no>.|High|S530");
        assertThat(opened).asString().doesNotContain(opened.code());
    }

    private static void listsWaysToPay(WhmcsApi api) {
        ClientId client = newClient(api, newEmail());
        assertThat(api.payments().of(client)).isEmpty();
        PayMethodId added = bankAccount(api, client);
        assertThat(api.payments().of(client)).extracting(PayMethod::id).containsExactly(added);
    }

    private static void addsABankAccount(WhmcsApi api) throws SQLException {
        PayMethodId added = bankAccount(api, newClient(api, newEmail()));
        assertThat(
                        DATABASE.rows(
                                "SELECT payment_type, description FROM tblpaymethods WHERE id = "
                                        + added))
                .containsExactly("BankAccount|House bank");
    }

    private static void changesAnInvoice(WhmcsApi api) throws SQLException {
        InvoiceId invoice = place(api, newClient(api, newEmail()), true).invoice().orElseThrow();
        api.payments().setStatus(invoice, "Cancelled");
        api.payments().setDue(invoice, LocalDate.of(2031, 2, 3));
        assertThat(DATABASE.rows("SELECT status, duedate FROM tblinvoices WHERE id = " + invoice))
                .containsExactly("Cancelled|2031-02-03");
    }

    private static PayMethodId bankAccount(WhmcsApi api, ClientId client) {
        return api.payments()
                .addBankAccount(
                        client,
                        new BankAccount("House bank", "Bank", Optional.empty(), "003", "1234567"));
    }

    private static PlacedOrder place(WhmcsApi api, ClientId client, boolean invoiced) {
        return api.orders()
                .place(
                        new NewOrder(
                                client,
                                List.of(EAZYBACKUP),
                                "stripe",
                                Optional.of("trial"),
                                invoiced,
                                false));
    }

    private static ClientId newClient(WhmcsApi api, String email) {
        return api.clients()
                .add(
                        new NewClient(
                                "Nora",
                                "Strand",
                                "Ångström & \"Söhne\" <GmbH>",
                                email,
                                "5550199",
                                "s&cr€t=1",
                                "Trial",
                                false));
    }

    private static String newEmail() {
        return "nora" + NUMBER.incrementAndGet() + "@strand.example";
    }

    private static long mailsTo(String email) {
        return whmcs.sentMail().stream().filter(mail -> mail.to().contains(email)).count();
    }
}
