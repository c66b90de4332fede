package com.eazybackup.access;

/** What a caller is to the portal. The code is the container's role name and the API's value. */
public enum Role {
    CUSTOMER("customer"),
    ADMIN("admin");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /**
     * @return {@code customer} or {@code admin}
     */
    public String code() {
        return code;
    }
}
