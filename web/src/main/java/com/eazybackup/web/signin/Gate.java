package com.eazybackup.web.signin;

import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Role;
import com.eazybackup.web.OwnPages;
import com.eazybackup.web.PortalPage;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * No client's page before a client is chosen, none for administrators unless they look at one, no
 * other page than their own account for administrators who have to look after that first, and no
 * door for those who are in. Whether somebody is signed in at all, the container has asked before
 * ({@code PortalAuthentication}). The JSON interface has its own answers and is let through; so are
 * files that are the same for everybody. Whoever a page has sent to the door because its session
 * was over stays there, even if the session is not: between two nodes that disagree a browser would
 * run to and fro for ever.
 */
public class Gate extends HttpFilter {

    private static final List<String> OPEN =
            List.of(
                    "/assets/",
                    "/jakarta.faces.resource/",
                    "/brand.css",
                    "/api/",
                    "/language",
                    "/signout",
                    "/oidc/",
                    "/favicon.ico",
                    OwnPages.CHOOSE);

    private static final Set<String> CUSTOMERS_ALONE =
            Set.of("/", OwnPages.SIGN_IN, OwnPages.CHOOSE, OwnPages.HOME);

    @Inject transient CurrentCaller current;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Optional<String> elsewhere =
                current.caller()
                        .flatMap(caller -> insteadOf(path, request, caller))
                        .filter(page -> request.getParameter("ended") == null);
        if (elsewhere.isPresent()) {
            response.sendRedirect(request.getContextPath() + elsewhere.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Who looks at a client's portal is led to that, and finds the way back on the page. */
    private static String home(Caller admin) {
        return admin.viewing() ? OwnPages.HOME : PortalPage.adminHome(admin);
    }

    private static Optional<String> insteadOf(
            String path, HttpServletRequest request, Caller caller) {
        if (caller.limited()
                && !path.startsWith(OwnPages.SECURITY)
                && OPEN.stream().noneMatch(path::startsWith)) {
            return Optional.of(OwnPages.SECURITY);
        }
        if (caller.role() == Role.ADMIN) {
            boolean away =
                    CUSTOMERS_ALONE.contains(path)
                            && !(caller.viewing() && path.equals(OwnPages.HOME));
            return away ? Optional.of(home(caller)) : Optional.empty();
        }
        if (path.equals(OwnPages.SESSIONS)) { // also for who has no client
            return Optional.empty();
        }
        if (OPEN.stream().anyMatch(path::startsWith)) {
            return Optional.empty();
        }
        if (caller.chosen().isEmpty()) {
            String asked = OwnPages.afterSignIn(OwnPages.asked(request)).orElse("");
            return Optional.of(OwnPages.chooseThen(asked));
        }
        return path.equals(OwnPages.SIGN_IN) || path.equals("/")
                ? Optional.of(OwnPages.HOME)
                : Optional.empty();
    }
}
