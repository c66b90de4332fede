/**
 * The simulated WHMCS as an OpenID provider: {@code /oauth/…} beside its API, with people who sign
 * in on a page of its own, and the ways in which a provider lies or fails.
 */
package com.eazybackup.simulator.openid;
