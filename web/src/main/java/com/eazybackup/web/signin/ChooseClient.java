package com.eazybackup.web.signin;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Caller;
import com.eazybackup.access.ClientSummary;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.SignInDoor;
import com.eazybackup.web.OwnPages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Takes the choice of a client. One that is not the caller's is as unknown as one that does not
 * exist.
 */
@WebServlet("/choose/client")
public class ChooseClient extends HttpServlet {

    @Inject transient SignInDoor door;
    @Inject transient CurrentCaller current;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<ClientSummary> chosen =
                current.caller().flatMap(caller -> own(caller, request.getParameter("client")));
        if (chosen.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            door.chooseClient(request, chosen.get().id());
        } catch (AccessRefused gone) { // taken away since the list was shown
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String next = OwnPages.afterSignIn(request.getParameter("next")).orElse(OwnPages.HOME);
        response.sendRedirect(request.getContextPath() + next);
    }

    private static Optional<ClientSummary> own(Caller caller, String number) {
        return caller.clients().stream()
                .filter(client -> client.id().toString().equals(number))
                .findFirst();
    }
}
