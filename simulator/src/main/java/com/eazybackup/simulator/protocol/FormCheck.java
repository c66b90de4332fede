package com.eazybackup.simulator.protocol;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Holds the fields of one request against the parameters of its call. */
final class FormCheck {

    private static final ObjectMapper STRICT =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** Which fields each way to sign in needs beside Username and AuthType. */
    private static final Map<String, List<String>> SIGN_IN =
            Map.of(
                    "Password", List.of("Password"),
                    "PasswordTOTP", List.of("Password", "TOTP"),
                    "SessionKey", List.of("SessionKey"),
                    "TOTP", List.of("TOTP"));

    /** What is stored in place of what was there: a field left out is a field lost. */
    private static final Set<String> REPLACES =
            Set.of("UserProfileConfig", "SourceConfig", "BackupRuleConfig", "GroupPolicy");

    /** Documented as "empty or absent means all". */
    private static final String MAY_BE_EMPTY = "UserNameFilter";

    private final ProtocolTables tables;
    private final CallShape call;
    private final Consumer<String> complaints;

    FormCheck(ProtocolTables tables, CallShape call, Consumer<String> complaints) {
        this.tables = tables;
        this.call = call;
        this.complaints = complaints;
    }

    void check(Form form) {
        Set<String> known = new LinkedHashSet<>(call.signsIn() ? signIn(form) : Set.of());
        for (Field parameter : call.parameters()) {
            known.add(parameter.name());
            form.optional(parameter.name())
                    .ifPresentOrElse(
                            value -> value(parameter, value),
                            () -> {
                                if (!parameter.optional()) {
                                    complaints.accept("lacks " + parameter.name());
                                }
                            });
        }
        for (String name : form.fields().keySet()) {
            if (!known.contains(name)) {
                complaints.accept("has " + name + ", which the call does not take");
            }
        }
        form.repeated().forEach(name -> complaints.accept("has " + name + " more than once"));
    }

    private Set<String> signIn(Form form) {
        Set<String> fields = new LinkedHashSet<>(List.of("Username", "AuthType"));
        List<String> more = SIGN_IN.get(form.text("AuthType"));
        if (more == null) {
            complaints.accept("has no AuthType that is known");
            return Set.of("Username", "AuthType", "Password", "SessionKey", "TOTP");
        }
        fields.addAll(more);
        for (String name : fields) {
            if (form.optional(name).isEmpty()) {
                complaints.accept("lacks " + name + " of AuthType " + form.text("AuthType"));
            }
        }
        return fields;
    }

    private void value(Field parameter, String value) {
        String name = parameter.name();
        if (value.isEmpty() && parameter.optional() && !name.equals(MAY_BE_EMPTY)) {
            complaints.accept("has an empty " + name + ", which is to be left out then");
            return;
        }
        if (parameter.shape() instanceof Shape.Simple simple) {
            boolean right =
                    switch (simple) {
                        case INT -> value.matches("-?\\d{1,19}");
                        case BOOL -> value.matches("1|0|true|false");
                        default -> true;
                    };
            if (!right) {
                complaints.accept("has a " + name + " that is no " + simple);
            }
            return;
        }
        json(parameter, value);
    }

    private void json(Field parameter, String value) {
        String name = parameter.name();
        try {
            JsonNode tree = STRICT.readTree(value);
            boolean whole = REPLACES.contains(memberType(parameter.shape()));
            new JsonCheck(
                            tables,
                            whole,
                            text -> complaints.accept("has a wrong " + text),
                            unused -> {})
                    .check(name, parameter.shape(), tree);
        } catch (JsonProcessingException e) {
            complaints.accept("has a " + name + " that is no JSON");
        }
    }

    private static String memberType(Shape shape) {
        if (shape instanceof Shape.Named named) {
            return named.type();
        }
        return shape instanceof Shape.MapOf map ? memberType(map.member()) : "";
    }
}
