package com.eazybackup.web.signin;

import com.eazybackup.access.oidc.OpenIdOutcome;
import com.eazybackup.platform.Reference;
import com.eazybackup.web.OwnPages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the sign-in page says to somebody who came back from the provider: a word in its address,
 * out of this list alone, with a reference that looks like one of ours.
 */
enum DoorSentence {
    REFUSED,
    CANCELLED,
    STALE,
    UNREACHABLE,
    TOO_MANY;

    static final String PARAMETER = "provider";
    static final String REFERENCE = "reference";
    static final String WAIT = "wait";
    private static final Pattern OURS = Pattern.compile("EB-[0-9A-Z]{4}-[0-9A-Z]{4}");

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<DoorSentence> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** A reference from an address, when it is one. */
    static Optional<String> reference(String text) {
        return Optional.ofNullable(text).filter(given -> OURS.matcher(given).matches());
    }

    /**
     * @param next one of our pages, or empty
     * @return the address of the sign-in page that says it
     */
    static String page(OpenIdOutcome outcome, String next) {
        String page = OwnPages.SIGN_IN + "?" + PARAMETER + "=";
        if (outcome instanceof OpenIdOutcome.Refused refused) {
            page += REFUSED.word() + refused.reference().map(DoorSentence::with).orElse("");
        } else if (outcome instanceof OpenIdOutcome.Cancelled) {
            page += CANCELLED.word();
        } else if (outcome instanceof OpenIdOutcome.Unreachable away) {
            page += UNREACHABLE.word() + with(away.reference());
        } else if (outcome instanceof OpenIdOutcome.TooMany many) {
            page += TOO_MANY.word() + "&" + WAIT + "=" + seconds(many.retryAfter());
        } else {
            page += STALE.word();
        }
        return next.isEmpty()
                ? page
                : page + "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    private static String with(Reference reference) {
        return "&" + REFERENCE + "=" + reference.value();
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.toSeconds());
    }
}
