package com.eazybackup.web;

import com.eazybackup.platform.Reference;
import com.eazybackup.web.api.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Refuses a form that the server cannot take in: too large, with more fields than it allows, with
 * broken escapes, or cut off. Without this, whoever first asks for a field would fail as if the
 * fault were ours; also the error page would, when the container refuses somebody who sent such a
 * form.
 */
public class ReadableForms extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ReadableForms.class.getName());

    /** No form of ours has more; without an announced length the server's own limit holds. */
    private static final long MOST = 64 * 1024;

    private static final List<String> FORMS =
            List.of("application/x-www-form-urlencoded", "multipart/form-data");

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean large = request.getContentLengthLong() > MOST;
        if (!isForm(request) || (!large && readable(request))) {
            chain.doFilter(request, response);
        } else if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new WithoutFields(request), response);
        } else {
            // Not the error page: to draw it, the form would be read again.
            int status =
                    large
                            ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                            : HttpServletResponse.SC_BAD_REQUEST;
            Problems.write(response, Problems.ofStatus(status, Reference.next()));
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && FORMS.stream().anyMatch(type.toLowerCase(Locale.ROOT)::startsWith);
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

    /** For error pages, which need no field. */
    private static final class WithoutFields extends HttpServletRequestWrapper {

        WithoutFields(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }
    }
}
