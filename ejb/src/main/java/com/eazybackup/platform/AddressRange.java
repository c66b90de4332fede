package com.eazybackup.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses such as {@code 10.0.0.0/8} or {@code fe80::/10}. Own code instead of a
 * library, because {@link SettingsCheck} runs before the server and has nothing but this module.
 */
record AddressRange(InetAddress network, int bits) {

    // What is no such text would be looked up as a name.
    private static final Pattern LITERAL =
            Pattern.compile(
                    "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}"
                            + "|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    /**
     * @param text an address, or one with the number of its leading bits that count
     * @return empty when it is neither
     */
    static Optional<AddressRange> of(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2 || !LITERAL.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress network = InetAddress.getByName(parts[0]);
            int all = network.getAddress().length * Byte.SIZE;
            int bits = parts.length == 1 ? all : number(parts[1]);
            return bits < 0 || bits > all
                    ? Optional.empty()
                    : Optional.of(new AddressRange(network, bits));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    boolean contains(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
