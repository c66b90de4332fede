package com.eazybackup.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eazybackup.access.Caller;
import com.eazybackup.access.Pass;
import com.eazybackup.access.Person;
import com.eazybackup.access.Role;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fault-25")
class CsrfCheckTest {

    private static final String SECRET = "qJ3-x_secret";
    private static final Optional<Caller> SIGNED_IN =
            Optional.of(
                    new Caller(
                            new Person(Role.CUSTOMER, 7, "a@b.example", "A", null),
                            List.of(),
                            null,
                            new Pass(Pass.Kind.SESSION, "s", Instant.EPOCH, SECRET, null)));

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "BREW"})
    void aWriteWithTheValueOfTheSessionPasses(String method) {
        assertThatCode(() -> check(method, "/devices", SECRET, SIGNED_IN))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"qJ3-x_secre", "QJ3-X_SECRET", "qJ3-x_secret ", "null"})
    void aWriteWithAnotherValueOrNoneIsRefused(String header) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "BREW")) {
            assertThatThrownBy(() -> check(method, "/devices", header, SIGNED_IN))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.code()).isEqualTo(ProblemCode.FORBIDDEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void readingNeedsNone(String method) {
        assertThatCode(() -> check(method, "/devices", null, SIGNED_IN)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/session", "session", "/session/", "/session/second-factor"})
    void signingInNeedsNone(String path) {
        assertThatCode(() -> check("POST", path, null, SIGNED_IN)).doesNotThrowAnyException();
    }

    @Test
    void signingOutAndChoosingAClientNeedIt() {
        assertThatThrownBy(() -> check("DELETE", "/session", null, SIGNED_IN))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> check("PUT", "/session/client", null, SIGNED_IN))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aProgramWithAKeyNeedsNone() {
        Caller program =
                new Caller(
                        new Person(Role.CUSTOMER, 7, "a@b.example", "A", null),
                        List.of(),
                        null,
                        new Pass(Pass.Kind.TOKEN, "7", Instant.EPOCH, "", Set.of()));
        assertThatCode(() -> check("POST", "/devices", null, Optional.of(program)))
                .doesNotThrowAnyException();
    }

    @Test
    void whoIsNobodyIsLeftToTheResource() {
        assertThatCode(() -> check("POST", "/devices", null, Optional.empty()))
                .doesNotThrowAnyException();
    }

    private static void check(String method, String path, String header, Optional<Caller> caller) {
        UriInfo uri = fake(UriInfo.class, Map.of("getPath", path));
        ContainerRequestContext request =
                fake(
                        ContainerRequestContext.class,
                        header == null
                                ? Map.of("getMethod", method, "getUriInfo", uri)
                                : Map.of(
                                        "getMethod",
                                        method,
                                        "getUriInfo",
                                        uri,
                                        "getHeaderString",
                                        header));
        CsrfCheck.check(request, caller);
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, called, arguments) -> answers.get(called.getName())));
    }
}
