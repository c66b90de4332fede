package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.http.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Discounts of options and the recurring amount, over HTTP. */
@Tag("fault-34")
class DiscountsIT {

    private static final String LIST = "/api/admin/services";
    private static final String LARKSPUR = LIST + "/520/discounts";
    private static final String BILLING = "petra@portal.example";
    private static final String SUPPORT = "sully@portal.example";
    private static final String OPERATIONS = "otto@portal.example";

    private static Session billing;
    private static Session support;

    @BeforeAll
    static void signIn() throws Exception {
        World.get();
        billing = admin(BILLING, "billing");
        support = admin(SUPPORT, "support");
    }

    @AfterAll
    static void leave() throws Exception {
        for (String email : List.of(BILLING, SUPPORT, OPERATIONS)) {
            PortalAdmins.remove(email);
        }
    }

    private static Session admin(String email, String role) throws Exception {
        PortalAdmins.make(email, role, false);
        return Session.ofAdmin(World.get().portal(), email, PortalAdmins.PASSWORD);
    }

    /** Everything as the demo has it. */
    @BeforeEach
    @AfterEach
    void asItWas() throws Exception {
        World.get().whmcs().faults().clear();
        for (String table :
                List.of("eb_discount_history", "eb_discount_changes", "eb_discount_services")) {
            PortalTables.run("DELETE FROM " + table);
        }
        PortalTables.run("DELETE FROM mod_rd_discountConfigOptions WHERE serviceid = 520");
        PortalTables.run(
                "INSERT INTO mod_rd_discountConfigOptions (serviceid, configoptionid,"
                        + " discount_price, price) VALUES (520, 67, 7.00, 8.00),"
                        + " (520, 91, 4.75, 6.00), (520, 110, 14.75, 19.00)");
        PortalTables.run("UPDATE tblhosting SET amount = 98.75 WHERE id = 520");
        PortalTables.run(
                "UPDATE tblhostingconfigoptions SET qty = 6 WHERE relid = 520 AND configid = 88");
    }

    @Test
    void theListFindsWhatIsTheMatter() throws Exception {
        JsonNode page = support.get(LIST).json();
        assertThat(page.path("total").asInt()).isEqualTo(6);
        assertThat(page.at("/counts/discounted").asInt()).isEqualTo(6);
        assertThat(ids("?filter=differs")).containsExactly(503);
        assertThat(ids("?filter=list-changed")).containsExactly(501);
        assertThat(ids("?filter=option-gone")).containsExactly(502);
        assertThat(ids("?filter=below-cost")).containsExactly(550);
        assertThat(ids("?q=quill")).containsExactly(530);
        assertThat(ids("?sort=-amount")).startsWith(550);
        JsonNode birchlegal = support.get(LIST + "?filter=differs").json().at("/items/0");
        assertThat(birchlegal.path("amount").asText()).isEqualTo("99.00");
        assertThat(birchlegal.path("computed").asText()).isEqualTo("93.00");
        assertThat(birchlegal.path("difference").asText()).isEqualTo("6.00");
        assertThat(support.get(LIST + "?filter=no-such").status()).isEqualTo(400);
        assertThat(support.get(LIST + "?sort=no-such").status()).isEqualTo(400);
    }

    private static List<Integer> ids(String query) throws Exception {
        return support.get(LIST + query).json().path("items").findValues("id").stream()
                .map(JsonNode::asInt)
                .filter(id -> id >= 500 && id < 600)
                .toList();
    }

