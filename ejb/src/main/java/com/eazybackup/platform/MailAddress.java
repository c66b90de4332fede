package com.eazybackup.platform;

import java.util.regex.Pattern;

/**
 * What passes for an e-mail address here: less than the standard allows, and nothing that could end
 * a header line or name a second recipient.
 */
public final class MailAddress {

    private static final int LONGEST = 191;
    private static final Pattern GOOD =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

    private MailAddress() {}

    public static boolean good(String address) {
        return address.length() <= LONGEST && GOOD.matcher(address).matches();
    }
}
