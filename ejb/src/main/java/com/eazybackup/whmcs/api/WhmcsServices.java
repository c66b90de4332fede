package com.eazybackup.whmcs.api;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Services that clients have. */
public final class WhmcsServices {

    private final WhmcsCall whmcs;

    WhmcsServices(WhmcsCall whmcs) {
        this.whmcs = whmcs;
    }

    public WhmcsPage<Service> of(ClientId client, int from, int most) {
        return WhmcsPage.of(
                whmcs.ask(
                        WhmcsAction.GET_CLIENTS_PRODUCTS,
                        Parameters.of("clientid", client)
                                .number("limitstart", from)
                                .number("limitnum", most)),
                Service::of,
                "products",
                "product");
    }

    public Optional<Service> find(ServiceId service) {
        return whmcs
                .ask(WhmcsAction.GET_CLIENTS_PRODUCTS, Parameters.of("serviceid", service))
                .list("products", "product")
                .stream()
                .map(Service::of)
                .filter(found -> found.id().equals(service))
                .findFirst();
    }

    /**
     * Sets what a service costs each time it renews, and keeps WHMCS from calculating it anew.
     *
     * @throws ArithmeticException when the amount has parts of a cent
     * @throws WhmcsException {@link Kind#NOT_FOUND} when there is no such service
     */
    public void setAmount(ServiceId service, BigDecimal amount) {
        setAmount(service, amount, Map.of());
    }

    /**
     * Sets the amount as {@link #setAmount(ServiceId, BigDecimal)} does, and what the service has
     * of its options, in one call.
     *
     * <p>WHMCS documents {@code configoptions} as a serialised array and not what is in it. As
     * where an upgrade is ordered, the keys are options, the values quantities or sub-options.
     * Whether that is obeyed is WHMCS's matter: look afterwards.
     *
     * @param options all that the service has, so that none is lost; none leaves them alone
     */
    public void setAmount(ServiceId service, BigDecimal amount, Map<Integer, Integer> options) {
        Map<String, String> texts = new LinkedHashMap<>();
        options.forEach((option, value) -> texts.put(option.toString(), value.toString()));
        whmcs.ask(
                WhmcsAction.UPDATE_CLIENT_PRODUCT,
                Parameters.of("serviceid", service)
                        .money("recurringamount", amount)
                        .flag("autorecalc", false)
                        .php("configoptions", texts));
    }

    /**
     * Sets when a service is due next, and when its invoice is made.
     *
     * <p>WHMCS's documentation knows the first date only; whether the second is obeyed is WHMCS's
     * matter. Read {@link Service#nextDue()} to see the first.
     */
    public void setNextDue(ServiceId service, LocalDate day) {
        whmcs.ask(
                WhmcsAction.UPDATE_CLIENT_PRODUCT,
                Parameters.of("serviceid", service)
                        .date("nextduedate", day)
                        .date("nextinvoicedate", day));
    }

    /**
     * Suspends a service at its Comet Server and in WHMCS.
     *
     * @param reason shown to the client
     */
    public void suspend(ServiceId service, String reason) {
        whmcs.ask(
                WhmcsAction.MODULE_SUSPEND,
                Parameters.of("serviceid", service).textUnlessBlank("suspendreason", reason));
    }

    /**
     * @param username of the account on the Comet Server; "" when there is none yet
     * @param status Pending, Active, Suspended, Terminated, Cancelled, Fraud or Completed
     */
    public record Service(
            ServiceId id,
            ClientId client,
            ProductId product,
            String name,
            String username,
            String status,
            String billingCycle,
            BigDecimal amount,
            Optional<LocalDate> nextDue) {

        static Service of(WhmcsAnswer answer) {
            return new Service(
                    new ServiceId(answer.id("id")),
                    new ClientId(answer.id("clientid")),
                    new ProductId(answer.id("pid")),
                    answer.text("name"),
                    answer.text("username"),
                    answer.text("status"),
                    answer.text("billingcycle"),
                    answer.money("recurringamount"),
                    answer.date("nextduedate"));
        }
    }
}
