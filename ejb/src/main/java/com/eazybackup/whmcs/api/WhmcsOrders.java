package com.eazybackup.whmcs.api;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.ServiceId;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Orders: a placed order does nothing until it is accepted. */
public final class WhmcsOrders {

    private final WhmcsCall whmcs;

    WhmcsOrders(WhmcsCall whmcs) {
        this.whmcs = whmcs;
    }

    /** Places an order. Asking twice makes two. */
    public PlacedOrder place(NewOrder order) {
        WhmcsAnswer answer = whmcs.ask(WhmcsAction.ADD_ORDER, order.parameters());
        // Called productids before WHMCS 7.8.
        String services = answer.has("serviceids") ? "serviceids" : "productids";
        return new PlacedOrder(
                new OrderId(answer.id("orderid")),
                answer.numbers(services).stream().map(ServiceId::new).toList(),
                invoice(answer));
    }

    /**
     * Accepts a pending order and sets its services up.
     *
     * @throws WhmcsException {@link Kind#NOT_FOUND} when there is no such order or it is not
     *     pending any more; {@link Kind#FAILED} with the Comet Server's words when it could not be
     *     set up, the order is pending still
     */
    public void accept(OrderId order, Setup setup) {
        whmcs.ask(WhmcsAction.ACCEPT_ORDER, setup.parameters(order));
    }

    /**
     * @throws WhmcsException {@link Kind#NOT_FOUND} as for accepting
     */
    public void cancel(OrderId order) {
        whmcs.ask(
                WhmcsAction.CANCEL_ORDER,
                Parameters.of("orderid", order).flag("cancelsub", false).flag("noemail", true));
    }

    /** A client's orders, the latest first. */
    public WhmcsPage<Order> of(ClientId client, int from, int most) {
        return WhmcsPage.of(
                whmcs.ask(
                        WhmcsAction.GET_ORDERS,
                        Parameters.of("userid", client)
                                .number("limitstart", from)
                                .number("limitnum", most)),
                Order::of,
                "orders",
                "order");
    }

    public Optional<Order> find(OrderId order) {
        return whmcs
                .ask(WhmcsAction.GET_ORDERS, Parameters.of("id", order))
                .list("orders", "order")
                .stream()
                .map(Order::of)
                .filter(found -> found.id().equals(order))
                .findFirst();
    }

    /** What is sold through one of WHMCS's modules, for example comet. */
    public List<Product> products(String module) {
        return whmcs
                .ask(WhmcsAction.GET_PRODUCTS, Parameters.of("module", module))
                .list("products", "product")
                .stream()
                .map(Product::of)
                .toList();
    }

    private static Optional<InvoiceId> invoice(WhmcsAnswer answer) {
        int number = answer.number("invoiceid");
        return number > 0 ? Optional.of(new InvoiceId(number)) : Optional.empty();
    }

    /**
     * An order to be placed.
     *
     * @param paymentMethod in WHMCS's spelling, for example stripe
     * @param invoiced whether an invoice is made
     * @param confirmed whether WHMCS sends its confirmation
     */
    public record NewOrder(
            ClientId client,
            List<ProductId> products,
            String paymentMethod,
            Optional<String> promotion,
            boolean invoiced,
            boolean confirmed) {

        Parameters parameters() {
            return Parameters.of("clientid", client)
                    .list("pid", products)
                    .text("paymentmethod", paymentMethod)
                    .text("promocode", promotion)
                    .flag("noinvoice", !invoiced)
                    .flag("noinvoiceemail", !confirmed)
                    .flag("noemail", !confirmed);
        }
    }

    /**
     * @param services one for each product, in their order; empty where WHMCS does not say
     */
    public record PlacedOrder(OrderId id, List<ServiceId> services, Optional<InvoiceId> invoice) {}

    /**
     * How the services of an order are set up.
     *
     * @param username of the account on the Comet Server
     * @param password of that account; never shown
     * @param welcomed whether WHMCS sends the product's welcome mail
     */
    public record Setup(String username, String password, boolean welcomed) {

        Parameters parameters(OrderId order) {
            return Parameters.of("orderid", order)
                    .flag("autosetup", true)
                    .flag("sendemail", welcomed)
                    .text("serviceusername", username)
                    .secret("servicepassword", password);
        }

        @Override
        public String toString() {
            return "Setup[" + username + "]";
        }
    }

    /**
     * @param status Pending, Active, Cancelled, Fraud, or what an administrator invented
     */
    public record Order(
            OrderId id,
            ClientId client,
            String status,
            String promotion,
            BigDecimal amount,
            Optional<InvoiceId> invoice,
            List<ServiceId> services) {

        static Order of(WhmcsAnswer answer) {
            return new Order(
                    new OrderId(answer.id("id")),
                    new ClientId(answer.id("userid")),
                    answer.text("status"),
                    answer.text("promocode"),
                    answer.money("amount"),
                    WhmcsOrders.invoice(answer),
                    answer.list("lineitems", "lineitem").stream()
                            .filter(line -> line.text("type").equals("product"))
                            .map(line -> new ServiceId(line.id("relid")))
                            .toList());
        }
    }

    public record Product(ProductId id, int group, String name, String module) {

        static Product of(WhmcsAnswer answer) {
            return new Product(
                    new ProductId(answer.id("pid")),
                    answer.number("gid"),
                    answer.text("name"),
                    answer.text("module"));
        }
    }
}
