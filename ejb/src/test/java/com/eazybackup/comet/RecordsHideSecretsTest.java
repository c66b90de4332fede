package com.eazybackup.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A record that is put into a message or a log shows no secret: each record of the client is filled
 * with one in every place that is called like one, down to the records inside it.
 */
class RecordsHideSecretsTest {

    private static final String HUSH = "hush-hush";

    private static final Pattern SECRET =
            Pattern.compile(
                    "(password|passphrase|secret|token|totp|cert|credentials?|headers|(api|access|account"
                            + "|private|session|bucket|encryption|readwrite|keyvalue)key|^key)$");

    /** Without their secrets already, by {@link Secrets}, or of a kind that has none. */
    private static final Set<String> CLEAN_TREES = Set.of("content", "usedPercent");

    static List<Class<?>> records() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("com.eazybackup.comet")
                        .stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(Class::isRecord)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void noRecordShowsWhatIsCalledASecret(Class<?> type) throws Exception {
        assertThat(filled(type).toString()).doesNotContain(HUSH);
    }

    @Test
    void aRecordThatShowedOneWouldBeFound() throws Exception {
        assertThat(filled(Talkative.class).toString()).contains(HUSH);
        assertThat(filled(Wrapped.class).toString()).contains(HUSH);
        assertThat(filled(TreeHolder.class).toString()).contains(HUSH);
        assertThat(filled(PictureOfASecret.class).toString()).contains(HUSH);
        assertThat(filled(Trees.class).toString()).contains(HUSH);
        assertThat(filled(Harmless.class).toString()).doesNotContain(HUSH);
    }

    private record Talkative(String host, String sshPassword) {}

    private record Wrapped(Talkative inside) {}

    private record TreeHolder(JsonNode profile) {}

    private record Trees(Map<String, JsonNode> items) {}

    private record PictureOfASecret(String image) {}

    private record Harmless(String keyboard, int password, JsonNode content) {}

    private static Object filled(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = value(parts[i], type.getSimpleName().endsWith("Secret"));
        }
        Constructor<?> maker = type.getDeclaredConstructor(types);
        maker.setAccessible(true);
        return maker.newInstance(values);
    }

    private static Object value(RecordComponent part, boolean allOfIt)
            throws ReflectiveOperationException {
        Class<?> type = part.getType();
        boolean secret = allOfIt || SECRET.matcher(part.getName().toLowerCase(Locale.ROOT)).find();
        if (type == String.class) {
            return secret ? HUSH : "plain";
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return tree(CLEAN_TREES.contains(part.getName()) ? "plain" : HUSH);
        }
        if (type == Map.class && part.getGenericType().getTypeName().contains("JsonNode")) {
            return Map.of("id", tree(HUSH));
        }
        if (type == Map.class) {
            return secret ? Map.of("Authorization", HUSH) : Map.of();
        }
        return type.isRecord() ? filled(type) : harmless(type);
    }

    private static JsonNode tree(String password) {
        return JsonNodeFactory.instance.objectNode().put("Password", password);
    }

    private static Object harmless(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == Instant.class) {
            return Instant.EPOCH;
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == URI.class) {
            return URI.create("http://comet.example");
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == double.class) {
            return 1.0;
        }
        // An object of ours that is no record; none of them is built from a string.
        return null;
    }
}
