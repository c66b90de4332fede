package com.eazybackup.fleet;

import com.eazybackup.comet.DeviceId;
import com.eazybackup.whmcs.ClientId;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A device of one client: {@code comet_devices.id}, the lower-case hex SHA-256 of the client's
 * decimal id followed directly by the raw device id. Two clients that share a machine have two
 * keys.
 */
public record DeviceKey(String value) implements Serializable {

    public DeviceKey {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("DeviceKey is empty");
        }
    }

    public static DeviceKey of(ClientId client, DeviceId device) {
        return hash(client.value() + device.value());
    }

    /** Items whose {@code OwnerDevice} is empty still get a key: that of the client alone. */
    public static DeviceKey ofRaw(ClientId client, String device) {
        return hash(client.value() + device);
    }

    private static DeviceKey hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new DeviceKey(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
