package com.eazybackup.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The accent of the brand as a stylesheet of its own: a style element in the page would break the
 * Content-Security-Policy.
 */
@WebServlet("/brand.css")
public class BrandStylesheet extends HttpServlet {

    @Inject transient Brand brand;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/css");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "public, max-age=86400");
        response.getWriter().write(brand.accent().map(AccentColours::stylesheet).orElse(""));
    }
}
