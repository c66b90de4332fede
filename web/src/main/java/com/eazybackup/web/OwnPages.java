package com.eazybackup.web;

import com.eazybackup.web.security.NextPath;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Addresses of our own pages. One that comes from outside ({@code ?next=}) is used only when {@link
 * NextPath} allows it: no other site, and nothing that acts.
 */
public final class OwnPages {

    public static final String HOME = "/status";
    public static final String ADMIN_HOME = "/admin/operations";
    public static final String SIGN_IN = "/signin";
    public static final String SECURITY = "/account/security";

    /** What begins so is about the reader, whoever that is. */
    public static final String ACCOUNT = "/account/";

    public static final String CHOOSE = "/choose";
    public static final String GOODBYE = "/goodbye";
    public static final String SESSIONS = "/account/sessions";

    /** What begins so is for administrators alone. */
    public static final String ADMIN = "/admin/";

    private OwnPages() {}

    /**
     * @param asked path with query, as it came; may be null
     * @return the same, when it is a page for signed-in people
     */
    public static Optional<String> afterSignIn(String asked) {
        return NextPath.of(asked).filter(page -> !page.startsWith(CHOOSE));
    }

    /**
     * @param page what {@link #afterSignIn} has let through, or empty
     * @return address of the choice of a client, which goes on to that page
     */
    public static String chooseThen(String page) {
        return page.isEmpty() || page.equals("/")
                ? CHOOSE
                : CHOOSE + "?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /**
     * @param page what {@link #afterSignIn} has let through, or empty
     * @return address of the door, which leads on to that page
     */
    public static String signInThen(String page) {
        return page.isEmpty()
                ? SIGN_IN
                : SIGN_IN + "?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /**
     * @return the same, when it is any page of ours, the door included
     */
    public static Optional<String> any(String asked) {
        return SIGN_IN.equals(asked) || invitation(asked) ? Optional.of(asked) : NextPath.of(asked);
    }

    /** Somebody who changes the language there has to find the invitation again. */
    private static boolean invitation(String asked) {
        return asked != null && asked.matches("/invite\\?token=[A-Za-z0-9_-]{43}");
    }

    /**
     * @return path and query that the reader's browser asked for, without the context path, however
     *     often it was forwarded since
     */
    public static String asked(HttpServletRequest request) {
        String path = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String query = (String) request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        if (path == null) {
            path = request.getRequestURI();
            query = request.getQueryString();
        }
        String own = path.substring(request.getContextPath().length());
        return query == null ? own : own + "?" + query;
    }
}
