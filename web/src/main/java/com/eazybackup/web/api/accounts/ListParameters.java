package com.eazybackup.web.api.accounts;

import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.operations.PageParameters;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What both lists take: page, size, sort, q. Everything is read as text, so that a bad value is
 * answered with a sentence that names it.
 */
public class ListParameters extends PageParameters {

    private static final int LONGEST_TEXT = 200;
    private static final String DOWN = "-";

    @QueryParam("sort")
    String sort;

    @QueryParam("q")
    String text;

    @QueryParam("client")
    String client;

    /**
     * @return the client that a page was made for, as its link to an export says it
     */
    Optional<String> pagesClient() {
        return Optional.ofNullable(client).filter(given -> !given.isEmpty());
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is too long
     */
    String text() {
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST_TEXT) {
            throw bad("q has at most " + LONGEST_TEXT + " characters.");
        }
        return text;
    }

    /**
     * @return whether the greatest come first
     */
    boolean down() {
        return sort != null && sort.startsWith(DOWN);
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is none of them
     */
    <T extends Enum<T>> T column(T otherwise, Function<String, Optional<T>> of) {
        if (sort == null || sort.isEmpty()) {
            return otherwise;
        }
        return of.apply(down() ? sort.substring(DOWN.length()) : sort)
                .orElseThrow(
                        () ->
                                bad(
                                        "sort is one of "
                                                + words(otherwise.getDeclaringClass())
                                                + ", with a - before it for the greatest first."));
    }

    /**
     * @return what the values of a kind are called in addresses
     */
    static <T extends Enum<T>> String words(Class<T> kind) {
        return Arrays.stream(kind.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    static ProblemException bad(String sentence) {
        return new ProblemException(ProblemCode.VALIDATION, sentence);
    }
}
