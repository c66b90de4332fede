package com.eazybackup.simulator.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * JSON objects as small byte arrays: most of a profile is what every profile has, so it is deflated
 * against a dictionary of the templates. A profile of 9 KiB takes about a tenth.
 */
final class PackedJson {

    private static final byte[] DICTIONARY = dictionary();

    private PackedJson() {}

    static byte[] pack(ObjectNode node) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setDictionary(DICTIONARY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            Json.MAPPER.writeValue(out, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    static ObjectNode unpack(byte[] packed) {
        Inflater inflater = new Inflater(true);
        inflater.setDictionary(DICTIONARY);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            return (ObjectNode) Json.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] dictionary() {
        StringBuilder text = new StringBuilder();
        for (String name : new String[] {"rule", "vault", "job", "item", "profile"}) {
            text.append(Json.template(name));
        }
        // Deflate looks back 32 KiB and likes the likeliest last.
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
