package com.eazybackup.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves {@link Assets}. The file itself comes from the container's own servlet (type, ETag,
 * ranges); this one takes the version out of the path and says how long it may be kept: for ever
 * when the version is ours, not at all when it is another's, because a page of the previous version
 * may be asking while the server is being replaced.
 */
@WebServlet("/assets/*")
public class AssetServlet extends HttpServlet {

    @Inject transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        int end = path.indexOf('/', 1);
        if (end < 0 || path.contains("..")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean ours = path.substring(1, end).equals(assets.version());
        response.setHeader(
                "Cache-Control", ours ? "public, max-age=31536000, immutable" : "no-cache");
        request.getRequestDispatcher(Assets.ROOT + path.substring(end + 1))
                .forward(request, response);
    }
}
