package com.eazybackup.web.admin;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.web.OwnPages;
import jakarta.inject.Inject;
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
 * Who asks for an administrators' page and is none is refused by the container ({@code web.xml});
 * here that becomes a line in the audit trail. The reader gets the error page as ever.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.ERROR, asyncSupported = true)
public class RefusedPages extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(RefusedPages.class.getName());

    @Inject transient Door door;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        boolean admins = path.startsWith(request.getContextPath() + OwnPages.ADMIN);
        if (admins && Integer.valueOf(HttpServletResponse.SC_FORBIDDEN).equals(status)) {
            try {
                door.refused(Action.OPEN_ADMIN_PAGE, path);
            } catch (DatabaseUnavailable away) {
                LOG.log(Level.WARNING, path + " was refused, and that is not written down", away);
            }
        }
        chain.doFilter(request, response);
    }
}
