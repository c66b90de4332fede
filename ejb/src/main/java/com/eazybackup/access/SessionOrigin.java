package com.eazybackup.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a session began, so that its owner knows it again in a list.
 *
 * @param agent what the browser calls itself
 * @param provider the identity provider's issuer, empty for a password
 * @param providerSubject whom the provider let in
 * @param providerSession the provider's own session, for its signing out
 */
record SessionOrigin(
        String address,
        String agent,
        String provider,
        String providerSubject,
        String providerSession) {

    static SessionOrigin of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new SessionOrigin(
                CallerAddress.of(request).text(), agent == null ? "" : agent, "", "", "");
    }

    SessionOrigin from(String issuer, String subject, String session) {
        return new SessionOrigin(address, agent, issuer, subject, session);
    }
}
