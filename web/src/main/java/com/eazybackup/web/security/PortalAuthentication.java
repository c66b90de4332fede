package com.eazybackup.web.security;

import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the container who calls, from the session that {@code SignInDoor} made. What is protected
 * is said in {@code web.xml}: everything that is not open there.
 *
 * <p>Whoever is nobody gets a problem from the API, the sign-in page instead of a page, and a
 * redirect that Faces' script understands when a page of a session that has ended calls home.
 */
@ApplicationScoped
public class PortalAuthentication implements HttpAuthenticationMechanism {

    private static final String DOOR = "/signin";

    @Inject CurrentCaller current;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<Caller> caller = current.caller();
        if (caller.isPresent()) {
            return context.notifyContainerAboutLogin(
                    new CallerPrincipal(caller.get().email()), Set.of(caller.get().role().code()));
        }
        if (!context.isProtected()) {
            return context.doNothing();
        }
        // The filters never see such a request, SecurityHeaders among them.
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "same-origin");
        try {
            sendAway(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static void sendAway(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/api/")) {
            // The server makes an error of this, to which ApiErrors gives its form. What is written
            // here would be thrown away, or be too late when a body waits to be read.
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream()
                    .write(partialRedirect(request).getBytes(StandardCharsets.UTF_8));
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + door(request, path));
        }
    }

    private static String partialRedirect(HttpServletRequest request) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + request.getContextPath()
                + DOOR
                + "?ended\"/></partial-response>";
    }

    /** The sign-in page, with the way back when a page was being read. */
    static String door(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        String wanted = query == null ? path : path + "?" + query;
        return Optional.of(wanted)
                .filter(any -> request.getMethod().equals("GET"))
                .flatMap(NextPath::of)
                .filter(next -> !next.equals("/"))
                .map(next -> DOOR + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                .orElse(DOOR);
    }
}
