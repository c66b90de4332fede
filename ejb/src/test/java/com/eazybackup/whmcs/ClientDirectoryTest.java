package com.eazybackup.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClientDirectoryTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final Set<String> BOTH = Set.of("products", "manageproducts");
    private static TestPersistence persistence;

    private final ClientDirectory directory = new ClientDirectory(persistence.tables());

    @BeforeAll
    static void open() throws SQLException {
        TestPersistence.fillWhmcs(DATABASE);
        DATABASE.run(
                "INSERT INTO tblusers (id, first_name, last_name, email) VALUES (900, '', '', 'plain@x.example')",
                "INSERT INTO tblusers_clients (auth_user_id, client_id, owner) VALUES (900, 4711, 1)",
                "INSERT INTO tblclients (id, firstname, lastname, companyname, email) VALUES"
                        + " (901, 'Ada', 'Byron', ' ', 'a@x.example'), (902, '', '', '', 'b@x.example')",
                "INSERT INTO tblusers_clients (auth_user_id, client_id, owner) VALUES (900, 901, 0), (900, 902, 0)");
        persistence = TestPersistence.on(DATABASE);
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @Test
    void aUsersOwnClientComesFirstThenTheOthersByName() {
        assertThat(directory.clientsOf(new UserId(109)))
                .containsExactly(
                        new Membership(new ClientId(101), "Pinewood IT", true, Set.of()),
                        new Membership(new ClientId(105), "Fernhollow Vet Clinic", false, BOTH),
                        new Membership(new ClientId(102), "Larkspur Accounting", false, BOTH));
    }

    @Test
    void aUsersNumberIsNeverTakenForAClients() {
        // User 101 owns client 102; client 101 is somebody else's.
        assertThat(directory.clientsOf(new UserId(101)))
                .extracting(Membership::client)
                .containsExactly(new ClientId(102));
    }

    @Test
    void aUserWithoutAClientHasNone() {
        assertThat(directory.clientsOf(new UserId(111))).isEmpty();
        assertThat(directory.clientsOf(new UserId(999_999))).isEmpty();
    }

    @Test
    void aMembershipOfAClientThatIsGoneIsLeftOut() {
        assertThat(directory.clientsOf(new UserId(900)))
                .extracting(Membership::client)
                .containsExactlyInAnyOrder(new ClientId(901), new ClientId(902));
    }

    @Test
    void aClientWithoutCompanyIsCalledByItsPersonOrItsNumber() {
        assertThat(directory.clientsOf(new UserId(900)))
                .extracting(Membership::clientName)
                .containsExactlyInAnyOrder("Ada Byron", "#902");
    }

    @Test
    void aPersonHasNameAndAddress() {
        assertThat(directory.user(new UserId(109)))
                .contains(
                        new WhmcsUser(new UserId(109), "dana@pinewood.example", "Dana Whitfield"));
        assertThat(directory.user(new UserId(900)).orElseThrow().name())
                .isEqualTo("plain@x.example");
        assertThat(directory.user(new UserId(999_999))).isEmpty();
    }

    @Test
    void permissionsAreReadHoweverTheWordsAreKeptApart() {
        assertThat(UserClientRow.words("products,manageproducts")).isEqualTo(BOTH);
        assertThat(UserClientRow.words("[\"products\", \"manageproducts\"]")).isEqualTo(BOTH);
        assertThat(UserClientRow.words("")).isEmpty();
        assertThat(UserClientRow.words(null)).isEmpty();
    }
}
