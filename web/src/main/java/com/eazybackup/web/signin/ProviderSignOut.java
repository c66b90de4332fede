package com.eazybackup.web.signin;

import com.eazybackup.access.oidc.OpenIdDoor;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes the provider's word that a session of its own is over (OpenID Connect Back-Channel Logout):
 * the portal's sessions of that person end, on all nodes. Answers as the standard says, without a
 * reason to whoever sends anything else.
 */
@WebServlet("/oidc/backchannel")
public class ProviderSignOut extends HttpServlet {

    @Inject transient OpenIdDoor door;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!door.isOpen()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean believed = door.providerEnds(request, request.getParameter("logout_token"));
        response.setStatus(
                believed ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST);
    }
}
