/**
 * Sign-in through an OpenID provider, WHMCS or any other: what is asked of it, what is believed of
 * what it says, and how both ends of a session end together. Whom the portal lets in is decided by
 * {@code com.eazybackup.access} itself.
 */
package com.eazybackup.access.oidc;
