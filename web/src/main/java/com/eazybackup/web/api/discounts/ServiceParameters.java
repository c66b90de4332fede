package com.eazybackup.web.api.discounts;

import com.eazybackup.discount.ServiceFilter;
import com.eazybackup.discount.ServiceOrder;
import com.eazybackup.discount.ServiceQuery;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.operations.PageParameters;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What may stand behind {@code /api/admin/services?}. */
public class ServiceParameters extends PageParameters {

    private static final int LONGEST_TEXT = 200;
    private static final String DOWN = "-";

    @QueryParam("q")
    String text;

    @QueryParam("filter")
    String filter;

    @QueryParam("sort")
    String sort;

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when a value is not allowed
     */
    ServiceQuery query() {
        return new ServiceQuery(text(), filter(), order(), down(), page(), size());
    }

    private String text() {
        if (text == null) {
            return "";
        }
        if (text.length() > LONGEST_TEXT) {
            throw Bodies.bad("q has at most " + LONGEST_TEXT + " characters.");
        }
        return text;
    }

    private ServiceFilter filter() {
        if (filter == null || filter.isEmpty()) {
            return ServiceFilter.DISCOUNTED;
        }
        return ServiceFilter.of(filter)
                .orElseThrow(
                        () ->
                                Bodies.bad(
                                        "filter is one of "
                                                + Arrays.stream(ServiceFilter.values())
                                                        .map(ServiceFilter::wire)
                                                        .collect(Collectors.joining(", "))
                                                + "."));
    }

    private boolean down() {
        return sort != null && sort.startsWith(DOWN);
    }

    private ServiceOrder order() {
        if (sort == null || sort.isEmpty()) {
            return ServiceOrder.CLIENT;
        }
        String name = down() ? sort.substring(DOWN.length()) : sort;
        return Arrays.stream(ServiceOrder.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Bodies.bad(
                                        "sort is one of client, saving, difference, amount, with a"
                                                + " - before it for the greatest first."));
    }

    /** For the trail. */
    String inWords() {
        return filter().wire() + (text().isBlank() ? "" : " q=" + text());
    }
}
