package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.platform.SecretBox.Place;
import com.eazybackup.platform.SecretBox.Unopenable;
import com.eazybackup.testing.TestSettings;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final String KEY = key(1);
    private static final String NEXT = key(2);
    private static final Place PLACE = new Place("eb_webhooks", "secret", "17");

    private final SecretBox box = box("EB_SECRET_KEY", KEY);

    @ParameterizedTest
    @ValueSource(strings = {"", "hush", "пароль 🔑", "a.b.c", "\u0000"})
    void whatWasSealedIsOpenedInItsPlace(String secret) {
        assertThat(box.open(box.seal(secret, PLACE), PLACE)).isEqualTo(secret);
    }

    @Test
    void theTextShowsNeitherTheSecretNorTheKeyAndIsAnotherEachTime() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            texts.add(box.seal("hush-hush", PLACE));
        }
        assertThat(texts)
                .hasSize(100)
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .matches("eb1\\.[0-9a-f]{8}\\.[A-Za-z0-9_-]+")
                                        .doesNotContain("hush"));
    }

    @Test
    void aTextThatWasChangedAnywhereDoesNotOpen() {
        String sealed = box.seal("hush", PLACE);
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring(13));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            refused(sealed.substring(0, 13) + text(changed));
        }
        for (int length = 0; length < bytes.length; length++) {
            refused(sealed.substring(0, 13) + text(Arrays.copyOf(bytes, length)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hush",
                "eb1",
                "eb1..",
                "eb2.00000000.AAAA",
                "eb1.x.y.z",
                "eb1.00000000.AAAA"
            })
    void whatWasNeverSealedDoesNotOpen(String text) {
        refused(text);
    }

    @Test
    void aTextThatIsNotBase64DoesNotOpen() {
        refused(box.seal("hush", PLACE) + "!");
    }

    @Test
    void aTextThatWasMovedToAnotherRowColumnOrTableDoesNotOpen() {
        String sealed = box.seal("hush", PLACE);
        for (Place other :
                new Place[] {
                    new Place("eb_webhooks", "secret", "18"),
                    new Place("eb_webhooks", "other", "17"),
                    new Place("eb_tokens", "secret", "17"),
                    new Place("eb_webhook", "ssecret", "17"),
                    new Place("eb_webhooks", "secret1", "7"),
                    new Place("eb_webhooks|6:secret", "", "17")
                }) {
            assertThatThrownBy(() -> box.open(sealed, other)).isInstanceOf(Unopenable.class);
        }
    }

    @Test
    void anotherKeyDoesNotOpenAndSaysWhich() {
        String sealed = box.seal("hush", PLACE);

        assertThatThrownBy(() -> box("EB_SECRET_KEY", NEXT).open(sealed, PLACE))
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining("neither EB_SECRET_KEY nor EB_SECRET_KEY_OLD");
    }

    @Test
    void aTextWhoseKeyIdWasForgedDoesNotOpen() {
        String sealed = box.seal("hush", PLACE);
        SecretBox both = box("EB_SECRET_KEY", NEXT, "EB_SECRET_KEY_OLD", KEY);
        String forged = both.seal("x", PLACE).substring(0, 13) + sealed.substring(13);

        assertThatThrownBy(() -> both.open(forged, PLACE)).isInstanceOf(Unopenable.class);
    }

    @Test
    void theOldKeyOpensAndTheNewOneSeals() {
        String before = box.seal("hush", PLACE);
        SecretBox rotated = box("EB_SECRET_KEY", NEXT, "EB_SECRET_KEY_OLD", KEY);

        assertThat(rotated.open(before, PLACE)).isEqualTo("hush");
        assertThat(rotated.old(before)).isTrue();
        String after = rotated.seal("hush", PLACE);
        assertThat(rotated.old(after)).isFalse();
        assertThat(box("EB_SECRET_KEY", NEXT).open(after, PLACE)).isEqualTo("hush");
    }

    @Test
    void withoutAKeyNothingIsSealedAndTheSentenceSaysWhatIsMissing() {
        SecretBox empty = box();

        assertThat(empty.isReady()).isFalse();
        assertThatThrownBy(() -> empty.seal("hush", PLACE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No secret can be kept: EB_SECRET_KEY is not set.");
        assertThat(box.isReady()).isTrue();
    }

    @Test
    void theOldKeyAloneOpensAndDoesNotSeal() {
        SecretBox old = box("EB_SECRET_KEY_OLD", KEY);

        assertThat(old.isReady()).isFalse();
        assertThat(old.open(box.seal("hush", PLACE), PLACE)).isEqualTo("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "AAAA", "not base64 at all, but long enough to be a key"})
    void aKeyThatIsNoneEndsTheStartWithoutBeingShown(String key) {
        assertThatThrownBy(() -> TestSettings.with("EB_SECRET_KEY", key))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("EB_SECRET_KEY must be base64 of exactly 32 bytes")
                .hasMessageNotContaining(key);
    }

    private void refused(String text) {
        assertThatThrownBy(() -> box.open(text, PLACE))
                .isInstanceOf(Unopenable.class)
                .hasMessageNotContaining("hush");
    }

    private static SecretBox box(String... settings) {
        return SecretBox.of(TestSettings.with(settings));
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
