package com.eazybackup.web.signin;

import com.eazybackup.web.OwnPages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * Between signing out here and signing out at the provider: a page of ours, because the browser
 * lets no form, and nothing that a form leads to, go to another site. Goes on by itself, once.
 */
@Named
@RequestScoped
public class Goodbye {

    private static final String KEY = Goodbye.class.getName();
    private static final int LIFE = (int) Duration.ofMinutes(1).toSeconds();

    @Inject FacesContext faces;
    @Inject HttpServletRequest request;

    private String onward = "";

    /**
     * Keeps the way for the next request of this browser, whose session has just ended.
     *
     * @return the page to send the browser to
     */
    static String leading(HttpServletRequest request, URI onward) {
        HttpSession brief = request.getSession(true);
        brief.setMaxInactiveInterval(LIFE);
        brief.setAttribute(KEY, onward.toString());
        return OwnPages.GOODBYE;
    }

    /** Finds the way and takes it away; whoever has none is at the door. */
    public void go() throws IOException {
        HttpSession brief = request.getSession(false);
        if (brief != null && brief.getAttribute(KEY) instanceof String way) {
            brief.invalidate();
            onward = way;
            faces.getExternalContext().setResponseHeader("Refresh", "0; url=" + way);
        } else {
            faces.getExternalContext().redirect(request.getContextPath() + OwnPages.SIGN_IN);
        }
    }

    public String getOnward() {
        return onward;
    }
}
