package com.eazybackup.access;

import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who calls, for whatever serves a request: pages, resources, servlets.
 *
 * <p>Limit: works in a request's own thread; code that goes on after it (a push channel) takes the
 * {@link ClientId} with it.
 */
@RequestScoped
public class CurrentCaller {

    /** Names the client that a page was made for, so that no page shows another's data. */
    static final String PAGES_CLIENT = "X-EB-Client";

    private HttpServletRequest request;

    CurrentCaller() {}

    @Inject
    CurrentCaller(HttpServletRequest request) {
        this.request = request;
    }

    /**
     * @return empty when nobody is signed in
     */
    public Optional<Caller> caller() {
        return CallerSession.read(request);
    }

    /**
     * @throws AccessRefused when nobody is signed in
     */
    public Caller requireCaller() {
        return caller().orElseThrow(() -> new AccessRefused(AccessRefused.Reason.UNAUTHENTICATED));
    }

    /**
     * The client whose data this request may see. Every read is made with it. A request may say in
     * {@code X-EB-Client} which client it expects; that opens nothing, it only refuses any other.
     *
     * @throws AccessRefused when nobody is signed in, no client is chosen, the caller has none, or
     *     the request expects another
     */
    public ClientId requireClient() {
        Caller caller = requireCaller();
        if (caller.client() == null) {
            throw new AccessRefused(
                    caller.clients().isEmpty()
                            ? AccessRefused.Reason.NO_CLIENT
                            : AccessRefused.Reason.NO_CLIENT_CHOSEN);
        }
        ClientId client = caller.client().id();
        String expected = request.getHeader(PAGES_CLIENT);
        if (expected != null && !expected.equals(client.toString())) {
            throw new AccessRefused(AccessRefused.Reason.OTHER_CLIENT);
        }
        return client;
    }
}
