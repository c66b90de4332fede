package com.eazybackup.whmcs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The six steps from a Comet user name to its client. Pure: it is given the rows that could matter.
 *
 * <p>Comet's names are case-sensitive, WHMCS's database is not. A name is only ever accepted in
 * another spelling when no second client could be meant.
 */
final class UserResolution {

    private UserResolution() {}

    /**
     * @param asked as the Comet Server says it
     * @param rows {@code comet_users} rows and services of this Comet Server, equal but for case
     *     and white space
     */
    static Optional<CometUser> decide(String asked, List<UserCandidate> rows) {
        String name = asked.strip();
        List<UserCandidate> known = rows.stream().filter(row -> row.client() > 0).toList();
        List<UserCandidate> mappings = known.stream().filter(UserCandidate::mapping).toList();
        List<UserCandidate> services = known.stream().filter(row -> !row.mapping()).toList();
        return only(mappings, row -> row.username().equals(name)) // 1
                .or(() -> only(mappings, row -> same(row, name))) // 2
                .or(() -> first(services, row -> row.active() && row.username().equals(name))) // 3
                .or(() -> first(services, row -> row.username().equals(name))) // 4
                .or(() -> first(services, row -> row.active() && trimmed(row, name))) // 5
                .or(() -> first(services, row -> trimmed(row, name)))
                .or(() -> only(services, row -> same(row, name))); // 6
    }

    /** The one client that the matching rows agree on. */
    private static Optional<CometUser> only(
            List<UserCandidate> rows, Predicate<UserCandidate> matches) {
        List<UserCandidate> found = rows.stream().filter(matches).toList();
        boolean oneClient = found.stream().map(UserCandidate::client).distinct().count() == 1;
        return oneClient ? oldest(found) : Optional.empty();
    }

    private static Optional<CometUser> first(
            List<UserCandidate> rows, Predicate<UserCandidate> matches) {
        return oldest(rows.stream().filter(matches).toList());
    }

    private static Optional<CometUser> oldest(List<UserCandidate> rows) {
        return rows.stream()
                .min(Comparator.comparingInt(UserCandidate::service))
                .map(row -> new CometUser(new ClientId(row.client()), row.username().strip()));
    }

    private static boolean same(UserCandidate row, String name) {
        return row.username().strip().equalsIgnoreCase(name);
    }

    private static boolean trimmed(UserCandidate row, String name) {
        return row.username().strip().equals(name);
    }
}
