package com.eazybackup.web;

import com.eazybackup.platform.Reference;
import com.eazybackup.web.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/**
 * Refuses a form that the server cannot take in: with more fields than it allows, with broken
 * escapes, or cut off. Without this, whoever first asks for a field would fail as if the fault were
 * ours.
 */
public class ReadableForms extends HttpFilter {

    private static final Logger LOG = System.getLogger(ReadableForms.class.getName());
    private static final String FORM = "application/x-www-form-urlencoded";

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isForm(request) && !readable(request)) {
            // Not the error page: to draw it, the form would be read again.
            Problems.write(
                    response,
                    Problems.ofStatus(HttpServletResponse.SC_BAD_REQUEST, Reference.next()));
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    private static boolean readable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (RuntimeException e) {
            // The servlet API names no type for it; nothing but the reading of the form is here.
            LOG.log(Level.DEBUG, "A form cannot be read", e);
            return false;
        }
    }
}
