package com.eazybackup.simulator.openid;

import com.eazybackup.simulator.DemoCustomers.Person;

/**
 * What somebody has allowed a client on the sign-in page.
 *
 * @param challenge of PKCE with S256, "" without
 * @param session the provider's own session with that browser
 */
record Grant(
        String client,
        String redirect,
        String nonce,
        String challenge,
        Person person,
        String session) {}
