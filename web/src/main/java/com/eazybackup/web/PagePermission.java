package com.eazybackup.web;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import jakarta.faces.application.ResourceHandler;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * No page without the permission that {@link PortalPage} says; one that it does not know is as one
 * that does not exist. What is on the page asks for itself again.
 */
public class PagePermission extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject transient Door door;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        Optional<PortalPage> page = PortalPage.of(path);
        if (path.startsWith(ResourceHandler.RESOURCE_IDENTIFIER + "/")) {
            chain.doFilter(request, response); // scripts and styles of the pages, for everybody
        } else if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (mayOpen(page.get())) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean mayOpen(PortalPage page) {
        Optional<Action> action = page.action();
        if (action.isEmpty()) {
            return true;
        }
        try {
            door.enter(action.get());
            return true;
        } catch (AccessRefused refused) {
            return false; // which is in the audit trail
        }
    }
}
