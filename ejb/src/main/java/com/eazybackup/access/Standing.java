package com.eazybackup.access;

import com.eazybackup.whmcs.UserStanding;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fingerprint of what a session hangs on: four parts of 64 bits each, so that what has changed
 * can be told. Of a stored hash only the fingerprint's beginning is in it, from which nobody gets
 * back to the hash.
 *
 * @param text 64 characters, as {@code eb_sessions.standing} keeps them
 */
record Standing(String text) implements Serializable {

    private static final int PART = 16;

    private enum Part {
        ACCOUNT(0, SessionEnd.ACCOUNT_CHANGED),
        PASSWORD(1, SessionEnd.PASSWORD_CHANGED),
        SECOND_FACTOR(2, SessionEnd.SECOND_FACTOR_CHANGED),
        DUTIES(3, SessionEnd.MEMBERSHIP_CHANGED);

        private final int place;
        private final SessionEnd changed;

        Part(int place, SessionEnd changed) {
            this.place = place;
            this.changed = changed;
        }

        String of(String standing) {
            return standing.substring(place * PART, (place + 1) * PART);
        }
    }

    /** The account's part first, so that each part is where {@link Part} looks for it. */
    private static Standing of(
            String owner, String account, String password, String factor, String duties) {
        return new Standing(
                part(owner, account)
                        + part(owner, password)
                        + part(owner, factor)
                        + part(owner, duties));
    }

    /**
     * @param clients whom the session may act for; whatever else a membership allows does not
     *     matter here
     */
    static Standing ofCustomer(UserStanding user, Collection<ClientSummary> clients) {
        List<String> duties =
                clients.stream()
                        .map(client -> client.id() + "=" + client.duty().code())
                        .sorted()
                        .toList();
        return of(
                "customer " + user.user().id(),
                user.user().email().strip().toLowerCase(Locale.ROOT),
                user.password(),
                user.secondFactor(),
                String.join(",", duties));
    }

    /**
     * @param factor what is stored of the second factor, empty while there is none
     */
    static Standing ofAdmin(int id, String email, String role, String passwordHash, String factor) {
        return of(
                "admin " + id,
                email.toLowerCase(Locale.ROOT) + " " + role,
                passwordHash,
                factor,
                "");
    }

    /**
     * @return whether nothing has changed but the second factor
     */
    boolean sameButFactor(Standing other) {
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.SECOND_FACTOR)
                .allMatch(part -> part.of(text).equals(part.of(other.text)));
    }

    private static String part(String owner, String value) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((owner + "\n" + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, PART);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * @param before as it was when the session began
     * @return why the session is over; empty while nothing has changed
     */
    Optional<SessionEnd> endOf(String before) {
        if (text.equals(before)) {
            return Optional.empty();
        }
        if (before.length() != text.length()) {
            return Optional.of(SessionEnd.ACCOUNT_CHANGED);
        }
        for (Part part : Part.values()) {
            if (!part.of(text).equals(part.of(before))) {
                return Optional.of(part.changed);
            }
        }
        return Optional.empty();
    }
}