    @Test
    void theListIsAFileForSpreadsheets() throws Exception {
        Answer file = support.get(LIST + "/export?filter=differs");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.type()).startsWith("text/csv");
        assertThat(file.body().lines()).hasSize(2);
        assertThat(file.body())
                .contains("503,101,\"Pinewood IT\",\"birchlegal\"")
                .contains(",99.00,93.00,6.00,");
        assertThat(
                        PortalTables.rows(
                                "SELECT result FROM eb_audit WHERE action = 'services.export'"
                                        + " AND actor = ? ORDER BY id DESC LIMIT 1",
                                SUPPORT))
                .containsExactly("ok");
    }

    @Test
    void aSheetTellsWhatItTakesToDecide() throws Exception {
        JsonNode sheet = support.get(LARKSPUR).json();
        assertThat(sheet.path("may_set").asBoolean()).isFalse();
        assertThat(billing.get(LARKSPUR).json().path("may_set").asBoolean()).isTrue();
        assertThat(sheet.path("differs").asBoolean()).isFalse();
        assertThat(sheet.path("cycle_billed").asBoolean()).isTrue();
        assertThat(sheet.path("floor_percent").asInt()).isEqualTo(50);
        assertThat(sheet.at("/service/currency/code").asText()).isEqualTo("CAD");
        assertThat(sheet.at("/service/next_due").asText()).isEqualTo("2027-01-02");
        assertThat(sheet.at("/computed/amount").asText()).isEqualTo("98.75");
        JsonNode storage = option(sheet, 67);
        assertThat(storage.path("type").asText()).isEqualTo("quantity");
        assertThat(storage.path("list_price").asText()).isEqualTo("8.00");
        assertThat(storage.path("discount_price").asText()).isEqualTo("7.00");
        assertThat(option(sheet, 88).path("discount_price").isNull()).isTrue();
        assertThat(option(sheet, 110).path("choices")).hasSize(2);
        assertThat(option(sheet, 115).path("type").asText()).isEqualTo("yesno");
    }

    private static JsonNode option(JsonNode sheet, int id) {
        for (JsonNode option : sheet.path("options")) {
            if (option.path("configoptionid").asInt() == id) {
                return option;
            }
        }
        throw new AssertionError("no option " + id);
    }

    @Test
    void aPreviewSavesNothing() throws Exception {
        JsonNode stored = support.post(LARKSPUR + "/recalculate").json();
        assertThat(stored.path("amount").asText()).isEqualTo("98.75");
        assertThat(stored.at("/meta/serviceId").asInt()).isEqualTo(520);
        assertThat(stored.at("/meta/cycleCol").asText()).isEqualTo("monthly");
        assertThat(stored.at("/meta/baseRecurring").asText()).isEqualTo("0.00");
        assertThat(stored.at("/meta/lines/0/qty").asInt()).isEqualTo(6);

        JsonNode live =
                support.post(
                                LARKSPUR + "/recalculate",
                                Map.of(
                                        "options",
                                        List.of(
                                                Map.of("configid", 67, "qty", 3),
                                                Map.of("configid", 118, "subId", 1182)),
                                        "discounts",
                                        List.of(price(67, "6.50"))))
                        .json();
        assertThat(live.path("amount").asText()).as("19.50 and 2.00").isEqualTo("21.50");
        assertThat(live.at("/meta/lines/1/source").asText()).isEqualTo("db");
        assertThat(support.get(LARKSPUR + "/history").json().path("total").asInt()).isZero();
    }

    @Test
    void pricesAndTheAmountAreSavedAndUndone() throws Exception {
        Answer saved =
                billing.put(
                        LARKSPUR, Map.of("discounts", List.of(price(67, "6.00"), price(91, null))));
        assertThat(saved.json().path("saved").asInt()).isEqualTo(1);
        assertThat(saved.json().path("removed").asInt()).isEqualTo(1);

        Answer committed = commit("104.25", "98.75");

        assertThat(committed.status()).as(committed.toString()).isEqualTo(200);
        assertThat(committed.json().path("amount_before").asText()).isEqualTo("98.75");
        assertThat(committed.json().path("not_taken")).isEmpty();
        assertThat(amount()).isEqualTo("104.25");
        JsonNode entry = billing.get(LARKSPUR + "/history").json().at("/items/0");
        assertThat(entry.path("kind").asText()).isEqualTo("amount");
        assertThat(entry.path("changes")).hasSize(2);
        assertThat(entry.path("undoable").asBoolean()).isTrue();

        Answer undone =
                billing.post(
                        LARKSPUR + "/history/" + entry.path("id").asLong() + "/undo",
                        Map.of("expected_amount", "104.25"));

        assertThat(undone.status()).as(undone.toString()).isEqualTo(200);
        assertThat(amount()).isEqualTo("98.75");
        assertThat(option(billing.get(LARKSPUR).json(), 67).path("discount_price").asText())
                .isEqualTo("7.00");
        assertThat(
                        PortalTables.rows(
                                "SELECT CONCAT(action, '|', target, '|', result) FROM eb_audit"
                                        + " WHERE action LIKE 'discounts.%' AND actor = ?"
                                        + " ORDER BY id DESC LIMIT 6",
                                BILLING))
                .contains(
                        "discounts.commit|520 98.75 to 104.25|ok",
                        "discounts.save|520 2 prices|ok",
                        "discounts.undo|520 entry " + entry.path("id").asLong() + "|ok");
    }

    @Test
    void aQuantityThatIsAnotherThanWasSeenIsNotWrittenOver() throws Exception {
        Answer refused =
                billing.post(
                        LARKSPUR + "/commit",
                        Map.of(
                                "amount",
                                "98.75",
                                "expected_amount",
                                "98.75",
                                "options",
                                List.of(Map.of("configid", 88, "qty", 5, "began_with", 4))));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("options-changed");
        assertThat(refused.json().at("/errors/0/configoptionid").asInt()).isEqualTo(88);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("changed-meanwhile");
        assertThat(
                        PortalTables.rows(
                                "SELECT qty FROM tblhostingconfigoptions WHERE relid = 520"
                                        + " AND configid = 88"))
                .containsExactly("6");
    }

    @Test
    void whatIsCountedHasNoTimeAndWhatIsMeasuredHasItsOwn() throws Exception {
        JsonNode sheet = billing.get(LARKSPUR).json();
        assertThat(option(sheet, 88).at("/used/amount").isTextual()).isTrue();
        assertThat(option(sheet, 88).at("/used/as_of").isNull()).isTrue();
        JsonNode measured = option(sheet, 67).at("/used/as_of");
        assertThat(measured.isNull() || measured.asLong() < sheet.path("as_of").asLong()).isTrue();
    }

    @Test
    void oneBadPriceRefusesAll() throws Exception {
        Answer refused =
                billing.put(
                        LARKSPUR,
                        Map.of(
                                "discounts",
                                List.of(price(67, "6.00"), price(91, "-1"), price(777, "1.00"))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.json().path("code").asText()).isEqualTo("validation");
        assertThat(refused.json().path("errors")).hasSize(2);
        assertThat(refused.json().at("/errors/0/configoptionid").asInt()).isEqualTo(91);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("discount_price");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("negative");
        assertThat(refused.json().at("/errors/1/code").asText()).isEqualTo("unknown-option");
        assertThat(option(billing.get(LARKSPUR).json(), 67).path("discount_price").asText())
                .isEqualTo("7.00");
        for (Object bad : Arrays.asList("1e9", "1.005", "x", 1e9, true, List.of())) {
            assertThat(billing.put(LARKSPUR + "/67", single(bad)).status())
                    .as(String.valueOf(bad))
                    .isEqualTo(400);
        }
    }

    @Test
    void oneOptionIsPricedAndFreedAgain() throws Exception {
        assertThat(billing.put(LARKSPUR + "/99", single("4.00")).status()).isEqualTo(200);
        assertThat(billing.put(LARKSPUR + "/99", single(4.5)).status()).isEqualTo(200);
        assertThat(option(billing.get(LARKSPUR).json(), 99).path("saved").path("by").asText())
                .isEqualTo("Petra");
        for (int i = 0; i < 2; i++) {
            assertThat(billing.delete(LARKSPUR + "/99").status()).isEqualTo(204);
        }
        assertThat(billing.delete(LARKSPUR + "/999999").status()).isEqualTo(204);
        assertThat(option(billing.get(LARKSPUR).json(), 99).path("discount_price").isNull())
                .isTrue();
    }

    @Test
    void theSecondOfTwoIsToldWhatTheFirstDid() throws Exception {
        Session other = Session.ofAdmin();
        other.put(LARKSPUR + "/67", single("6.00"));

        Answer refused =
                billing.put(
                        LARKSPUR,
                        Map.of(
                                "discounts",
                                List.of(
                                        Map.of(
                                                "configoptionid",
                                                67,
                                                "discount_price",
                                                "5.50",
                                                "began_with",
                                                "7.00"))));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("discount-conflict");
        assertThat(refused.json().at("/conflicts/0/theirs").asText()).isEqualTo("6.00");
        assertThat(refused.json().path("by").asText()).isNotBlank();
        assertThat(commit("98.75", "98.75").json().path("code").asText())
                .isEqualTo("stale-preview");
        PortalTables.run("UPDATE tblhosting SET amount = 120 WHERE id = 520");
        Answer changed = commit("96.75", "98.75");
        assertThat(changed.json().path("code").asText()).isEqualTo("amount-changed");
        assertThat(changed.json().path("amount").asText()).isEqualTo("120.00");
        assertThat(amount()).isEqualTo("120.00");
    }

    @Test
    @Tag("fault-20")
    void whileWhmcsIsDownNothingIsChanged() throws Exception {
        World.get().whmcs().faults().add(Fault.always(Fault.Kind.STATUS));
        Answer refused = commit("98.75", "98.75");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("code").asText()).isEqualTo("whmcs-unavailable");
        assertThat(amount()).isEqualTo("98.75");
        assertThat(billing.get(LARKSPUR).json().path("pending").isNull()).isTrue();
    }

    @Test
    @Tag("fault-20")
    void anAnswerThatWasLostIsKnownAtTheNextLook() throws Exception {
        billing.put(LARKSPUR + "/67", single("6.00"));
        World.get()
                .whmcs()
                .faults()
                .add(Fault.always(Fault.Kind.TRUNCATED).value(5).onEach(2).times(1));

        Answer lost = commit("96.75", "98.75");

        assertThat(lost.status()).as(lost.toString()).isEqualTo(202);
        assertThat(lost.json().path("pending").asBoolean()).isTrue();
        assertThat(billing.get(LARKSPUR).json().path("pending").isNull()).isTrue();
        assertThat(billing.get(LARKSPUR + "/history").json().at("/items/0/state").asText())
                .isEqualTo("done");
        assertThat(amount()).isEqualTo("96.75");
    }

    @Test
    @Tag("fault-23")
    void whoMayNotIsRefusedAndACustomerAsWell() throws Exception {
        assertThat(support.put(LARKSPUR + "/67", single("1.00")).status()).isEqualTo(403);
        assertThat(
                        support.post(
                                        LARKSPUR + "/commit",
                                        Map.of("amount", "1.00", "expected_amount", "98.75"))
                                .status())
                .isEqualTo(403);
        Session operations = admin(OPERATIONS, "operations");
        assertThat(operations.get(LARKSPUR).status()).isEqualTo(403);
        Session customer = Session.of(World.MSP, World.LARKSPUR);
        assertThat(customer.get(LARKSPUR).status()).isEqualTo(403);
        assertThat(customer.put(LARKSPUR + "/67", single("0.00")).status()).isEqualTo(403);
        assertThat(customer.delete(LARKSPUR + "/67").status()).isEqualTo(403);
        assertThat(customer.post(LARKSPUR + "/recalculate").status()).isEqualTo(403);
        assertThat(new Session().get(LARKSPUR).status()).isEqualTo(401);
        assertThat(billing.get(LIST + "/999999/discounts").status()).isEqualTo(404);
        assertThat(billing.get(LIST + "/x/discounts").status()).isEqualTo(404);
    }

    private static Answer commit(String amount, String expected) throws Exception {
        return billing.post(
                LARKSPUR + "/commit", Map.of("amount", amount, "expected_amount", expected));
    }

    private static String amount() throws Exception {
        return PortalTables.rows("SELECT amount FROM tblhosting WHERE id = 520").get(0);
    }

    private static Map<String, Object> price(int option, String price) {
        Map<String, Object> body = new HashMap<>();
        body.put("configoptionid", option);
        body.put("discount_price", price);
        return body;
    }

    private static Map<String, Object> single(Object price) {
        Map<String, Object> body = new HashMap<>();
        body.put("discount_price", price);
        return body;
    }
}
