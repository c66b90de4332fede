package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import com.eazybackup.simulator.DemoCustomers;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Users and vaults over the API, filled from the profiles of two simulated Comet Servers. */
class UsersIT {

    private static final int PINEWOOD_USERS = 10;
    private static final String USERS = "/api/users";
    private static final String VAULTS = "/api/vaults";
    private static final String LOOK = "/api/preferences/users";

    @BeforeAll
    static void theFleetIsRead() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);
        World.eventually(
                "every profile of Pinewood is read",
                () -> {
                    List<String> reports =
                            texts(session.get(USERS).json().path("items"), "email_reports");
                    return reports.size() == PINEWOOD_USERS && !reports.contains("unknown");
                });
    }

    @Test
    void aUserIsWhatItsProfileSays() throws Exception {
        JsonNode items = Session.of(World.MSP, World.PINEWOOD).get(USERS).json().path("items");

        for (JsonNode user : items) {
            String name = user.path("username").asText();
            String server =
                    name.equals("pinewood-obc") ? DemoCustomers.OBC : DemoCustomers.COMETBACKUP;
            JsonNode profile = World.get().comet(server).fleet().profile(name).orElseThrow();
            assertThat(user.path("account_name")).isEqualTo(profile.path("AccountName"));
            assertThat(user.path("emails")).isEqualTo(profile.path("Emails"));
            assertThat(user.path("devices").asInt())
                    .as(name)
                    .isEqualTo(profile.path("Devices").size());
            assertThat(user.path("items").asInt())
                    .as(name)
                    .isEqualTo(profile.path("Sources").size());
            assertThat(user.path("vaults").asInt())
                    .as(name)
                    .isEqualTo(profile.path("Destinations").size());
            assertThat(user.path("m365_quota"))
                    .isEqualTo(profile.path("QuotaOffice365ProtectedAccounts"));
        }
    }

    @Test
    void sumsAreOfAllUsersWhateverIsLookedFor() throws Exception {
        JsonNode answer =
                Session.of(World.MSP, World.PINEWOOD)
                        .get(USERS + "?q=BIRCH&sort=-devices&size=1")
                        .json();

        assertThat(answer.path("total").asInt()).isEqualTo(2);
        assertThat(texts(answer.path("items"), "username")).containsExactly("birchlegal");
        assertThat(answer.at("/totals/users").asInt()).isEqualTo(PINEWOOD_USERS);
        assertThat(answer.at("/totals/devices").asInt()).isEqualTo(110);
    }

    @Test
    @Tag("fault-23")
    void anotherClientsUsersAreNeverShownAndNamesKeepTheirCase() throws Exception {
        JsonNode engineering = Session.of("sam@deltaworks.example").get(USERS).json();
        JsonNode film = Session.of("kim@deltaworks-film.example").get(USERS).json();

        assertThat(texts(engineering.path("items"), "username")).containsExactly("Deltaworks");
        assertThat(engineering.at("/items/0/devices").asInt()).isEqualTo(3);
        assertThat(texts(film.path("items"), "username")).containsExactly("deltaworks");
        assertThat(film.at("/items/0/devices").asInt()).isEqualTo(2);
        assertThat(
                        texts(
                                Session.of("sam@deltaworks.example")
                                        .get(VAULTS)
                                        .json()
                                        .path("items"),
                                "username"))
                .isNotEmpty()
                .containsOnly("Deltaworks");
        String ofQuill = Session.of(World.SMALL).get(USERS + "?client_id=101&q=birch").body();
        assertThat(ofQuill).doesNotContain("birchlegal");
    }

    @Test
    void aClientWithoutDevicesHasItsUserAndOneWithoutServicesHasNone() throws Exception {
        assertThat(texts(Session.of(World.EMPTY).get(USERS).json().path("items"), "username"))
                .containsExactly("emptynest");
        Session noor = Session.of("noor@halcyon.example");
        assertThat(noor.get(USERS).json().path("total").asInt()).isZero();
        assertThat(noor.get(VAULTS).json().path("total").asInt()).isZero();
    }

    @Test
    void badParametersAreRefusedWithASentence() throws Exception {
        Session session = Session.of(World.SMALL);
        for (String address :
                List.of(
                        USERS + "?sort=password",
                        USERS + "?sort=--devices",
                        USERS + "?at_limit=maybe",
                        USERS + "?size=201",
                        USERS + "?q=" + "x".repeat(201),
                        USERS + "/export?sort=nothing",
                        VAULTS + "?state=leaking",
                        VAULTS + "?sort=bucket_key",
                        VAULTS + "?page=0")) {
            Answer answer = session.get(address);
            assertThat(answer.status()).as(address).isEqualTo(400);
            assertThat(answer.json().path("code").asText()).isEqualTo("validation");
            assertThat(answer.json().path("detail").asText()).endsWith(".");
        }
    }

    @Test
    void aVaultTellsItsTypeUnderTheProductsNameItsQuotaAndItsState() throws Exception {
        Session session = Session.of(World.MSP, World.PINEWOOD);
        JsonNode vaults = session.get(VAULTS + "?size=200").json();

        assertThat(vaults.at("/totals/vaults").asInt()).isEqualTo(vaults.path("total").asInt());
        assertThat(vaults.path("items"))
                .filteredOn(vault -> vault.path("type").asInt() == 1003)
                .isNotEmpty()
                .allSatisfy(
                        vault -> assertThat(vault.path("type_name").asText()).isEqualTo(brand()));
        assertThat(vaults.path("items"))
                .filteredOn(vault -> vault.path("username").asText().equals("birchlegal-m365"))
                .isNotEmpty()
                .allSatisfy(
                        vault -> {
                            assertThat(vault.path("state").asText()).isEqualTo("locked");
                            assertThat(vault.path("billing").asText()).isEqualTo("included");
                        });
        JsonNode byType = session.get(VAULTS + "?q=" + brand().toUpperCase(Locale.ROOT)).json();
        assertThat(byType.path("total").asInt()).isPositive();
        assertThat(vaults.toString()).doesNotContain("CANARY").doesNotContain("bucket");
    }

    @Test
    void aFullVaultIsALimitOfItsUser() throws Exception {
        Session session = Session.of("mira@larkspur.example");
        String vault =
                PortalTables.rows(
                                "SELECT id FROM comet_vaults WHERE client_id = 102 AND is_active = 1"
                                        + " AND type IN (1000, 1003) ORDER BY id LIMIT 1")
                        .get(0);
        PortalTables.run(
                "UPDATE comet_vaults SET total_bytes = 5000, has_storage_limit = 1,"
                        + " storage_limit_bytes = 5000 WHERE id = '"
                        + vault
                        + "'");
        try {
            JsonNode full = session.get(VAULTS + "?state=full").json();
            assertThat(texts(full.path("items"), "id")).containsExactly(vault);
            assertThat(full.at("/items/0/percent").asInt()).isEqualTo(100);
            JsonNode users = session.get(USERS + "?at_limit=true").json();
            assertThat(texts(users.path("items"), "username")).containsExactly("larkspur");
            assertThat(users.at("/limits/0/full_vaults").asInt()).isEqualTo(1);
        } finally {
            PortalTables.run(
                    "UPDATE comet_vaults SET has_storage_limit = 0 WHERE id = '" + vault + "'");
        }
    }

    @Test
    @Tag("fault-29")
    void anExportIsAFileWithoutFormulasAndIsInTheTrail() throws Exception {
        Session session = Session.of(World.SMALL);
        PortalTables.run("UPDATE comet_users SET account_name = '=1+1' WHERE username = 'quill'");
        try {
            Answer users = session.get(USERS + "/export");
            assertThat(users.status()).isEqualTo(200);
            assertThat(users.type()).startsWith("text/csv");
            assertThat(users.headers().get("content-disposition").get(0))
                    .contains("users-quill-co-bookbinders-");
            assertThat(users.body()).startsWith("\uFEFF\"username\"").contains("\"'=1+1\"");
        } finally {
            PortalTables.run(
                    "UPDATE comet_users SET account_name = 'quill' WHERE username = 'quill'");
        }
        assertThat(session.get(VAULTS + "/export").body()).contains("\"quill\"");
        assertThat(
                        PortalTables.rows(
                                "SELECT DISTINCT CONCAT(action, ' ', result) FROM eb_audit"
                                        + " WHERE action IN ('users.export', 'vaults.export')"
                                        + " AND actor = ? AND result <> 'refused' ORDER BY 1",
                                World.SMALL))
                .containsExactly(
                        "users.export asked",
                        "users.export ok",
                        "vaults.export asked",
                        "vaults.export ok");
    }

    @Test
    @Tag("fault-23")
    void anExportOfAPageThatWasMadeForAnotherClientIsRefused() throws Exception {
        Session dana = Session.of(World.MSP, World.LARKSPUR);

        for (String list : List.of(USERS, VAULTS)) {
            assertThat(dana.get(list + "/export?client=" + World.LARKSPUR).status()).isEqualTo(200);
            Answer other = dana.get(list + "/export?client=" + World.PINEWOOD);
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.json().path("code").asText()).isEqualTo("conflict");
        }
    }

    @Test
    void aProgramIsNotToldEmailAddresses() throws Exception {
        Session owner = Session.of(World.MSP, World.PINEWOOD);
        Program program = Program.madeBy(owner, "users without addresses");

        JsonNode items = program.get(USERS).json().path("items");

        assertThat(items).hasSize(PINEWOOD_USERS);
        assertThat(items).allSatisfy(user -> assertThat(user.get("emails").isNull()).isTrue());
        assertThat(program.get(USERS + "?q=%40").json().path("total").asInt()).isZero();
        assertThat(program.get("/api/find?q=%40").json().at("/users/total").asInt(-1)).isZero();
        assertThat(owner.get("/api/find?q=%40").json().at("/users/total").asInt()).isPositive();
        assertThat(program.get(USERS + "/export").body()).doesNotContain("@");
        assertThat(owner.get(USERS + "/export").body()).contains("@");
    }

    @Test
    void aLookIsKeptForOnePersonAndClient() throws Exception {
        Session dana = Session.of(World.MSP, World.PINEWOOD);

        assertThat(dana.put(LOOK, Map.of("hidden", List.of("vmware"), "size", 50)).status())
                .isEqualTo(204);

        assertThat(Session.of(World.MSP, World.PINEWOOD).get(LOOK).body())
                .isEqualTo("{\"hidden\":[\"vmware\"],\"size\":50}");
        assertThat(Session.of(World.MSP, World.LARKSPUR).get(LOOK).body()).isEqualTo("{}");
        assertThat(Session.of(World.READER).get(LOOK).body()).isEqualTo("{}");
        assertThat(dana.put(LOOK, Map.of("size", 10)).status()).isEqualTo(204);
        assertThat(dana.get(LOOK).body())
                .as("what a wish does not name stays")
                .isEqualTo("{\"hidden\":[\"vmware\"],\"size\":10}");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("hidden", null);
        nothing.put("size", null);
        assertThat(dana.put(LOOK, nothing).status()).isEqualTo(204);
        assertThat(dana.get(LOOK).body()).isEqualTo("{}");
    }

    @Test
    void aLookIsSmallAndOfAKnownList() throws Exception {
        Session dana = Session.of(World.MSP, World.PINEWOOD);

        assertThat(dana.put(LOOK, Map.of("size", 26)).status()).isEqualTo(400);
        assertThat(dana.put(LOOK, Map.of("hidden", List.of("<b>"))).status()).isEqualTo(400);
        assertThat(dana.put(LOOK, Map.of("colour", "pink")).status()).isEqualTo(400);
        assertThat(dana.get("/api/preferences/passwords").status()).isEqualTo(404);
        assertThat(dana.put("/api/preferences/passwords", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void whoLooksAsSupportSeesAllAndKeepsAndExportsNothing() throws Exception {
        Session admin = Session.ofAdmin();
        admin.post("/api/admin/viewing", Map.of("client_id", World.QUILL, "reason", "lists"));

        assertThat(texts(admin.get(USERS).json().path("items"), "username"))
                .containsExactly(World.SMALL_ACCOUNT);
        assertThat(admin.get(LOOK).status()).isEqualTo(200);
        assertThat(admin.put(LOOK, Map.of("size", 10)).status()).isEqualTo(403);
        assertThat(admin.get(USERS + "/export").status()).isEqualTo(403);
    }

    private static String brand() {
        return World.get().serverVariables().getOrDefault("EB_BRAND_NAME", "eazyBackup");
    }

    private static List<String> texts(JsonNode items, String field) {
        List<String> found = new ArrayList<>();
        items.forEach(item -> found.add(item.path(field).asText()));
        return found;
    }
}
