package com.eazybackup.web.signin;

import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.oidc.OpenIdDoor;
import com.eazybackup.access.oidc.OpenIdOutcome;
import com.eazybackup.web.OwnPages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Sends the browser to the OpenID provider, because somebody wants to sign in: not because another
 * site says so, by a link or a picture. Whom such a site sends finds the button at the door.
 * Whoever is signed in stays that person, whoever asks.
 *
 * <p>Limit: browsers say where a request comes from over HTTPS and on the same machine alone, and
 * old ones never; what says nothing is sent on.
 */
@WebServlet("/oidc/start")
public class ProviderStart extends HttpServlet {

    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    @Inject transient OpenIdDoor door;
    @Inject transient CurrentCaller current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!door.isOpen()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String next = OwnPages.afterSignIn(request.getParameter("next")).orElse("");
        if (current.caller().isPresent()) {
            response.sendRedirect(
                    request.getContextPath() + (next.isEmpty() ? OwnPages.HOME : next));
            return;
        }
        if (sentByAnother(request.getHeader("Sec-Fetch-Site"))) {
            response.sendRedirect(request.getContextPath() + OwnPages.signInThen(next));
            return;
        }
        OpenIdOutcome outcome = door.begin(request, next);
        response.sendRedirect(
                outcome instanceof OpenIdOutcome.SentOn sent
                        ? sent.provider().toString()
                        : request.getContextPath() + DoorSentence.page(outcome, next));
    }

    /**
     * @param site what the browser says about where the request comes from; null when nothing
     */
    static boolean sentByAnother(String site) {
        return site != null && OTHERS.contains(site);
    }
}
