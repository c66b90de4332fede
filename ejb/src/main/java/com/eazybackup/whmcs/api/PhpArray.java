package com.eazybackup.whmcs.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * {@code base64_encode(serialize($array))} of PHP, the only form in which the external API takes
 * variables of templates.
 */
final class PhpArray {

    private PhpArray() {}

    /**
     * @param entries in this order; keys and values stay texts, which PHP's templates do not mind
     */
    static String encode(Map<String, String> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ascii(out, "a:" + entries.size() + ":{");
        entries.forEach(
                (key, value) -> {
                    text(out, key);
                    text(out, value);
                });
        ascii(out, "}");
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static void text(ByteArrayOutputStream out, String text) {
        // PHP counts bytes, not characters.
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ascii(out, "s:" + bytes.length + ":\"");
        out.writeBytes(bytes);
        ascii(out, "\";");
    }

    private static void ascii(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
