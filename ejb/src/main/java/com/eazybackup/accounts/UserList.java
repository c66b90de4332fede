package com.eazybackup.accounts;

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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The users of a client, from our own tables: no Comet Server is asked. A user is listed because a
 * service is active, also before anything is known of its account.
 *
 * <p>Cost: four queries, whatever is looked for and however many users there are; none when the
 * client has no active service. Whatever the page, all of the client's users are read, because sums
 * and orders are over all of them: the cost grows with the client's items, not with the page.
 *
 * <p>Limits: the queries are not one snapshot. A user of the same name on two Comet Servers is one
 * row, whose counts are of both.
 */
@ApplicationScoped
public class UserList {

    private DataSource database;
    private Clock clock;

    UserList() {}

    @Inject
    public UserList(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @throws FleetUnreadable when the database does not answer
     */
    public UserPage page(ClientScope scope, UserQuery query) {
        List<UserRow> everybody = read(scope);
        List<UserRow> found = matching(everybody, query).toList();
        return new UserPage(
                found.stream()
                        .skip((query.page() - 1L) * query.size())
                        .limit(query.size())
                        .toList(),
                query.page(),
                query.size(),
                found.size(),
                UserPage.Totals.of(everybody),
                limits(everybody),
                clock.instant().getEpochSecond());
    }

    /**
     * @return all that match, whatever the page
     * @throws FleetUnreadable when the database does not answer
     */
    public List<UserRow> all(ClientScope scope, UserQuery query) {
        return matching(read(scope), query).toList();
    }

    /**
     * One query, whatever is looked for; nothing is counted.
     *
     * @param text what {@link UserQuery#text()} would be
     * @param emails whether the reader may know whom reports are mailed to
     * @throws FleetUnreadable when the database does not answer
     */
    public Found<FoundUser> find(ClientScope scope, String text, boolean emails, int most) {
        SearchedWords words = SearchedWords.of(text);
        List<FoundUser> found =
                read(scope, UserFacts::named).stream()
                        .filter(
                                user ->
                                        words.in(
                                                searched(
                                                        user.username(),
                                                        user.accountName(),
                                                        emails ? user.emails() : null)))
                        .map(user -> new FoundUser(user.username(), user.accountName()))
                        .sorted(Comparator.comparing(FoundUser::username))
                        .toList();
        return new Found<>(found.size(), words.nearest(found, FoundUser::username, most));
    }

    private List<UserRow> read(ClientScope scope) {
        return read(scope, UserFacts::read);
    }

    /** What is read of the users in a scope. */
    private interface Reading<T> {
        List<T> of(UserFacts facts, Connection connection) throws SQLException;
    }

    private <T> List<T> read(ClientScope scope, Reading<T> reading) {
        if (scope.isEmpty()) {
            return List.of();
        }
        try (Connection connection = database.getConnection()) {
            return reading.of(new UserFacts(scope), connection);
        } catch (SQLException e) {
            throw new FleetUnreadable(e);
        }
    }

    private static Stream<UserRow> matching(List<UserRow> all, UserQuery query) {
        SearchedWords words = SearchedWords.of(query.text());
        return all.stream()
                .map(row -> query.emails() ? row : row.withoutEmails())
                .filter(row -> !query.atLimit() || row.atLimit())
                .filter(row -> words.in(searched(row.username(), row.accountName(), row.emails())))
                .sorted(query.sort().order(query.down()));
    }

    /**
     * @param emails null when the reader may not know them
     */
    private static String searched(String username, String accountName, List<String> emails) {
        Stream<String> fields =
                Stream.concat(
                        Stream.of(username, accountName),
                        Stream.ofNullable(emails).flatMap(List::stream));
        return SearchedText.of(fields.toArray(String[]::new));
    }

    private static List<UserPage.Limit> limits(List<UserRow> all) {
        return all.stream()
                .filter(UserRow::atLimit)
                .sorted(
                        Comparator.comparingInt(UserRow::fullVaults)
                                .reversed()
                                .thenComparing(UserRow::username))
                .limit(UserPage.MOST_NAMED)
                .map(UserPage.Limit::of)
                .toList();
    }
}
