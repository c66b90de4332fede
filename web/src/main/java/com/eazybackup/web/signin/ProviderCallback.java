package com.eazybackup.web.signin;

import com.eazybackup.access.Caller;
import com.eazybackup.access.oidc.OpenIdDoor;
import com.eazybackup.access.oidc.OpenIdOutcome;
import com.eazybackup.web.OwnPages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where the OpenID provider sends the browser back to. A GET that signs somebody in, as the
 * protocol has it: state, nonce and PKCE, known to this browser alone and good once, stand where a
 * form's secret would.
 */
@WebServlet("/oidc/callback")
public class ProviderCallback extends HttpServlet {

    @Inject transient OpenIdDoor door;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!door.isOpen()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        OpenIdOutcome outcome = door.finish(request);
        response.sendRedirect(
                request.getContextPath()
                        + (outcome instanceof OpenIdOutcome.Welcome welcome
                                ? nextPage(welcome.caller(), welcome.next())
                                : DoorSentence.page(outcome, "")));
    }

    /** Looking is not asking: a HEAD must not use up what the browser brings. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    private static String nextPage(Caller caller, String next) {
        if (caller.chosen().isEmpty()) {
            return OwnPages.chooseThen(next);
        }
        return next.isEmpty() ? OwnPages.HOME : next;
    }
}
