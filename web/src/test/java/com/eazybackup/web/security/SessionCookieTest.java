package com.eazybackup.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.platform.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionCookieTest {

    private static final Map<String, String> GOOD =
            Map.of(
                    "EB_DB_URL", "jdbc:mysql://db:3306/whmcs",
                    "DB_USER", "portal",
                    "DB_PASS", "hush",
                    "COMET_PROFILES", "cometbackup",
                    "EB_WHMCS_API_URL", "https://billing.example.com/includes/api.php",
                    "EB_WHMCS_API_IDENTIFIER", "id",
                    "EB_WHMCS_API_SECRET", "hush-too");

    @Test
    void whereSessionsTravelUnprotectedTheOperatorIsTold() {
        assertThat(SessionCookie.warning(with()))
                .hasValueSatisfying(said -> assertThat(said).contains("EB_COOKIE_SECURE is 0"));
        assertThat(SessionCookie.warning(with("EB_PUBLIC_URL", "https://portal.example.com")))
                .isPresent();
    }

    @Test
    void whoHasSetItOrMeansPlainHttpIsNot() {
        assertThat(SessionCookie.warning(with("EB_COOKIE_SECURE", "1"))).isEmpty();
        assertThat(SessionCookie.warning(with("EB_PUBLIC_URL", "http://127.0.0.1:8080"))).isEmpty();
    }

    private static Settings with(String... more) {
        Map<String, String> variables = new HashMap<>(GOOD);
        for (int i = 0; i < more.length; i += 2) {
            variables.put(more[i], more[i + 1]);
        }
        return Settings.from(variables);
    }
}
