package com.eazybackup.web.api.discounts;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.discount.DiscountAuthor;
import com.eazybackup.discount.DiscountRefused;
import com.eazybackup.platform.Reference;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.whmcs.ServiceBilling;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.WhmcsException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that an administrator does to a service's prices: through the door, of a service that
 * there is, and in the trail with how it ended also when it was refused.
 */
@RequestScoped
class Attempt {

    private static final Logger LOG = System.getLogger(Attempt.class.getName());

    @Inject Door door;
    @Inject ServiceBilling billing;

    /** What is done; empty when what it is about is not there. */
    interface Act<T> {
        Optional<T> with(ServiceId service, DiscountAuthor author);
    }

    private record Ended<T>(Optional<T> done, RuntimeException refused, String word) {}

    /**
     * @param sid of the address
     * @return a service that there is
     * @throws AccessRefused when somebody may not, or there is none
     */
    ServiceId service(Action action, String sid) {
        door.enter(action);
        Optional<ServiceId> service = parse(sid);
        if (service.flatMap(billing::amountOf).isEmpty()) {
            throw door.foreign(action, sid);
        }
        return service.orElseThrow();
    }

    static Optional<ServiceId> parse(String sid) {
        return sid.matches("[1-9][0-9]{0,8}")
                ? Optional.of(new ServiceId(Integer.parseInt(sid)))
                : Optional.empty();
    }

    /**
     * @param what is done to the service, in a few words for the trail
     */
    <T> T make(Action action, String sid, String what, Act<T> act, Function<T, String> result) {
        ServiceId service = service(action, sid);
        var caller = door.enter(action);
        DiscountAuthor author = new DiscountAuthor(caller.name(), caller.email());
        Ended<T> ended =
                door.act(
                        action,
                        what.isEmpty() ? sid : sid + " " + what,
                        () -> ended(() -> act.with(service, author), result),
                        Ended::word);
        if (ended.refused() != null) {
            throw ended.refused();
        }
        return ended.done().orElseThrow(() -> door.foreign(action, sid));
    }

    private interface Doing<T> {
        Optional<T> run();
    }

    private static <T> Ended<T> ended(Doing<T> doing, Function<T, String> result) {
        try {
            Optional<T> done = doing.run();
            return new Ended<>(done, null, done.map(result).orElse("not-found"));
        } catch (DiscountRefused refused) {
            ProblemException problem = problem(refused);
            return new Ended<>(Optional.empty(), problem, problem.code().code());
        } catch (WhmcsException trouble) {
            Reference reference = Reference.next();
            LOG.log(Level.ERROR, reference + " " + trouble.kind(), trouble);
            return new Ended<>(
                    Optional.empty(),
                    new ProblemException(
                            ProblemCode.WHMCS_UNAVAILABLE,
                            "The billing system did not do it, and nothing was changed. Please try"
                                    + " again later.",
                            reference),
                    "unreachable");
        }
    }

    static ProblemException problem(DiscountRefused refused) {
        Map<String, Object> more = new LinkedHashMap<>();
        ProblemCode code =
                switch (refused.reason()) {
                    case FLAWED -> {
                        more.put("errors", errors(refused));
                        yield ProblemCode.VALIDATION;
                    }
                    case PRICES_CHANGED -> {
                        more.put(
                                "conflicts",
                                refused.conflicts().stream().map(Attempt::conflict).toList());
                        more.put("by", refused.by());
                        more.put("at", Shown.time(refused.at()));
                        more.put("amount_before", Shown.money(refused.amountBefore()));
                        more.put("amount_after", Shown.money(refused.amountAfter()));
                        yield ProblemCode.DISCOUNT_CONFLICT;
                    }
                    case STALE -> {
                        more.put("amount", Shown.money(refused.amount()));
                        yield ProblemCode.STALE_PREVIEW;
                    }
                    case AMOUNT_CHANGED -> {
                        more.put("amount", Shown.money(refused.amount()));
                        more.put("by", refused.by());
                        more.put("at", Shown.time(refused.at()));
                        yield ProblemCode.AMOUNT_CHANGED;
                    }
                    case CHOICES_CHANGED -> {
                        more.put("errors", errors(refused));
                        yield ProblemCode.OPTIONS_CHANGED;
                    }
                    case PENDING -> ProblemCode.COMMIT_PENDING;
                    case UNDO_CONFLICT -> ProblemCode.UNDO_CONFLICT;
                    case NOT_RENEWING -> ProblemCode.NOT_RENEWING;
                    case NOT_TAKEN -> ProblemCode.AMOUNT_NOT_TAKEN;
                };
        return new ProblemException(code, refused.getMessage(), more);
    }

    private static List<Map<String, Object>> errors(DiscountRefused refused) {
        return refused.flaws().stream().map(Attempt::error).toList();
    }

    private static Map<String, Object> error(DiscountRefused.Flaw flaw) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("configoptionid", flaw.configId());
        error.put("field", flaw.field());
        error.put("code", flaw.flaw().code());
        error.put("detail", flaw.flaw().sentence());
        return error;
    }

    private static Map<String, Object> conflict(DiscountRefused.Conflict conflict) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("configoptionid", conflict.configId());
        shown.put("name", conflict.name());
        shown.put("began_with", Shown.money(conflict.began()));
        shown.put("theirs", Shown.money(conflict.theirs()));
        shown.put("yours", Shown.money(conflict.yours()));
        return shown;
    }
}
