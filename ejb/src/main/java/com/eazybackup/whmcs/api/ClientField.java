package com.eazybackup.whmcs.api;

/** What can be changed about a client. */
public enum ClientField {
    FIRST_NAME("firstname"),
    LAST_NAME("lastname"),
    COMPANY("companyname"),
    EMAIL("email"),
    PHONE("phonenumber"),
    ADDRESS("address1"),
    CITY("city"),
    STATE("state"),
    POSTCODE("postcode"),
    /** Two letters of ISO 3166. */
    COUNTRY("country"),
    NOTES("notes"),
    /** Active, Inactive or Closed. */
    STATUS("status");

    private final String parameter;

    ClientField(String parameter) {
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
