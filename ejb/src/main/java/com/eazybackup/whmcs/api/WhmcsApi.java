package com.eazybackup.whmcs.api;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.UserId;
import com.eazybackup.whmcs.ValidLogin;
import com.eazybackup.whmcs.WhmcsException;
import com.eazybackup.whmcs.WhmcsException.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * WHMCS's external API, as far as the portal uses it: signing in here, the rest by subject.
 *
 * <p>Every method throws {@link WhmcsException} when WHMCS cannot be asked or says no. Reads are
 * asked once more when the connection broke; what changes something is never repeated, and the
 * exception tells whether it may have been done ({@link WhmcsException#outcomeUnknown()}). Waits
 * ten seconds for an answer, sixty where WHMCS itself has to wait for a mail server, a gateway or a
 * Comet Server. Not for transactions: nothing here is undone by a rollback.
 */
@ApplicationScoped
public class WhmcsApi {

    private WhmcsCall whmcs;

    WhmcsApi() {}

    @Inject
    WhmcsApi(WhmcsCall whmcs) {
        this.whmcs = whmcs;
    }

    public WhmcsClients clients() {
        return new WhmcsClients(whmcs);
    }

    public WhmcsOrders orders() {
        return new WhmcsOrders(whmcs);
    }

    public WhmcsServices services() {
        return new WhmcsServices(whmcs);
    }

    public WhmcsMail mail() {
        return new WhmcsMail(whmcs);
    }

    public WhmcsTickets tickets() {
        return new WhmcsTickets(whmcs);
    }

    public WhmcsPayments payments() {
        return new WhmcsPayments(whmcs);
    }

    /**
     * Asks whether this is somebody's password.
     *
     * <p>Limit: WHMCS checks the password only. A second factor is told of, not checked.
     *
     * @return empty when the address is unknown or the password is wrong; WHMCS tells no difference
     */
    public Optional<ValidLogin> validateLogin(String email, String password) {
        WhmcsAnswer answer;
        try {
            answer =
                    whmcs.ask(
                            WhmcsAction.VALIDATE_LOGIN,
                            Parameters.of("email", email).secret("password2", password));
        } catch (WhmcsException e) {
            if (e.kind() == Kind.FAILED
                    && e.getMessage().toLowerCase(Locale.ROOT).contains("password invalid")) {
                return Optional.empty();
            }
            throw e;
        }
        // Only a clear no is a no. WHMCS leaves the field out where it has no second factors.
        return Optional.of(
                new ValidLogin(new UserId(answer.id("userid")), answer.flag("twoFactorEnabled")));
    }

    /**
     * Opens a password that WHMCS stored with its own key.
     *
     * @return never empty
     */
    public String decryptPassword(String stored) {
        WhmcsAnswer answer =
                whmcs.ask(
                        WhmcsAction.DECRYPT_PASSWORD,
                        Parameters.none().secret("password2", stored));
        String plain = answer.raw("password");
        if (plain.isEmpty()) {
            throw new WhmcsException(Kind.UNUSABLE, "DecryptPassword answered with nothing");
        }
        return plain;
    }

    /**
     * An address that signs a client in at WHMCS, good once and for sixty seconds.
     *
     * <p>It passes by WHMCS's second factor: ask only for somebody who has just proved who they
     * are, and never log it.
     *
     * @param path where in WHMCS they arrive, relative, for example {@code clientarea.php}
     */
    public URI signOnLink(ClientId client, String path) {
        WhmcsAnswer answer =
                whmcs.ask(
                        WhmcsAction.CREATE_SSO_TOKEN,
                        Parameters.of("client_id", client)
                                .text("destination", "sso:custom_redirect")
                                .text("sso_redirect_path", path));
        try {
            URI link = URI.create(answer.raw("redirect_url"));
            if (link.getHost() != null) {
                return link;
            }
        } catch (IllegalArgumentException e) {
            // Not the cause: its message quotes the address, which signs somebody in.
        }
        throw new WhmcsException(Kind.UNUSABLE, "CreateSsoToken answered without an address");
    }
}
