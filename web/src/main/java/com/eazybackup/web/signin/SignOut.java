package com.eazybackup.web.signin;

import com.eazybackup.access.SignInDoor;
import com.eazybackup.web.OwnPages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Ends the session and shows the door. */
@WebServlet("/signout")
public class SignOut extends HttpServlet {

    @Inject transient SignInDoor door;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        door.signOut(request);
        response.sendRedirect(request.getContextPath() + OwnPages.SIGN_IN);
    }
}
