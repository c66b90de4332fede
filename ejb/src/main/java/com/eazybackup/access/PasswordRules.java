package com.eazybackup.access;

import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password of an administrator must be: 12 to 128 characters of any kind, not one of those
 * that are tried first, and not made of the e-mail address or the product's name.
 *
 * <p>No rule says which characters it must hold. What is common says zxcvbn: its list of leaked
 * passwords, and how many guesses somebody needs who knows that people add a year to a word.
 */
@ApplicationScoped
class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    /** Guesses, as a power of ten, that are too few: somebody who tries slowly gets so far. */
    private static final double TOO_FEW = 8;

    /** What is left without the words about oneself must be a password still. */
    private static final int LEFT = 8;

    /** Shorter words are in other words by chance. */
    private static final int SHORTEST_WORD = 4;

    /** More is not looked at: estimating takes longer than linear time. */
    private static final int LOOKED_AT = 64;

    private final Zxcvbn guesser = new Zxcvbn();
    private String product = "";

    PasswordRules() {}

    @Inject
    PasswordRules(Settings settings) {
        this.product = settings.text(Setting.EB_BRAND_NAME);
    }

    Optional<PasswordFlaw> flaw(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(PasswordFlaw.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordFlaw.TOO_LONG);
        }
        List<String> words = wordsAbout(email);
        if (without(password, words).length() < LEFT) {
            return Optional.of(PasswordFlaw.ABOUT_YOU);
        }
        String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
        return guesser.measure(looked, words).getGuessesLog10() < TOO_FEW
                ? Optional.of(PasswordFlaw.COMMON)
                : Optional.empty();
    }

    private List<String> wordsAbout(String email) {
        String address = email.toLowerCase(Locale.ROOT);
        String[] parts = address.split("@", 2);
        String host = parts.length == 2 ? parts[1] : "";
        return List.of(
                        address,
                        parts[0],
                        host,
                        host.replaceFirst("\\.[^.]*$", ""),
                        product.toLowerCase(Locale.ROOT),
                        "eazybackup")
                .stream()
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .toList();
    }

    private static String without(String password, List<String> words) {
        String left = password.toLowerCase(Locale.ROOT);
        for (String word : words) {
            left = left.replace(word, "");
        }
        return left;
    }
}
