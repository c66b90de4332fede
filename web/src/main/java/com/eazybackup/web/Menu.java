package com.eazybackup.web;

import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;

/** Which side of the portal the page is on, and which pages its menu leads to. */
@Named
@RequestScoped
public class Menu {

    @Inject CurrentCaller current;
    @Inject HttpServletRequest request;

    /**
     * @return whether this is a page of administrators, or the own account of one who looks at no
     *     client's portal
     */
    public boolean isConsole() {
        return here().startsWith(OwnPages.ADMIN)
                || (here().startsWith(OwnPages.ACCOUNT)
                        && current.caller()
                                .filter(caller -> caller.role() == Role.ADMIN && !caller.viewing())
                                .isPresent());
    }

    /**
     * @param page name of a {@link PortalPage}
     * @return whether the reader may open it
     */
    public boolean opens(String page) {
        return current.caller().filter(PortalPage.valueOf(page)::opensFor).isPresent();
    }

    /**
     * @return for {@code aria-current}
     */
    public String at(String page) {
        return PortalPage.of(here()).filter(PortalPage.valueOf(page)::equals).isPresent()
                ? "page"
                : "false";
    }

    /**
     * @return whether an administrator looks at a client's portal
     */
    public boolean isViewing() {
        return current.caller().filter(Caller::viewing).isPresent();
    }

    /**
     * @return when that ends by itself, for the page's module, which knows the reader's zone
     */
    public String getViewingUntil() {
        return current.viewingUntil().map(Instant::toString).orElse("");
    }

    private String here() {
        return OwnPages.asked(request).replaceFirst("\\?.*", "");
    }
}
