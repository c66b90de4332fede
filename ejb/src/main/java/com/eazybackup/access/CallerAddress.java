package com.eazybackup.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request comes from, as far as attempts are counted.
 *
 * <p>Limit: behind a proxy that {@code EB_PROXY} does not name this is the proxy's address.
 *
 * @param text as the container gives it, for logs and audit
 * @param network what is counted: of IPv6 the first half, since one customer line has all of the
 *     second
 */
record CallerAddress(String text, String network) {

    private static final int NETWORK_GROUPS = 4;
    private static final int GROUPS = 8;

    static CallerAddress of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    static CallerAddress of(String address) {
        String text = address == null ? "" : address;
        return new CallerAddress(text, text.contains(":") ? firstHalf(text) : text);
    }

    private static String firstHalf(String address) {
        String plain = address.replaceFirst("%.*", "");
        if (plain.contains(".")) {
            return plain; // an IPv4 address in IPv6 dress
        }
        String[] halves = plain.split("::", -1);
        StringBuilder groups = new StringBuilder(halves[0]);
        if (halves.length == 2) {
            int given = count(halves[0]) + count(halves[1]);
            groups.append(":0".repeat(Math.max(0, GROUPS - given)));
            groups.append(halves[1].isEmpty() ? "" : ":" + halves[1]);
        }
        String[] all = groups.toString().replaceFirst("^:", "").split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < NETWORK_GROUPS && i < all.length; i++) {
            network.append(all[i].replaceFirst("^0+(?=.)", "")).append(':');
        }
        return network.append(":/64").toString();
    }

    private static int count(String half) {
        return half.isEmpty() ? 0 : half.split(":", -1).length;
    }
}
