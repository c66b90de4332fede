package com.eazybackup.web.signin;

import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Role;
import com.eazybackup.web.OwnPages;
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
 * No client's page before a client is chosen, none for administrators, who have no client, and no
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

    private static Optional<String> insteadOf(
            String path, HttpServletRequest request, Caller caller) {
        if (caller.role() == Role.ADMIN) {
            return CUSTOMERS_ALONE.contains(path)
                    ? Optional.of(OwnPages.ADMIN_HOME)
                    : Optional.empty();
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
