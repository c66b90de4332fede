package com.eazybackup.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets that must be kept in the database: AES-256 in GCM, with a key from the environment,
 * so that a copy of the database opens nothing.
 *
 * <p>Guarantee: a sealed text opens with the key it was sealed with and for the {@link Place} it
 * was sealed for, and otherwise not at all: neither changed, nor cut, nor moved to another row or
 * column. Sealing the same twice gives two texts. No exception and no {@code toString} holds a
 * secret or a key.
 *
 * <p>Form: {@code eb1.<id of the key>.<base64url of nonce, cipher text and tag>}, US-ASCII, 44
 * characters and four thirds of the secret's UTF-8 bytes. The id is the beginning of the key's
 * SHA-256.
 *
 * <p>Rotation: {@code EB_SECRET_KEY_OLD} still opens and never seals; {@link #old} tells which
 * texts wait to be sealed anew. With random nonces of 96 bits one key is good for four thousand
 * million texts.
 *
 * <p>Limits: who puts an older sealed text back into its own place is not noticed. Secrets are
 * strings and stay in the heap until they are collected.
 */
@ApplicationScoped
public class SecretBox {

    private static final String FORM = "eb1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What a secret belongs to; part of what is sealed.
     *
     * @param row primary key, or another text that never changes
     */
    public record Place(String table, String column, String row) {

        /** With the lengths: no two places look alike. */
        byte[] bytes() {
            return "%d:%s|%d:%s|%d:%s"
                    .formatted(table.length(), table, column.length(), column, row.length(), row)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A text cannot be opened; the message says why and holds no secret. */
    public static class Unopenable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unopenable(String sentence) {
            super(sentence);
        }
    }

    private Optional<SecretKeyText> key;
    private Optional<SecretKeyText> old;

    SecretBox() {}

    @Inject
    SecretBox(Settings settings) {
        this.key = settings.optional(Setting.EB_SECRET_KEY).flatMap(SecretKeyText::of);
        this.old = settings.optional(Setting.EB_SECRET_KEY_OLD).flatMap(SecretKeyText::of);
    }

    /** For what is put together by hand. */
    public static SecretBox of(Settings settings) {
        return new SecretBox(settings);
    }

    /**
     * @return whether there is a key: without one nothing can be sealed, and what needs it should
     *     not be offered
     */
    public boolean isReady() {
        return key.isPresent();
    }

    /**
     * @throws IllegalStateException with a sentence for the operator when there is no key
     */
    public String seal(String secret, Place place) {
        SecretKeyText with =
                key.orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "No secret can be kept: EB_SECRET_KEY is not set."));
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, with, nonce, place);
            byte[] sealed = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return FORM
                    + "."
                    + with.id()
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    /**
     * @throws Unopenable when the key is not there any more, or the text is not what was sealed for
     *     this place
     */
    public String open(String sealed, Place place) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(FORM)) {
            throw new Unopenable("This is no sealed secret.");
        }
        SecretKeyText with =
                Stream.of(key, old)
                        .flatMap(Optional::stream)
                        .filter(one -> one.id().equals(parts[1]))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new Unopenable(
                                                "A secret was sealed with a key that is neither EB_SECRET_KEY nor EB_SECRET_KEY_OLD."));
        try {
            byte[] whole = Base64.getUrlDecoder().decode(parts[2]);
            if (whole.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                throw new IllegalArgumentException("cut off");
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, with, nonce, place);
            return new String(
                    cipher.doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES),
                    StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException changed) {
            throw new Unopenable("A sealed secret was changed, or belongs to something else.");
        } catch (GeneralSecurityException everyJavaCan) {
            throw new IllegalStateException(everyJavaCan);
        }
    }

    /**
     * @return whether the text was sealed with another key than today's and should be sealed anew
     */
    public boolean old(String sealed) {
        return key.map(now -> !sealed.startsWith(FORM + "." + now.id() + ".")).orElse(false);
    }

    private static Cipher cipher(int mode, SecretKeyText key, byte[] nonce, Place place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((FORM + "|" + key.id() + "|").getBytes(StandardCharsets.UTF_8));
        cipher.updateAAD(place.bytes());
        return cipher;
    }
}
