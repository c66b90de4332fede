package com.eazybackup.whmcs;

import java.util.List;

/**
 * A client as somebody who looks for one sees it.
 *
 * @param person first and last name; may be empty
 * @param status WHMCS's own word, such as {@code Active} or {@code Closed}
 * @param usernames of its active Comet services, the oldest first
 */
public record FoundClient(
        ClientId id,
        String name,
        String person,
        String email,
        String status,
        List<String> usernames) {}
