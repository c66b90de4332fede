package com.eazybackup.acceptance;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;

/** An authenticator app: reads the square picture off the screen and counts codes by itself. */
final class Authenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    private final byte[] secret;

    private Authenticator(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int held = 0;
        int bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            held = held << 5 | ALPHABET.indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        secret = bytes.array();
    }

    static Authenticator of(String secret) {
        return new Authenticator(secret.replace(" ", ""));
    }

    /** What a telephone sees that looks at this element. */
    static Authenticator scanned(Locator picture) {
        Matcher key = Pattern.compile("[?&]secret=([A-Z2-7]+)").matcher(textIn(picture));
        if (!key.find()) {
            throw new AssertionError("the picture has no key");
        }
        return new Authenticator(key.group(1));
    }

    static String textIn(Locator picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
            int[] pixels =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(
                                    new HybridBinarizer(
                                            new RGBLuminanceSource(
                                                    image.getWidth(), image.getHeight(), pixels))))
                    .getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no square picture is seen", e);
        } catch (ReaderException e) {
            throw new AssertionError("the square picture cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param later steps from now, so that a test need not wait for the next code
     */
    String code(int later) {
        long step = Math.floorDiv(System.currentTimeMillis() / 1000, STEP_SECONDS) + later;
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
