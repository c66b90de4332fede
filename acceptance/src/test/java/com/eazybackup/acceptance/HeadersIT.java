package com.eazybackup.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.Session.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer tells the browser, whoever gives it: a page, the API, a filter, the server. */
class HeadersIT {

    @TempDir static Path folder;

    @ParameterizedTest
    @CsvSource({
        "nobody, GET, /signin, 200",
        "nobody, GET, /status, 303",
        "nobody, GET, /console, 303",
        "nobody, POST, /status, 303",
        "nobody, GET, /api/devices, 401",
        "nobody, GET, /api/openapi, 200",
        "nobody, POST, /signin, 403",
        "nobody, GET, /assets/x/none.css, 404",
        "nobody, GET, /jakarta.faces.resource/none.js.xhtml, 404",
        "nobody, GET, /brand.css, 200",
        "nobody, OPTIONS, /signin, 200",
        "customer, GET, /status, 200",
        "customer, GET, /no-such-page, 404",
        "customer, GET, /console, 404",
        "customer, GET, /admin/operations, 403",
        "customer, GET, /WEB-INF/web.xml, 404",
        "customer, GET, /signout, 405",
        "customer, POST, /signout, 403",
        "customer, PUT, /status, 403",
        "customer, GET, /api/devices, 200",
        "customer, GET, /api/none, 404",
        "customer, DELETE, /api/devices, 403",
        "customer, GET, /api/admin/operations, 403"
    })
    void everyAnswerHasTheDefencesOfTheBrowser(String who, String method, String path, int status)
            throws Exception {
        Session session = who.equals("customer") ? Session.of(World.SMALL) : new Session();
        Answer answer =
                session.send(session.request(path).method(method, BodyPublishers.noBody()).build());

        assertThat(answer.status()).isEqualTo(status);
        defended(answer.headers());
        assertThat(answer.headers()).doesNotContainKey("strict-transport-security");
    }

    @Test
    void stylesAndScriptsHaveThemTooAndMayBeKept() throws Exception {
        String page = new Session().get("/signin").body();
        Matcher assets =
                Pattern.compile("\"(/assets/[^\"]+\\.(?:css|js|woff2|svg))\"").matcher(page);
        assertThat(assets.results().map(hit -> hit.group(1)).distinct())
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        path -> {
                            Answer answer = new Session().get(path);
                            assertThat(answer.status()).isEqualTo(200);
                            defended(answer.headers());
                            assertThat(answer.headers().get("cache-control"))
                                    .singleElement()
                                    .asString()
                                    .contains("immutable");
                        });
    }

    @Test
    void aPageMayLoadItsOwnAndNoInlineScriptOrStyle() throws Exception {
        for (Answer page :
                List.of(
                        new Session().get("/signin"),
                        Session.of(World.SMALL).get("/status"),
                        Session.of(World.SMALL).get("/no-such-page"),
                        Session.ofAdmin().get("/admin/operations"))) {
            String policy = String.join(", ", page.headers().get("content-security-policy"));
            assertThat(policy)
                    .contains("style-src 'self';", "script-src 'self'", "script-src-attr 'none'")
                    .contains("object-src 'none'", "base-uri 'none'", "form-action 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe-")
                    .doesNotContain("*")
                    .doesNotContain("http:");
        }
    }

    @Test
    void overHttpsAloneMeansThatBrowsersAreToldSo() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        Path base = AnotherServer.copyOfBase(home, folder.resolve("base"));
        try (AnotherServer server =
                AnotherServer.start(home, base, Map.of("EB_COOKIE_SECURE", "1")).awaitReady()) {
            for (String path : List.of("signin", "status", "api/devices", "assets/x/none.css")) {
                Map<String, List<String>> headers = headers(server.portal().resolve(path));
                defended(headers);
                assertThat(headers.get("strict-transport-security"))
                        .as(path)
                        .containsExactly("max-age=31536000");
            }
        }
    }

    private static Map<String, List<String>> headers(URI address) throws Exception {
        HttpResponse<Void> answer =
                HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
        return answer.headers().map();
    }

    private static void defended(Map<String, List<String>> headers) {
        only(headers, "x-content-type-options", "nosniff");
        only(headers, "referrer-policy", "same-origin");
        only(headers, "cross-origin-opener-policy", "same-origin");
        only(headers, "cross-origin-resource-policy", "same-origin");
        only(headers, "x-frame-options", "DENY");
        assertThat(headers.get("content-security-policy"))
                .isNotEmpty()
                .anyMatch(policy -> policy.contains("frame-ancestors 'none'"));
        assertThat(headers.get("permissions-policy"))
                .singleElement()
                .asString()
                .contains("camera=()", "geolocation=()", "microphone=()", "payment=()", "usb=()");
        assertThat(headers.get("cache-control")).hasSize(1);
        assertThat(headers).doesNotContainKeys("server", "x-powered-by");
    }

    private static void only(Map<String, List<String>> headers, String name, String value) {
        assertThat(headers.get(name)).as(name).containsExactly(value);
    }
}
