package com.eazybackup.web.api.operations;

import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import jakarta.ws.rs.QueryParam;

/** Which page of a list. Read as text, so that a bad value is answered with a sentence. */
public class PageParameters {

    private static final int MOST_PAGES = 1_000_000;
    private static final int MOST_ITEMS = 200;
    private static final int ITEMS = 50;

    @QueryParam("page")
    String page;

    @QueryParam("size")
    String size;

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is no page
     */
    public int page() {
        return number("page", page, 1, MOST_PAGES);
    }

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when it is no size of a page
     */
    public int size() {
        return number("size", size, ITEMS, MOST_ITEMS);
    }

    private static int number(String name, String value, int otherwise, int most) {
        if (value == null || value.isEmpty()) {
            return otherwise;
        }
        int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
        if (number < 1 || number > most) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, name + " is a number from 1 to " + most + ".");
        }
        return number;
    }
}
