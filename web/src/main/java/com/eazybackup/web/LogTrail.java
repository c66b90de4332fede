package com.eazybackup.web;

import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Role;
import com.eazybackup.platform.LogContext;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Whatever is logged while a request is answered says for which client and for whom. */
public class LogTrail extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject transient CurrentCaller current;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            current.caller().ifPresent(LogTrail::is);
            chain.doFilter(request, response);
        } finally {
            LogContext.clear();
        }
    }

    private static void is(Caller caller) {
        LogContext.PERSON.is((caller.role() == Role.ADMIN ? "admin " : "user ") + caller.userId());
        caller.chosen().ifPresent(client -> LogContext.CLIENT.is(client.id().toString()));
    }
}
