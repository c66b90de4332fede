package com.eazybackup.whmcs;

/**
 * WHMCS knows this person by this password.
 *
 * @param secondFactor whether the account asks for a second factor, which has not been checked
 */
public record ValidLogin(UserId user, boolean secondFactor) {}
