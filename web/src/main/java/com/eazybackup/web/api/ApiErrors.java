package com.eazybackup.web.api;

import com.eazybackup.platform.Reference;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Errors under {@code /api} that never reached a resource (a filter's, a servlet's, the server's
 * own) are problems, too, and not the error page that people get.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.ERROR, asyncSupported = true)
public class ApiErrors extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ApiErrors.class.getName());

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!path.startsWith(request.getContextPath() + "/api/")) {
            chain.doFilter(request, response);
            return;
        }
        Reference reference = Reference.next();
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object trouble = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        int code = status instanceof Integer number ? number : 500;
        if (code >= 500) {
            LOG.log(
                    Level.ERROR,
                    reference + " a request to the API failed",
                    trouble instanceof Throwable thrown ? thrown : null);
        }
        Problems.write(response, Problems.ofStatus(code, reference));
    }
}
