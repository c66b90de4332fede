package com.eazybackup.simulator.whmcs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What PHP's {@code unserialize(base64_decode(…))} makes of an array of texts. As strict as PHP:
 * lengths count bytes, and one that is wrong spoils all.
 */
final class PhpArray {

    private final byte[] bytes;
    private int at;

    private PhpArray(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException when it is not one
     */
    static Map<String, String> read(String base64) {
        PhpArray array = new PhpArray(Base64.getDecoder().decode(base64));
        Map<String, String> entries = array.entries();
        if (array.at != array.bytes.length) {
            throw new IllegalArgumentException("there is more behind the array");
        }
        return entries;
    }

    private Map<String, String> entries() {
        expect("a:");
        int count = number();
        expect(":{");
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            entries.put(scalar(), scalar());
        }
        expect("}");
        return entries;
    }

    private String scalar() {
        if (bytes[at] == 'i') {
            expect("i:");
            int value = number();
            expect(";");
            return Integer.toString(value);
        }
        expect("s:");
        int length = number();
        expect(":\"");
        if (length > bytes.length - at) {
            throw new IllegalArgumentException("a text is longer than all");
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        expect("\";");
        return text;
    }

    private int number() {
        int from = at;
        while (at < bytes.length && Character.isDigit(bytes[at])) {
            at++;
        }
        return Integer.parseInt(new String(bytes, from, at - from, StandardCharsets.US_ASCII));
    }

    private void expect(String text) {
        for (byte wanted : text.getBytes(StandardCharsets.US_ASCII)) {
            if (at >= bytes.length || bytes[at++] != wanted) {
                throw new IllegalArgumentException("wanted " + text + " before byte " + at);
            }
        }
    }
}
