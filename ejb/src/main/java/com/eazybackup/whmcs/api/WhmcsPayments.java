package com.eazybackup.whmcs.api;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Ways to pay, and invoices.
 *
 * <p>Limit: cards are read, never added. WHMCS would take a card's number here, and then the portal
 * would handle card data; clients add cards in WHMCS itself.
 */
public final class WhmcsPayments {

    private final WhmcsCall whmcs;

    WhmcsPayments(WhmcsCall whmcs) {
        this.whmcs = whmcs;
    }

    public List<PayMethod> of(ClientId client) {
        return whmcs
                .ask(WhmcsAction.GET_PAY_METHODS, Parameters.of("clientid", client))
                .list("paymethods")
                .stream()
                .map(PayMethod::of)
                .toList();
    }

    public PayMethodId addBankAccount(ClientId client, BankAccount account) {
        return new PayMethodId(
                whmcs.ask(WhmcsAction.ADD_PAY_METHOD, account.parameters(client))
                        .id("paymethodid"));
    }

    /**
     * @param status Draft, Unpaid, Paid, Cancelled, Refunded or Collections
     * @throws WhmcsException {@link Kind#NOT_FOUND} when there is no such invoice
     */
    public void setStatus(InvoiceId invoice, String status) {
        whmcs.ask(
                WhmcsAction.UPDATE_INVOICE,
                Parameters.of("invoiceid", invoice).text("status", status));
    }

    /**
     * @throws WhmcsException {@link Kind#NOT_FOUND} when there is no such invoice
     */
    public void setDue(InvoiceId invoice, LocalDate day) {
        whmcs.ask(
                WhmcsAction.UPDATE_INVOICE,
                Parameters.of("invoiceid", invoice).date("duedate", day));
    }

    /**
     * @param type CreditCard, RemoteCreditCard, BankAccount or RemoteBankAccount
     * @param gateway "" when WHMCS keeps it itself
     * @param lastFour digits of a card; else ""
     */
    public record PayMethod(
            PayMethodId id, String type, String description, String gateway, String lastFour) {

        static PayMethod of(WhmcsAnswer answer) {
            return new PayMethod(
                    new PayMethodId(answer.id("id")),
                    answer.text("type"),
                    answer.text("description"),
                    answer.text("gateway_name"),
                    answer.text("card_last_four"));
        }
    }

    /** A bank account; its numbers are never shown. */
    public record BankAccount(
            String description,
            String bank,
            Optional<String> kind,
            String routingNumber,
            String accountNumber) {

        Parameters parameters(ClientId client) {
            return Parameters.of("clientid", client)
                    .text("type", "BankAccount")
                    .textUnlessBlank("description", description)
                    .textUnlessBlank("bank_name", bank)
                    .text("bank_account_type", kind)
                    .secret("bank_code", routingNumber)
                    .secret("bank_account", accountNumber);
        }

        @Override
        public String toString() {
            return "BankAccount[" + description + "]";
        }
    }
}
