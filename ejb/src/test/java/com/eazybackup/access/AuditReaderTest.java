package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.testing.CountedQueries;
import com.eazybackup.testing.TestDatabase;
import com.eazybackup.whmcs.ClientId;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two hundred thousand lines: of a thousand clients, one a second, and some that are rare. */
class AuditReaderTest {

    private static final long BEGIN = 1_772_323_200_000L;
    private static final int LINES = 200_000;
    private static final ClientId QUILL = new ClientId(103);
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    private final CountedQueries counted = new CountedQueries(DATABASE.source());
    private final AuditReader reader = new AuditReader(counted.source());

    @BeforeAll
    static void fill() throws SQLException {
        DATABASE.run(
                "INSERT INTO eb_audit (at_ms, actor, role, client_id, action, target, result,"
                        + " reference, address, via) SELECT "
                        + BEGIN
                        // Four lines have the same moment.
                        + " + (seq DIV 4) * 4000, CONCAT('user', seq MOD 500, '@x.example'),"
                        + " IF(seq MOD 100 = 3, 'admin', 'customer'),"
                        + " IF(seq MOD 10 = 0, NULL, seq MOD 1000), IF(seq MOD 2 = 0, 'sign-in',"
                        + " 'choose-client'), IF(seq = 777, '100%_of it', CONCAT('t', seq)),"
                        + " IF(seq MOD 5000 = 103, 'refused', 'ok'),"
                        + " IF(seq = 888, 'EB-7F3K-20C1', ''), '198.51.100.7', 'session 4hJ'"
                        + " FROM seq_1_to_"
                        + LINES,
                "ANALYZE TABLE eb_audit");
    }

    @Test
    void pageAfterPageGivesEveryLineOnceNewestFirst() {
        List<TrailLine> all = new ArrayList<>();
        Optional<TrailPlace> place = Optional.empty();
        do {
            TrailPage page = reader.ofClient(QUILL, TrailFilter.all(), place, 7);
            all.addAll(page.lines());
            place = page.next();
        } while (place.isPresent());

        assertThat(all).hasSize(LINES / 1000).allMatch(line -> line.client().get().equals(QUILL));
        assertThat(new TreeSet<>(all.stream().map(TrailLine::id).toList())).hasSize(all.size());
        assertThat(all).isSortedAccordingTo((one, two) -> two.at().compareTo(one.at()));
    }

