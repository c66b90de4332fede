package com.eazybackup.web;

import com.eazybackup.access.Action;
import com.eazybackup.access.Caller;
import com.eazybackup.access.Role;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every page, with the action that opening it is. A page that is not in this list opens for nobody.
 * In the order in which somebody is led to one after signing in.
 */
public enum PortalPage {
    SIGN_IN("/signin", null),
    CHOOSE("/choose", null),
    GOODBYE("/goodbye", null),
    INVITE("/invite", null),
    STATUS("/status", Action.OPEN_STATUS),
    USERS("/users", Action.OPEN_USERS),
    VAULTS("/vaults", Action.OPEN_VAULTS),
    ACTIVITY("/activity", Action.OPEN_ACTIVITY),
    SESSIONS(OwnPages.SESSIONS, Action.OPEN_SESSIONS),
    TOKENS("/account/tokens", Action.OPEN_TOKENS),
    SECURITY(OwnPages.SECURITY, Action.SEE_OWN_SECURITY),
    OPERATIONS("/admin/operations", Action.OPEN_OPERATIONS),
    CLIENTS("/admin/clients", Action.OPEN_CLIENTS),
    SERVICES("/admin/services", Action.OPEN_SERVICES),
    SERVICE("/admin/service", Action.OPEN_SERVICE),
    TRAIL("/admin/trail", Action.OPEN_TRAIL),
    ADMINS("/admin/admins", Action.SEE_ADMINS);

    private static final String VIEW = ".xhtml";

    private final String path;
    private final Action action;

    PortalPage(String path, Action action) {
        this.path = path;
        this.action = action;
    }

    public String path() {
        return path;
    }

    /**
     * @return empty for a page that others guard: the door itself, the way out, and the choice of a
     *     client
     */
    public Optional<Action> action() {
        return Optional.ofNullable(action);
    }

    /**
     * @param path without the context path, with or without the ending of a view
     */
    static Optional<PortalPage> of(String path) {
        String plain =
                path.endsWith(VIEW) ? path.substring(0, path.length() - VIEW.length()) : path;
        return Arrays.stream(values()).filter(page -> page.path.equals(plain)).findFirst();
    }

    /**
     * @return where an administrator begins: the first page of administrators that he may open
     */
    public static String adminHome(Caller admin) {
        return Arrays.stream(values())
                .filter(page -> page.path.startsWith(OwnPages.ADMIN))
                .filter(page -> page.opensFor(admin))
                .findFirst()
                .map(PortalPage::path)
                .orElse(OwnPages.ADMIN_HOME);
    }

    /** Whether the caller may open it, for menus. */
    public boolean opensFor(Caller caller) {
        boolean console = path.startsWith(OwnPages.ADMIN);
        boolean side =
                path.startsWith(OwnPages.ACCOUNT)
                        || caller.role() == (console ? Role.ADMIN : Role.CUSTOMER);
        return action != null
                && (side || (!console && caller.viewing()))
                && caller.may(action.permission());
    }
}
