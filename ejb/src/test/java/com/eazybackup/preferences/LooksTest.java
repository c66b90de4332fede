package com.eazybackup.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.access.Caller;
import com.eazybackup.access.ClientSummary;
import com.eazybackup.access.Duty;
import com.eazybackup.access.Pass;
import com.eazybackup.access.Person;
import com.eazybackup.access.Role;
import com.eazybackup.testing.MovedClock;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooksTest {

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Look LOOK = look(List.of("vmware", "m365"), 50, null);

    private final Looks looks =
            new Looks(DATABASE.source(), new MovedClock(Instant.parse("2026-07-15T12:00:00Z")));

    @Test
    void aLookIsKeptOfOnePersonForOneClientAndOneList() {
        assertThat(looks.of(customer(1, 101), LookName.USERS)).isEqualTo(Look.NONE);

        looks.keep(customer(1, 101), LookName.USERS, wish("{'size':10}"));
        looks.keep(
                customer(1, 101), LookName.USERS, wish("{'hidden':['vmware','m365'],'size':50}"));

        assertThat(looks.of(customer(1, 101), LookName.USERS)).isEqualTo(LOOK);
        assertThat(looks.of(customer(1, 102), LookName.USERS)).isEqualTo(Look.NONE);
        assertThat(looks.of(customer(2, 101), LookName.USERS)).isEqualTo(Look.NONE);
        assertThat(looks.of(customer(1, 101), LookName.VAULTS)).isEqualTo(Look.NONE);
        assertThat(looks.of(support(1, 101), LookName.USERS))
                .as("administrators have numbers of their own")
                .isEqualTo(Look.NONE);
    }

    @Test
    void oneOfAnotherVersionIsAsGoodAsNone() throws SQLException {
        DATABASE.run(
                "INSERT INTO eb_looks (role, person_id, client_id, name, look, updated_ms) VALUES"
                        + " ('customer', 9, 9, 'users', '{\"colour\":\"pink\"}', 0),"
                        + " ('customer', 9, 9, 'vaults', 'no json', 0)");

        assertThat(looks.of(customer(9, 9), LookName.USERS)).isEqualTo(Look.NONE);
        assertThat(looks.of(customer(9, 9), LookName.VAULTS)).isEqualTo(Look.NONE);

        for (LookName name : List.of(LookName.USERS, LookName.VAULTS)) {
            looks.keep(customer(9, 9), name, wish("{'size':10}"));
            assertThat(looks.of(customer(9, 9), name)).isEqualTo(look(null, 10, null));
        }
    }

    @Test
    void onlySmallAndKnownThingsAreKept() {
        assertThat(LOOK.flaw()).isEmpty();
        assertThat(Look.NONE.flaw()).isEmpty();
        assertThat(look(List.of("<script>"), null, null).flaw()).isPresent();
        assertThat(look(Collections.singletonList(null), null, null).flaw()).isPresent();
        assertThat(look(Collections.nCopies(41, "a"), null, null).flaw()).isPresent();
        assertThat(look(null, 26, null).flaw()).isPresent();
        assertThat(look(null, null, "dense").flaw()).isPresent();
        assertThat(look(Collections.nCopies(40, "a".repeat(32)), 100, "compact").flaw())
                .as("and the greatest of them fits the column")
                .isEmpty();
        String greatest = "['" + String.join("','", Collections.nCopies(40, "a".repeat(32))) + "']";
        String groups = Collections.nCopies(500, Integer.MAX_VALUE).toString();
        looks.keep(
                customer(3, 3),
                LookName.DEVICES,
                wish(
                        "{'hidden':"
                                + greatest
                                + ",'size':100,'density':'compact','grouped':false,'closed':"
                                + groups
                                + "}"));
        looks.keep(customer(3, 3), LookName.DEVICES, wish("{'hidden':" + greatest + "}"));
        assertThat(looks.of(customer(3, 3), LookName.DEVICES).hidden()).hasSize(40);
    }

    @Test
    void closedGroupsAreKept() {
        Caller one = customer(6, 6);
        looks.keep(one, LookName.DEVICES, wish("{'grouped':true,'closed':[7,9]}"));
        looks.keep(one, LookName.DEVICES, wish("{'density':'compact'}"));

        assertThat(looks.of(one, LookName.DEVICES))
                .isEqualTo(new Look(null, null, "compact", true, List.of(7, 9)));

        assertThat(wish("{'closed':[0]}").flaw()).isPresent();
        assertThat(wish("{'closed':[null]}").flaw()).isPresent();
        assertThat(wish("{'closed':" + Collections.nCopies(501, 1) + "}").flaw()).isPresent();
    }

    @Test
    void aWishLeavesWhatItDoesNotNameAndNullTakesBack() {
        Caller one = customer(4, 4);
        looks.keep(one, LookName.USERS, wish("{'size':10,'density':'compact'}"));
        looks.keep(one, LookName.USERS, wish("{'hidden':['vmware']}")); // in another tab
        assertThat(looks.of(one, LookName.USERS)).isEqualTo(look(List.of("vmware"), 10, "compact"));

        looks.keep(one, LookName.USERS, wish("{'hidden':null,'size':25}"));
        assertThat(looks.of(one, LookName.USERS)).isEqualTo(look(null, 25, "compact"));

        looks.keep(customer(5, 5), LookName.USERS, wish("{'hidden':null}"));
        assertThat(looks.of(customer(5, 5), LookName.USERS)).isEqualTo(Look.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "'x'",
                "{'colour':'pink'}",
                "{'size':'10'}",
                "{'grouped':'yes'}",
                "{'closed':[1.5]}"
            })
    void whatIsNoWishIsNotOne(String body) throws JsonProcessingException {
        assertThat(LookWish.of(json(body))).isEmpty();
    }

    private static Look look(List<String> hidden, Integer size, String density) {
        return new Look(hidden, size, density, null, null);
    }

    private static LookWish wish(String body) {
        try {
            return LookWish.of(json(body)).orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode json(String body) throws JsonProcessingException {
        return new ObjectMapper().readTree(body.replace('\'', '"'));
    }

    private static Caller customer(int id, int client) {
        ClientSummary one = new ClientSummary(new ClientId(client), "C", Duty.OWNER);
        return new Caller(
                new Person(Role.CUSTOMER, id, "a@x.example", "A", null), List.of(one), one, pass());
    }

    private static Caller support(int id, int client) {
        ClientSummary one = new ClientSummary(new ClientId(client), "C", Duty.READ_ONLY);
        return new Caller(
                new Person(Role.ADMIN, id, "a@x.example", "A", Duty.SUPPORT),
                List.of(),
                one,
                pass());
    }

    private static Pass pass() {
        return new Pass(Pass.Kind.SESSION, "s", Instant.EPOCH, "secret", null);
    }
}
