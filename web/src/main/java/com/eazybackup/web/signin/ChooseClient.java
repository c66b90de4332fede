package com.eazybackup.web.signin;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.SignInDoor;
import com.eazybackup.web.OwnPages;
import com.eazybackup.whmcs.ClientId;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes the choice of a client. One that is not the caller's is as unknown as one that does not
 * exist.
 */
@WebServlet("/choose/client")
public class ChooseClient extends HttpServlet {

    @Inject transient SignInDoor door;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            choose(request, String.valueOf(request.getParameter("client")));
        } catch (AccessRefused foreign) { // or taken away since the list was shown
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String next = OwnPages.afterSignIn(request.getParameter("next")).orElse(OwnPages.HOME);
        response.sendRedirect(request.getContextPath() + next);
    }

    private void choose(HttpServletRequest request, String number) {
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw door.foreignClient(request, number);
        }
        door.chooseClient(request, new ClientId(Integer.parseInt(number)));
    }
}
