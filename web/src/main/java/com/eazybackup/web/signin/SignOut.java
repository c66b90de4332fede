package com.eazybackup.web.signin;

import com.eazybackup.access.SignInDoor;
import com.eazybackup.access.oidc.OpenIdDoor;
import com.eazybackup.web.OwnPages;
import com.eazybackup.web.security.AnswerHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Ends the session and shows the door; by way of the OpenID provider, where the session began, so
 * that it ends there, too.
 */
@WebServlet("/signout")
public class SignOut extends HttpServlet {

    @Inject transient SignInDoor door;
    @Inject transient OpenIdDoor openId;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<URI> provider = openId.farewell(request);
        door.signOut(request);
        response.setHeader(AnswerHeaders.CLEAR, AnswerHeaders.CLEAR_WHAT);
        response.sendRedirect(
                request.getContextPath()
                        + provider.map(address -> Goodbye.leading(request, address))
                                .orElse(OwnPages.SIGN_IN));
    }
}
