package com.eazybackup.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * One page of users, and what can be said of all of the client's, whatever was looked for.
 *
 * @param page counted from 1; a page behind the last one has no items
 * @param total of those that match
 * @param limits users that have reached a limit, most full vaults first; at most {@link
 *     #MOST_NAMED} of them
 * @param t when the tables were read, Unix seconds
 */
public record UserPage(
        List<UserRow> items,
        int page,
        int size,
        long total,
        Totals totals,
        List<Limit> limits,
        long t) {

    static final int MOST_NAMED = 5;

    /**
     * Sums over all users of the client.
     *
     * @param atLimit users that have reached a limit
     */
    public record Totals(
            int users, long devices, long items, long vaults, long storageBytes, int atLimit) {

        static Totals of(List<UserRow> all) {
            return new Totals(
                    all.size(),
                    all.stream().mapToLong(UserRow::devices).sum(),
                    all.stream().mapToLong(UserRow::items).sum(),
                    all.stream().mapToLong(UserRow::vaults).sum(),
                    all.stream().mapToLong(UserRow::storageBytes).sum(),
                    (int) all.stream().filter(UserRow::atLimit).count());
        }
    }

    /**
     * A user that has reached a limit, and which.
     *
     * @param m365Quota 0 when that is not what is passed
     */
    public record Limit(
            String username,
            int fullVaults,
            @JsonProperty("m365_accounts") int m365Accounts,
            @JsonProperty("m365_quota") int m365Quota) {

        static Limit of(UserRow row) {
            boolean over = row.overOfficeQuota();
            return new Limit(
                    row.username(),
                    row.fullVaults(),
                    over ? row.m365Accounts() : 0,
                    over ? row.m365Quota() : 0);
        }
    }
}
