package com.eazybackup.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortalAuthenticationTest {

    @Test
    void theDoorKnowsTheWayBackToThePage() {
        assertThat(door("GET", "/status", "q=a b".replace(" ", "%20")))
                .isEqualTo("/signin?next=%2Fstatus%3Fq%3Da%2520b");
    }

    @Test
    void theStartPageNeedsNoWayBack() {
        assertThat(door("GET", "/", null)).isEqualTo("/signin");
    }

    @Test
    void whatWasSentByAFormIsNotSentAgain() {
        assertThat(door("POST", "/status", null)).isEqualTo("/signin");
    }

    @Test
    void aPathThatLeadsElsewhereIsNotTakenAlong() {
        assertThat(door("GET", "//evil.example/", null)).isEqualTo("/signin");
    }

    private static String door(String method, String path, String query) {
        Map<String, String> answers =
                query == null
                        ? Map.of("getMethod", method)
                        : Map.of("getMethod", method, "getQueryString", query);
        HttpServletRequest request =
                (HttpServletRequest)
                        Proxy.newProxyInstance(
                                HttpServletRequest.class.getClassLoader(),
                                new Class<?>[] {HttpServletRequest.class},
                                (proxy, called, arguments) -> answers.get(called.getName()));
        return PortalAuthentication.door(request, path);
    }
}
