package com.eazybackup.web.api.trail;

import com.eazybackup.access.TrailLine;
import com.eazybackup.access.TrailPage;
import com.eazybackup.whmcs.ClientId;
import java.util.List;
import java.util.Map;

/**
 * A page of the audit trail, as programs see it.
 *
 * @param next for {@code after} of the next page; null when there is nothing older
 * @param complete false when the look ended before the page was full; go on with {@code next}
 * @param searchedTo Unix seconds, up to where was looked; null when the page is complete
 */
record TrailAnswer(List<Line> items, int size, String next, boolean complete, Long searchedTo) {

    /**
     * A line.
     *
     * @param at Unix seconds
     * @param actor an e-mail address; empty for support, as a client sees it
     * @param name of an administrator
     * @param client null when the line is about none, and in a client's own trail
     */
    record Line(
            long id,
            long at,
            String actor,
            String name,
            String role,
            Client client,
            String action,
            String target,
            String result,
            String reference,
            String address,
            String via) {}

    record Client(int id, String name) {}

    /** As a client sees its own. */
    static TrailAnswer of(TrailPage page, int size) {
        return of(page, size, Map.of());
    }

    /**
     * @param names of the clients that lines are about
     */
    static TrailAnswer of(TrailPage page, int size, Map<ClientId, String> names) {
        String next = page.next().map(Object::toString).orElse(null);
        Long searchedTo =
                page.complete()
                        ? null
                        : page.next().map(place -> place.at().getEpochSecond()).orElse(null);
        return new TrailAnswer(
                page.lines().stream().map(line -> line(line, names)).toList(),
                size,
                next,
                page.complete(),
                searchedTo);
    }

    private static Line line(TrailLine line, Map<ClientId, String> names) {
        return new Line(
                line.id(),
                line.at().getEpochSecond(),
                line.actor(),
                line.name(),
                line.role(),
                line.client()
                        .filter(names::containsKey)
                        .map(client -> new Client(client.value(), names.get(client)))
                        .orElse(null),
                line.action(),
                line.target(),
                line.result(),
                line.reference(),
                line.address(),
                line.via());
    }
}
