package com.eazybackup.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract that we publish is the one that we keep. */
class OpenApiTest {

    private static JsonNode contract;
    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = OpenApiTest.class.getResourceAsStream(OpenApiResource.FILE)) {
            contract = new YAMLMapper().readTree(in);
        }
        classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.eazybackup.web");
    }

    /** An operation as the contract writes it. */
    private record Written(String method, String path, JsonNode content) {}

    private static List<Written> written() {
        return contract.path("paths").properties().stream()
                .flatMap(
                        path ->
                                path.getValue().properties().stream()
                                        .map(
                                                entry ->
                                                        new Written(
                                                                entry.getKey(),
                                                                path.getKey(),
                                                                entry.getValue())))
                .toList();
    }

    @Test
    void everyOperationIsInTheContractAndEveryOperationOfTheContractExists() {
        Set<String> built = new TreeSet<>();
        classes.forEach(type -> add(built, type));
        assertThat(written())
                .extracting(operation -> operation.method() + " " + operation.path())
                .as("Add the operation to openapi.yaml, or take it out there.")
                .containsExactlyInAnyOrderElementsOf(built);
    }

    @Test
    void theCodesOfProblemsAreThoseThatExist() {
        assertThat(contract.at("/components/schemas/Problem/properties/code/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList());
    }

    @Test
    void everyWriteThatIsSignedInAsksForTheCsrfHeader() {
        assertThat(written())
                .filteredOn(operation -> !operation.method().equals("get"))
                .filteredOn(operation -> !operation.content().has("security"))
                .isNotEmpty()
                .allSatisfy(
                        operation ->
                                assertThat(operation.content().path("parameters").toString())
                                        .contains("#/components/parameters/Csrf"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        contract.findValues("$ref")
                .forEach(
                        reference ->
                                assertThat(
                                                contract.at(reference.asText().substring(1))
                                                        .isMissingNode())
                                        .as(reference.asText())
                                        .isFalse());
    }

    private static void add(Set<String> built, JavaClass type) {
        if (type.isAnnotatedWith(WebServlet.class)) {
            WebServlet servlet = type.getAnnotationOfType(WebServlet.class);
            Stream.of(servlet.value(), servlet.urlPatterns())
                    .flatMap(Arrays::stream)
                    .filter(pattern -> pattern.startsWith("/api/"))
                    .forEach(pattern -> built.add("get " + pattern.substring("/api".length())));
        }
        if (type.isAnnotatedWith(Path.class)) {
            String root = path(type.getAnnotationOfType(Path.class));
            type.getMethods().forEach(method -> add(built, root, method));
        }
    }

    private static void add(Set<String> built, String root, JavaMethod method) {
        String path =
                method.isAnnotatedWith(Path.class)
                        ? root + path(method.getAnnotationOfType(Path.class))
                        : root;
        method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation.getRawType().getSimpleName())
                .forEach(name -> built.add(name.toLowerCase(Locale.ROOT) + " " + path));
    }

    private static String path(Path path) {
        return "/" + path.value().replaceAll("^/|/$", "");
    }
}
