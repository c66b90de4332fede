package com.eazybackup.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Which service the page is about. Whether there is one, and what it costs, its module asks the
 * API.
 */
@Named
@RequestScoped
public class AskedService {

    private static final String NUMBER = "[1-9]\\d{0,8}";

    @Inject HttpServletRequest request;

    /**
     * @return as it stands in the address; empty for what is no number of a service
     */
    public String getNumber() {
        String asked = request.getParameter("id");
        return asked != null && asked.matches(NUMBER) ? asked : "";
    }
}
