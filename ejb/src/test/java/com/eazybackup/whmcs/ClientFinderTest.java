package com.eazybackup.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.testing.TestPersistence;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFinderTest {

    private static final TestDatabase DATABASE = TestDatabase.empty();
    private static final CountedQueries COUNTED = new CountedQueries(DATABASE.source());
    private static TestPersistence persistence;

    private final ClientFinder finder =
            new ClientFinder(persistence.tables(), TestWhmcs.activeServices(persistence.tables()));

    @BeforeAll
    static void open() throws SQLException {
        TestPersistence.fillWhmcs(DATABASE);
        DATABASE.run(
                "INSERT INTO tblclients (id, firstname, lastname, companyname, email, status) VALUES"
                        + " (901, 'Ada', 'Byron', '', 'ada@engine.example', 'Closed'),"
                        + " (902, '', '', '100%_Cotton', 'c@x.example', 'Active')",
                "INSERT INTO tblclients (id, firstname, lastname, companyname, email)"
                        + " SELECT 10000 + seq, 'No', 'Body', CONCAT('Heap ', seq), 'h@x.example'"
                        + " FROM seq_1_to_1500");
        persistence = TestPersistence.on(COUNTED.source());
    }

    @AfterAll
    static void close() {
        persistence.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pinewood, 101", // company
        "WHITFIELD, 101", // the person
        "dana@pinewood, 101", // who may sign in for it
        "larkspur, 102",
        "iris@quill.example, 103", // e-mail
        "#103, 103", // number
        "quill, 103", // user name of a service
        "ada byron, 901"
    })
    void aClientIsFoundByWhatIsKnownOfIt(String words, int client) {
        assertThat(found(words)).contains(client);
    }

    @Test
    void aClientSaysWhatItIsCalledAndWhichServicesItHas() {
        FoundClient quill =
                finder.find("quill", 1, 20).clients().stream()
                        .filter(client -> client.id().value() == 103)
                        .findFirst()
                        .orElseThrow();
        assertThat(quill.name()).isEqualTo("Quill & Co. Bookbinders");
        assertThat(quill.email()).isEqualTo("iris@quill.example");
        assertThat(quill.status()).isEqualTo("Active");
        assertThat(quill.usernames()).containsExactly("quill");

        FoundClient ada = finder.find("901", 1, 20).clients().get(0);
        assertThat(ada.name()).isEqualTo("Ada Byron");
        assertThat(ada.status()).isEqualTo("Closed");
        assertThat(ada.usernames()).isEmpty();
    }

    @Test
    @Tag("fault-30")
    void signsThatMeanSomethingToTheDatabaseAreLookedForAsTheyStand() {
        assertThat(found("%_c")).containsExactly(902);
        assertThat(found("' OR 1=1 --")).isEmpty();
        assertThat(found("!")).isEmpty();
        assertThat(found("\\")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherAndTheCountGoesOnlySoFar() {
        ClientFinder.Found first = finder.find("heap", 1, 20);
        ClientFinder.Found second = finder.find("heap", 2, 20);

        assertThat(first.total()).isEqualTo(ClientFinder.COUNTED);
        assertThat(first.clients()).hasSize(20).doesNotContainAnyElementsOf(second.clients());
        assertThat(finder.find("heap", 50_000_000 / 20, 20).clients()).isEmpty();
    }

    @Test
    void withoutWordsTheNewestComeFirst() {
        assertThat(finder.find(" ", 1, 2).clients())
                .extracting(client -> client.id().value())
                .containsExactly(11500, 11499);
    }

    /** A page, its count, and the services of those on it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "heap", "103"})
    void aSearchTakesThreeQueriesWhateverIsFound(String words) throws SQLException {
        assertThat(COUNTED.during(() -> finder.find(words, 1, 20))).isEqualTo(3);
    }

    private List<Integer> found(String words) {
        return finder.find(words, 1, 50).clients().stream()
                .map(client -> client.id().value())
                .toList();
    }
}
