package com.eazybackup.accounts;

import static java.util.Comparator.comparing;

import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.fleet.Found;
import com.eazybackup.fleet.SearchedText;
import com.eazybackup.fleet.SearchedWords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The vaults of a client that there are now, from our own tables: no Comet Server is asked.
 *
 * <p>Cost: one query, whatever is looked for and however many vaults there are; none when the
 * client has no active service. Whatever the page, all of the client's vaults are read, because
 * sums and orders are over all of them.
 *
 * <p>Limits: sizes are as old as their measurement, which each row tells. When a vault will be full
 * is not foretold: storage is kept by user and day, not by vault.
 */
@ApplicationScoped
public class VaultList {

    private DataSource database;
    private Clock clock;

    VaultList() {}

    @Inject
    public VaultList(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param types what a type is called, by Comet's number
     * @throws FleetUnreadable when the database does not answer
     */
    public VaultPage page(ClientScope scope, VaultQuery query, IntFunction<String> types) {
        List<VaultRow> all = read(scope, types);
        List<VaultRow> found = matching(all, query).toList();
        return new VaultPage(
                found.stream()
                        .skip((query.page() - 1L) * query.size())
                        .limit(query.size())
                        .toList(),
                query.page(),
                query.size(),
                found.size(),
                VaultPage.Totals.of(all),
                all.stream()
                        .filter(vault -> vault.state() == VaultState.FULL)
                        .sorted(VaultColumn.USERNAME.order(false))
                        .limit(VaultPage.MOST_NAMED)
                        .map(vault -> new VaultPage.Full(vault.username(), vault.name()))
                        .toList(),
                clock.instant().getEpochSecond());
    }

    /**
     * @param types what a type is called, by Comet's number
     * @return all that match, whatever the page
     * @throws FleetUnreadable when the database does not answer
     */
    public List<VaultRow> all(ClientScope scope, VaultQuery query, IntFunction<String> types) {
        return matching(read(scope, types), query).toList();
    }

    /**
     * One query, whatever is looked for; nothing is measured.
     *
     * @param text what {@link VaultQuery#text()} would be
     * @param types what a type is called, by Comet's number
     * @throws FleetUnreadable when the database does not answer
     */
    public Found<FoundVault> find(
            ClientScope scope, String text, IntFunction<String> types, int most) {
        SearchedWords words = SearchedWords.of(text);
        List<FoundVault> found =
                read(scope, (table, connection) -> table.named(connection, types)).stream()
                        .filter(
                                vault ->
                                        words.in(
                                                searched(
                                                        vault.username(),
                                                        vault.name(),
                                                        vault.typeName())))
                        .sorted(comparing(FoundVault::name).thenComparing(FoundVault::username))
                        .toList();
        return new Found<>(found.size(), words.nearest(found, FoundVault::name, most));
    }

    private List<VaultRow> read(ClientScope scope, IntFunction<String> types) {
        return read(scope, VaultTable::read).stream()
                .map(
                        vault ->
                                VaultRow.of(
                                        vault,
                                        scope.serviceOf(vault.username()),
                                        types.apply(vault.type())))
                .toList();
    }

    /** What is read of the vaults in a scope. */
    private interface Reading<T> {
        List<T> of(VaultTable table, Connection connection) throws SQLException;
    }

    private <T> List<T> read(ClientScope scope, Reading<T> reading) {
        if (scope.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection()) {
            return reading.of(new VaultTable(scope), connection);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    private static Stream<VaultRow> matching(List<VaultRow> all, VaultQuery query) {
        SearchedWords words = SearchedWords.of(query.text());
        return all.stream()
                .filter(vault -> query.state().filter(state -> state != vault.state()).isEmpty())
                .filter(
                        vault ->
                                words.in(
                                        searched(vault.username(), vault.name(), vault.typeName())))
                .sorted(query.sort().order(query.down()));
    }

    private static String searched(String username, String name, String typeName) {
        return SearchedText.of(username, name, typeName);
    }
}
