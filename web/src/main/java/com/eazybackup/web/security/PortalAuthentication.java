package com.eazybackup.web.security;

import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.SessionEnd;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

    private static final Logger LOG = System.getLogger(PortalAuthentication.class.getName());
    private static final String DOOR = "/signin";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration SOON = Duration.ofSeconds(5);

    /** The same for a key that is unknown, revoked or over, or whose maker may no more. */
    private static final String CHALLENGE =
            "Bearer error=\"invalid_token\", error_description=\"The key is not known, or is no longer good.\"";

    @Inject CurrentCaller current;
    @Inject Settings settings;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<Caller> caller;
        try {
            caller = current.caller();
        } catch (DatabaseUnavailable nobodyKnows) { // whether a program's key is good
            LOG.log(Level.WARNING, "A key for programs could not be looked at", nobodyKnows);
            return sendBack(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, SOON);
        }
        if (caller.isPresent()) {
            return context.notifyContainerAboutLogin(
                    new CallerPrincipal(caller.get().email()), Set.of(caller.get().role().code()));
        }
        Optional<Duration> wait = current.keyWait();
        if (wait.isPresent()) {
            return sendBack(response, TOO_MANY_REQUESTS, wait.get());
        }
        if (current.keyRefused()) {
            response.setHeader("WWW-Authenticate", CHALLENGE);
        }
        current.over()
                .ifPresent(
                        why ->
                                EndedCookie.write(
                                        response, why, settings.on(Setting.EB_COOKIE_SECURE)));
        if (!context.isProtected()) {
            return context.doNothing();
        }
        try {
            sendAway(request, response, current.over());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** The server makes an error of this, to which ApiErrors gives its form. */
    private static AuthenticationStatus sendBack(
            HttpServletResponse response, int status, Duration wait) {
        response.setHeader(
                "Retry-After", Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        response.setStatus(status);
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static void sendAway(
            HttpServletRequest request, HttpServletResponse response, Optional<SessionEnd> over)
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
            String door = over.isPresent() ? endedDoor(door(request, path)) : door(request, path);
            response.setHeader("Location", request.getContextPath() + door);
        }
    }

    private static String partialRedirect(HttpServletRequest request) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + request.getContextPath()
                + DOOR
                + "?ended\"/></partial-response>";
    }

    private static String endedDoor(String door) {
        return door + (door.contains("?") ? "&" : "?") + "ended";
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
