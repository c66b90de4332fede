package com.eazybackup.web;

import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/**
 * A form that a page of a signed-in person sends repeats the secret of the session, and nothing
 * runs before that was looked at: the cookie alone is sent by every page of the world. The token
 * that Faces writes into its forms proves nothing, because a view without state has a constant one.
 *
 * <p>Pages are read and posted to, and nothing else; and nothing is posted by an address: Faces
 * takes a GET that carries a view's token for a post.
 *
 * <p>The API has its own check ({@code CsrfCheck}). Signing in has no session whose secret it could
 * repeat; {@link SameSiteWrites} looks after it.
 */
public class OwnForms extends HttpFilter {

    /** Name of the hidden field. */
    static final String FIELD = "eb_csrf";

    static final String HEADER = "X-EB-CSRF";

    private static final long serialVersionUID = 1L;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> SIGN_IN =
            Set.of(OwnPages.SIGN_IN, OwnPages.SIGN_IN + ".xhtml");
    private static final String VIEW_STATE = "jakarta.faces.ViewState";

    @Inject transient CurrentCaller current;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/api/")) {
            chain.doFilter(request, response);
        } else if (READS.contains(request.getMethod())) {
            if (request.getParameter(VIEW_STATE) == null) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "GET, HEAD, POST");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (SIGN_IN.contains(path) || own(request)) {
            chain.doFilter(request, response);
        } else {
            RefusedWrite.log("without the session's secret", path);
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean own(HttpServletRequest request) {
        String given = request.getHeader(HEADER);
        String said = given == null ? request.getParameter(FIELD) : given;
        return current.caller().map(Caller::csrf).map(secret -> same(secret, said)).orElse(true);
    }

    /** In constant time. */
    static boolean same(String secret, String given) {
        return given != null
                && !secret.isEmpty()
                && MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        given.getBytes(StandardCharsets.UTF_8));
    }
}
