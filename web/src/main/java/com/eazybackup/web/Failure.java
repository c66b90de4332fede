package com.eazybackup.web;

import com.eazybackup.platform.Reference;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * What the error pages know about what went wrong. The reference that a person reads stands in the
 * log, beside the reason.
 */
@Named
@RequestScoped
public class Failure {

    private static final Logger LOG = System.getLogger(Failure.class.getName());

    @Inject HttpServletRequest request;

    private Reference reference;

    @PostConstruct
    void log() {
        if (!isSerious()) {
            return;
        }
        reference = Reference.next();
        Object reason = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object address = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        LOG.log(
                Level.ERROR,
                reference + ": " + address + " failed",
                reason instanceof Throwable trouble ? trouble : null);
    }

    /**
     * @return whether it is our fault
     */
    public boolean isSerious() {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code
                && code >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    public String getReference() {
        return reference == null ? "" : reference.value();
    }
}
