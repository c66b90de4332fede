package com.eazybackup.whmcs;

/** A person as WHMCS knows them. */
public record WhmcsUser(UserId id, String email, String name) {}
