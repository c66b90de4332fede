package com.eazybackup.web.api.trail;

import com.eazybackup.access.TrailFilter;
import com.eazybackup.access.TrailPlace;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.whmcs.ClientId;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may stand behind {@code /api/trail?}. Everything is read as text, so that a bad value is
 * answered with a sentence that names it.
 */
public class TrailParameters {

    private static final int ITEMS = 50;
    private static final int MOST_ITEMS = 200;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final String CODE = "[A-Za-z0-9._/ -]{1,64}";

    @QueryParam("person")
    String person;

    @QueryParam("client")
    String client;

    @QueryParam("action")
    String action;

    @QueryParam("result")
    String result;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("q")
    String text;

    @QueryParam("tz")
    String zone;

    @QueryParam("sort")
    String sort;

    @QueryParam("after")
    String after;

    @QueryParam("size")
    String size;

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when a value is not allowed
     */
    TrailFilter filter() {
        if (given(sort).isPresent() && !sort.equals("-time")) {
            throw bad("sort is -time: the newest come first.");
        }
        Optional<LocalDate> first = day("from", from);
        Optional<LocalDate> last = day("to", to);
        if (first.isPresent() && last.isPresent() && first.get().isAfter(last.get())) {
            throw bad("from is not after to.");
        }
        return new TrailFilter(
                atMost("person", person, LONGEST_EMAIL).map(String::strip),
                code("action", action),
                code("result", result),
                first.map(day -> day.atStartOfDay(zone()).toInstant()),
                last.map(day -> day.plusDays(1).atStartOfDay(zone()).toInstant()),
                atMost("q", text, LONGEST_TEXT).map(String::strip).orElse(""));
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is no client's number
     */
    Optional<ClientId> client() {
        return given(client)
                .map(
                        number -> {
                            if (!number.matches("[1-9][0-9]{0,8}")) {
                                throw bad("client is the number of a client.");
                            }
                            return new ClientId(Integer.parseInt(number));
                        });
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is no place in the trail
     */
    Optional<TrailPlace> after() {
        return given(after)
                .map(
                        place ->
                                TrailPlace.of(place)
                                        .orElseThrow(() -> bad("after is what next has said.")));
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is no size of a page
     */
    int size() {
        return given(size)
                .map(
                        given -> {
                            int number = given.matches("[0-9]{1,9}") ? Integer.parseInt(given) : 0;
                            if (number < 1 || number > MOST_ITEMS) {
                                throw bad("size is a number from 1 to " + MOST_ITEMS + ".");
                            }
                            return number;
                        })
                .orElse(ITEMS);
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when there is no such zone
     */
    ZoneId zone() {
        try {
            return given(zone).map(ZoneId::of).orElse(ZoneId.of("UTC"));
        } catch (DateTimeException e) {
            throw bad("tz is the name of a time zone, such as Europe/Berlin.");
        }
    }

    /**
     * @return the same in a line, for the trail itself
     */
    String inWords() {
        return Stream.of(
                        word("person", person),
                        word("client", client),
                        word("action", action),
                        word("result", result),
                        word("from", from),
                        word("to", to),
                        word("q", text))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String word(String name, String value) {
        return given(value).map(one -> name + "=" + one).orElse("");
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(one -> !one.isBlank());
    }

    private static Optional<String> atMost(String name, String value, int longest) {
        if (given(value).filter(one -> one.length() > longest).isPresent()) {
            throw bad(name + " has at most " + longest + " characters.");
        }
        return given(value);
    }

    private static Optional<String> code(String name, String value) {
        if (given(value).filter(one -> !one.matches(CODE)).isPresent()) {
            throw bad(name + " is a word of the audit trail, such as sign-in or ok.");
        }
        return given(value);
    }

    private static Optional<LocalDate> day(String name, String value) {
        return given(value)
                .map(
                        day -> {
                            try {
                                if (day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                                    return LocalDate.parse(day);
                                }
                            } catch (DateTimeException e) {
                                throw bad(name + " is a day that the calendar does not have.");
                            }
                            throw bad(name + " is a day, such as 2026-11-27.");
                        });
    }

    private static ProblemException bad(String sentence) {
        return new ProblemException(ProblemCode.VALIDATION, sentence);
    }
}