    @Test
    void linesOfOneMomentAreNotLostBetweenPages() {
        Optional<TrailPlace> place = Optional.empty();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            TrailPage page = reader.everywhere(Optional.empty(), TrailFilter.all(), place, 3);
            page.lines().forEach(line -> ids.add(line.id()));
            place = page.next();
        }
        assertThat(ids).hasSize(30);
        for (int i = 1; i < ids.size(); i++) {
            assertThat(ids.get(i)).isEqualTo(ids.get(i - 1) - 1);
        }
    }

    @Test
    @Tag("fault-23")
    void aClientReadsNeitherAnothersLinesNorThoseOfNobody() throws IOException {
        List<TrailLine> read = new ArrayList<>();
        AuditReader.export(
                (place, size) -> reader.ofClient(QUILL, text("t"), place, size), read::add);
        assertThat(read).isNotEmpty().allMatch(line -> line.client().get().equals(QUILL));
    }

    @Test
    void aClientCannotFindAdministratorsByTheirAddress() {
        TrailFilter admins = person("user103@x.example");
        assertThat(reader.everywhere(Optional.of(QUILL), admins, Optional.empty(), 50).lines())
                .isNotEmpty()
                .allMatch(line -> line.role().equals("admin"));
        assertThat(reader.ofClient(QUILL, admins, Optional.empty(), 50).lines()).isEmpty();
        assertThat(reader.ofClient(QUILL, text("user103@"), Optional.empty(), 50).lines())
                .isEmpty();
    }

    @Test
    void everyFilterIsKept() {
        TrailFilter all =
                new TrailFilter(
                        Optional.of("USER103@x.example"),
                        Optional.of("choose-client"),
                        Optional.of("refused"),
                        Optional.of(Instant.ofEpochMilli(BEGIN + 5_000_000)),
                        Optional.of(Instant.ofEpochMilli(BEGIN + 10_104_000)),
                        "T1");

        assertThat(read(Optional.of(QUILL), all)).containsExactly("t10103");
    }

    @Test
    void theLastMomentIsNotWantedAnyMore() {
        Instant second = Instant.ofEpochMilli(BEGIN + 4_000);
        assertThat(read(Optional.empty(), between(second, second.plusMillis(4_000))))
                .containsExactly("t7", "t6", "t5", "t4");
    }

    @Test
    @Tag("fault-30")
    void signsThatMeanSomethingToTheDatabaseAreLookedForAsTheyStand() throws IOException {
        for (String text : List.of("100%_of", "%_", "' OR 1=1 --", "!", "\\")) {
            List<String> targets = new ArrayList<>();
            AuditReader.export(
                    (place, size) -> reader.everywhere(Optional.empty(), text(text), place, size),
                    line -> targets.add(line.target()));
            assertThat(targets)
                    .as(text)
                    .isEqualTo(text.contains("%_") ? List.of("100%_of it") : List.of());
        }
    }

    @Test
    void anErrorIsFoundByItsReferenceAtOnce() throws SQLException {
        assertThat(read(Optional.empty(), text("eb-7f3k-20c1"))).containsExactly("t888");
        assertThat(plans(Optional.empty(), text("eb-7f3k-20c1")))
                .allMatch(plan -> plan.contains("idx_audit_reference"));
    }

    @Test
    void whatIsRareIsLookedForPieceByPieceAndThePageSaysWhereToGoOn() {
        TrailPage first = reader.everywhere(Optional.empty(), text("100%_"), Optional.empty(), 50);
        assertThat(first.lines()).isEmpty();
        assertThat(first.complete()).isFalse();
        assertThat(first.next().orElseThrow().id()).isEqualTo(LINES - AuditReader.LOOKED_AT + 1);

        int looks = 1;
        TrailPage page = first;
        while (page.lines().isEmpty()) {
            page = reader.everywhere(Optional.empty(), text("100%_"), page.next(), 50);
            looks++;
        }
        assertThat(page.lines()).extracting(TrailLine::target).containsExactly("100%_of it");
        assertThat(page.next()).isEmpty();
        assertThat(looks).isEqualTo(LINES / AuditReader.LOOKED_AT);
    }

    @Test
    void everyPageIsReadByAKeyAndNothingIsSorted() throws SQLException {
        record Case(String key, Optional<ClientId> client, TrailFilter filter) {}
        Optional<ClientId> anybody = Optional.empty();
        Instant early = Instant.ofEpochMilli(BEGIN + 1_000_000);
        for (Case one :
                List.of(
                        new Case("idx_audit_at", anybody, TrailFilter.all()),
                        new Case("idx_audit_at", anybody, between(early, early.plusSeconds(9000))),
                        new Case("idx_audit_at", anybody, text("x")),
                        new Case("idx_audit_client", Optional.of(QUILL), TrailFilter.all()),
                        new Case("idx_audit_client", Optional.of(QUILL), text("x")),
                        new Case("idx_audit_actor", anybody, person("user103@x.example")),
                        new Case("idx_audit_action", anybody, action("sign-in")),
                        new Case("idx_audit_result", anybody, result("refused")))) {
            List<String> plans = plans(one.client(), one.filter());
            assertThat(plans).isNotEmpty();
            assertThat(plans)
                    .as(one.toString())
                    .allSatisfy(
                            plan ->
                                    assertThat(plan.lines().findFirst().orElseThrow())
                                            .contains("|" + one.key() + "|")
                                            .doesNotContain("filesort", "temporary"));
        }
    }

    @Test
    void onlyTheKeyIsReadToSeeHowFarALookGoes() throws SQLException {
        List<String> plans = plans(Optional.of(QUILL), text("x"));
        assertThat(plans).hasSize(2);
        assertThat(plans.get(0)).contains("Using index");
        assertThat(plans(Optional.of(QUILL), TrailFilter.all())).hasSize(1);
    }

    @Test
    void anExportEndsAfterItsMostLinesAndSaysSo() throws IOException {
        int[] taken = new int[1];
        AuditReader.Exported exported =
                AuditReader.export(
                        (place, size) ->
                                reader.everywhere(Optional.empty(), TrailFilter.all(), place, size),
                        line -> taken[0]++);
        assertThat(exported).isEqualTo(new AuditReader.Exported(AuditReader.EXPORTED, false));
        assertThat(taken[0]).isEqualTo(AuditReader.EXPORTED);
    }

    @Test
    void aPlaceIsAsItWasWrittenAndNothingElse() {
        TrailPlace place = new TrailPlace(BEGIN, 17);
        assertThat(TrailPlace.of(place.toString())).contains(place);
        for (String wrong :
                List.of("", "17", "-17", "1-2-3", "a-1", "1772323200000-9999999999999999999")) {
            assertThat(TrailPlace.of(wrong)).as(wrong).isEmpty();
        }
    }

    private List<String> read(Optional<ClientId> client, TrailFilter filter) {
        return reader.everywhere(client, filter, Optional.empty(), 50).lines().stream()
                .map(TrailLine::target)
                .toList();
    }

    /** What the database does for a page in the middle. */
    private List<String> plans(Optional<ClientId> client, TrailFilter filter) throws SQLException {
        Optional<TrailPlace> middle = Optional.of(new TrailPlace(BEGIN + 150_000_000, 150_000));
        List<String> plans = new ArrayList<>();
        for (String query :
                counted.textsDuring(() -> reader.everywhere(client, filter, middle, 50))) {
            plans.add(String.join("\n", DATABASE.rows("EXPLAIN " + query)));
        }
        return plans;
    }

    private static TrailFilter text(String text) {
        return filter(Optional.empty(), Optional.empty(), Optional.empty(), text);
    }

    private static TrailFilter person(String email) {
        return filter(Optional.of(email), Optional.empty(), Optional.empty(), "");
    }

    private static TrailFilter action(String code) {
        return filter(Optional.empty(), Optional.of(code), Optional.empty(), "");
    }

    private static TrailFilter result(String word) {
        return filter(Optional.empty(), Optional.empty(), Optional.of(word), "");
    }

    private static TrailFilter between(Instant from, Instant until) {
        return new TrailFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(from),
                Optional.of(until),
                "");
    }

    private static TrailFilter filter(
            Optional<String> person,
            Optional<String> action,
            Optional<String> result,
            String text) {
        return new TrailFilter(person, action, result, Optional.empty(), Optional.empty(), text);
    }
}
