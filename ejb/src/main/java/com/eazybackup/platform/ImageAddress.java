package com.eazybackup.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Which addresses of images may stand in a page: paths of the portal's own host and https. Nothing
 * that a browser would run, read from elsewhere than it looks, or load without encryption.
 */
final class ImageAddress {

    private static final Pattern IMAGE = Pattern.compile("(?i).*\\.(svg|png|jpe?g|webp|avif|gif)");

    private ImageAddress() {}

    static boolean good(String value) {
        try {
            URI uri = new URI(value);
            boolean image = uri.getPath() != null && IMAGE.matcher(uri.getPath()).matches();
            return image && uri.getRawFragment() == null && (own(uri) || foreign(uri));
        } catch (URISyntaxException e) {
            return false; // the caller has the sentence for it
        }
    }

    /** Not //host/…, which is another host's. */
    private static boolean own(URI uri) {
        return uri.getScheme() == null
                && uri.getRawAuthority() == null
                && uri.getRawPath().startsWith("/");
    }

    private static boolean foreign(URI uri) {
        return "https".equals(uri.getScheme())
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }
}
