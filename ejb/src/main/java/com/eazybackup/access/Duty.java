package com.eazybackup.access;

import static com.eazybackup.access.Permission.GROUP_DEVICES;
import static com.eazybackup.access.Permission.MANAGE_ADMINS;
import static com.eazybackup.access.Permission.MANAGE_TOKENS;
import static com.eazybackup.access.Permission.OWN_ACCOUNT;
import static com.eazybackup.access.Permission.RUN_OPERATIONS;
import static com.eazybackup.access.Permission.SEE_CLIENT_TRAIL;
import static com.eazybackup.access.Permission.SEE_DISCOUNTS;
import static com.eazybackup.access.Permission.SEE_FLEET;
import static com.eazybackup.access.Permission.SEE_OPERATIONS;
import static com.eazybackup.access.Permission.SEE_TRAIL;
import static com.eazybackup.access.Permission.SET_DISCOUNTS;
import static com.eazybackup.access.Permission.SNOOZE_INCIDENTS;
import static com.eazybackup.access.Permission.VIEW_CLIENTS;

import com.eazybackup.whmcs.Membership;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody is, for a client or for the portal, and so what they may do. The one table of it.
 *
 * <p>For a client WHMCS decides: its owner, or a user whom the owner has given {@code
 * manageproducts} or only {@code products}. Whoever has neither does not see backups at all. For
 * the portal {@code eb_admins.role} decides.
 */
public enum Duty {
    OWNER(
            "owner",
            Role.CUSTOMER,
            OWN_ACCOUNT,
            SEE_FLEET,
            SNOOZE_INCIDENTS,
            GROUP_DEVICES,
            MANAGE_TOKENS,
            SEE_CLIENT_TRAIL),
    USER(
            "user",
            Role.CUSTOMER,
            OWN_ACCOUNT,
            SEE_FLEET,
            SNOOZE_INCIDENTS,
            GROUP_DEVICES,
            MANAGE_TOKENS),
    READ_ONLY("read-only", Role.CUSTOMER, OWN_ACCOUNT, SEE_FLEET),
    SUPPORT(
            "support",
            Role.ADMIN,
            OWN_ACCOUNT,
            SEE_OPERATIONS,
            VIEW_CLIENTS,
            SEE_DISCOUNTS,
            SEE_TRAIL),
    BILLING("billing", Role.ADMIN, OWN_ACCOUNT, VIEW_CLIENTS, SEE_DISCOUNTS, SET_DISCOUNTS),
    OPERATIONS("operations", Role.ADMIN, OWN_ACCOUNT, SEE_OPERATIONS, RUN_OPERATIONS),
    SUPER(
            "super",
            Role.ADMIN,
            OWN_ACCOUNT,
            SEE_OPERATIONS,
            RUN_OPERATIONS,
            VIEW_CLIENTS,
            SEE_DISCOUNTS,
            SET_DISCOUNTS,
            SEE_TRAIL,
            MANAGE_ADMINS);

    private static final String MANAGE = "manageproducts";
    private static final String SEE = "products";

    private final String code;
    private final Role role;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes one that nobody can change.
    private final Set<Permission> permissions;

    Duty(String code, Role role, Permission... permissions) {
        this.code = code;
        this.role = role;
        this.permissions = Set.of(permissions);
    }

    /**
     * @return as {@code eb_admins.role}, the audit trail and the API spell it
     */
    public String code() {
        return code;
    }

    /**
     * @return on which side of the portal it is
     */
    public Role role() {
        return role;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /**
     * @return what a user is for a client; empty when WHMCS shows them no products
     */
    static Optional<Duty> of(Membership membership) {
        if (membership.owner()) {
            return Optional.of(OWNER);
        }
        if (membership.permissions().contains(MANAGE)) {
            return Optional.of(USER);
        }
        return membership.permissions().contains(SEE) ? Optional.of(READ_ONLY) : Optional.empty();
    }

    /**
     * @return the duty of an administrator that is spelt so
     */
    public static Optional<Duty> ofAdmin(String code) {
        return Arrays.stream(values())
                .filter(duty -> duty.role == Role.ADMIN && duty.code.equals(code))
                .findFirst();
    }
}
