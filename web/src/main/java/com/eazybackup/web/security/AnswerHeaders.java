package com.eazybackup.web.security;

import java.util.LinkedHashMap;
import java.util.Map;

/** What every answer tells the browser not to do, whoever gives it. */
public final class AnswerHeaders {

    public static final String POLICY = "Content-Security-Policy";

    /** Says, when a session ends, that what was kept of it goes. */
    public static final String CLEAR = "Clear-Site-Data";

    /** Not cookies: the session's is worthless then, and language and look are to stay. */
    public static final String CLEAR_WHAT = "\"cache\"";

    /** For answers that are no pages: they may load nothing at all. */
    public static final String NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'";

    /**
     * Where the length of HTTPS alone stands, for what knows no settings; absent where there is
     * none.
     */
    static final String STRICT_TRANSPORT = AnswerHeaders.class.getName() + ".transport";

    /**
     * A screen on the wall is filled and may not sleep; nothing else of the device is of use here.
     */
    private static final String FEATURES =
            "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self),"
                    + " geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(),"
                    + " publickey-credentials-get=(), screen-wake-lock=(self), serial=(), usb=(), xr-spatial-tracking=()";

    /** Those that are the same for every answer. */
    static final Map<String, String> ALWAYS = always();

    private AnswerHeaders() {}

    private static Map<String, String> always() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(POLICY, NOT_A_PAGE);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", FEATURES);
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cache-Control", "no-store");
        return headers;
    }
}
