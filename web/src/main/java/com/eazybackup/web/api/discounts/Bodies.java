package com.eazybackup.web.api.discounts;

import com.eazybackup.discount.LiveChoice;
import com.eazybackup.discount.PriceWish;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** What is sent, read into what the boundaries take. Prices are texts; numbers are taken, too. */
final class Bodies {

    private static final int MOST = 500;
    private static final int LONGEST_PRICE = 24;
    private static final BigDecimal MOST_MONEY = new BigDecimal("99999999.99");

    private Bodies() {}

    record Discount(Integer configoptionid, JsonNode discountPrice, JsonNode beganWith) {

        PriceWish wish() {
            if (configoptionid == null) {
                throw bad("configoptionid is the number of an option.");
            }
            return Bodies.wish(configoptionid, discountPrice, beganWith);
        }
    }

    record Discounts(List<Discount> discounts) {

        List<PriceWish> wishes() {
            if (discounts == null) {
                throw bad("discounts is a list of prices.");
            }
            return Bodies.wishes(discounts);
        }
    }

    record Single(JsonNode discountPrice, JsonNode beganWith) {

        PriceWish wish(int option) {
            return Bodies.wish(option, discountPrice, beganWith);
        }
    }

    /** The names are those that programs know of old. */
    record Choice(
            Integer configid,
            Integer qty,
            @JsonProperty("subId") Integer subId,
            Integer beganWith) {

        LiveChoice live() {
            if (configid == null) {
                throw bad("configid is the number of an option.");
            }
            return new LiveChoice(configid, subId, qty, beganWith);
        }
    }

    record Preview(List<Choice> options, List<Discount> discounts) {

        List<LiveChoice> live() {
            return Bodies.live(options);
        }

        List<PriceWish> drafts() {
            return discounts == null ? List.of() : Bodies.wishes(discounts);
        }
    }

    record Commit(JsonNode amount, JsonNode expectedAmount, List<Choice> options) {

        BigDecimal wanted() {
            return Bodies.amount("amount", amount);
        }

        BigDecimal expected() {
            return Bodies.amount("expected_amount", expectedAmount);
        }

        List<LiveChoice> live() {
            return Bodies.live(options);
        }
    }

    record Undo(JsonNode expectedAmount) {

        /** What costs nothing to undo needs none. */
        BigDecimal expected() {
            return expectedAmount == null || expectedAmount.isNull()
                    ? null
                    : Bodies.amount("expected_amount", expectedAmount);
        }
    }

    private static List<PriceWish> wishes(List<Discount> discounts) {
        check("discounts", discounts);
        return discounts.stream().map(Discount::wish).toList();
    }

    private static List<LiveChoice> live(List<Choice> options) {
        if (options == null) {
            return List.of();
        }
        check("options", options);
        return options.stream().map(Choice::live).toList();
    }

    private static void check(String name, List<?> list) {
        if (list.size() > MOST || list.stream().anyMatch(Objects::isNull)) {
            throw bad(name + " is a list of " + MOST + " objects at most.");
        }
    }

    private static PriceWish wish(int option, JsonNode price, JsonNode began) {
        if (price == null) {
            throw bad("discount_price is a price, or null for none.");
        }
        return new PriceWish(option, text(price), began != null, text(began));
    }

    private static String text(JsonNode value) {
        // What is neither becomes no number, and is refused as such.
        return value == null || value.isNull() ? null : value.asText();
    }

    private static BigDecimal amount(String name, JsonNode value) {
        String text = text(value);
        try {
            BigDecimal amount =
                    text == null || text.length() > LONGEST_PRICE ? null : new BigDecimal(text);
            if (amount != null
                    && amount.signum() >= 0
                    && amount.stripTrailingZeros().scale() <= 2
                    && amount.compareTo(MOST_MONEY) <= 0) {
                // Stripped first: 0e-999999999 is nothing, and long when it is written out.
                return amount.stripTrailingZeros().setScale(2);
            }
        } catch (NumberFormatException e) {
            // As with what has too many decimals.
        }
        throw bad(name + " is an amount such as 12.50, from 0 to 99999999.99.");
    }

    static ProblemException bad(String sentence) {
        return new ProblemException(ProblemCode.VALIDATION, sentence);
    }
}
