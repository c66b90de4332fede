package com.eazybackup.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Map<String, String> GOOD =
            Map.of(
                    "EB_DB_URL", "jdbc:mysql://db:3306/whmcs",
                    "DB_USER", "portal",
                    "DB_PASS", "hush",
                    "COMET_PROFILES", "cometbackup, obc",
                    "EB_WHMCS_API_URL", "https://billing.example.com/includes/api.php",
                    "EB_WHMCS_API_IDENTIFIER", "id",
                    "EB_WHMCS_API_SECRET", "hush-too");

    @TempDir Path folder;

    @Test
    void defaultsFillWhatIsNotSet() {
        Settings settings = Settings.from(GOOD);

        assertThat(settings.number(Setting.EB_HTTP_PORT)).isEqualTo(8080);
        assertThat(settings.duration(Setting.EB_WS_IDLE_TIMEOUT)).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.duration(Setting.EB_PULSE_POLL_MS)).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.number(Setting.EB_WS_IDLE_ALERT_AFTER)).isEqualTo(2);
        assertThat(settings.on(Setting.EB_WS_DEBUG)).isFalse();
        assertThat(settings.excludedProductGroups()).containsExactlyInAnyOrder(2, 11);
        assertThat(settings.brandName()).isEqualTo("eazyBackup");
        assertThat(settings.brandAccent()).isEmpty();
    }

    @Test
    void eachProfileHasItsOwnVariables() {
        Settings settings =
                Settings.from(
                        with(
                                "COMET_obc_NAME",
                                "OBC",
                                "COMET_obc_URL",
                                "wss://csw.example.com/api/v1/events/stream",
                                "COMET_obc_USERNAME",
                                "websocket",
                                "COMET_obc_PASSWORD",
                                "hush"));

        assertThat(settings.cometProfiles())
                .extracting(CometProfileSettings::name, CometProfileSettings::displayName)
                .containsExactly(tuple("cometbackup", "cometbackup"), tuple("obc", "OBC"));
        assertThat(settings.cometProfiles().get(1).password()).contains("hush");
        assertThat(settings.cometProfiles().get(1).authType()).isEqualTo("Password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EB_DB_URL",
                "DB_USER",
                "DB_PASS",
                "COMET_PROFILES",
                "EB_WHMCS_API_URL",
                "EB_WHMCS_API_IDENTIFIER",
                "EB_WHMCS_API_SECRET"
            })
    void aMissingVariableIsNamed(String name) {
        Map<String, String> variables = new HashMap<>(GOOD);
        variables.remove(name);

        assertThat(problems(variables)).singleElement().asString().startsWith(name + " is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "EB_HTTP_PORT, 0",
        "EB_HTTP_PORT, http",
        "EB_HTTP_PORT, 65536",
        "EB_DB_URL, jdbc:postgresql://db/whmcs",
        "COMET_PROFILES, a b",
        "EB_WHMCS_API_URL, billing.example.com",
        "EB_WHMCS_API_URL, file:///etc/passwd",
        "EB_EXCLUDED_PRODUCT_GROUPS, two",
        "EB_QUANTITY_OPTION_TYPES, four",
        "EB_OPTION_USES, 67=magic",
        "EB_OPTION_USES, storage",
        "EB_DISCOUNT_FLOOR_PERCENT, 101",
        "EB_WS_IDLE_TIMEOUT, -1",
        "EB_WS_IDLE_ALERT_AFTER, 0",
        "EB_WHMCS_USER_CACHE_TTL, 59",
        "EB_CURSOR_FLUSH_SECONDS, 4",
        "EB_WS_DEBUG, yes",
        "EB_PULSE_POLL_MS, 5",
        "EB_BRAND_ACCENT, red",
        "EB_BRAND_LOGO, http://cdn.example.com/logo.svg",
        "EB_BRAND_LOGO, //cdn.example.com/logo.svg",
        "EB_BRAND_LOGO, javascript:alert(1)//logo.svg",
        "EB_BRAND_LOGO, 'data:image/png;base64,AAAA'",
        "EB_BRAND_LOGO, https://cdn.example.com/logo.html",
        "EB_BRAND_LOGO, https://cdn.example.com/?logo.svg",
        "EB_BRAND_LOGO, https://me:you@cdn.example.com/logo.svg",
        "EB_BRAND_LOGO, https:///logo.svg",
        "EB_BRAND_LOGO, https://cdn.example.com/#logo.svg",
        "EB_BRAND_LOGO, logo.svg",
        "EB_BRAND_LOGO, /\\evil.example/logo.svg",
        "EB_BRAND_LOGO, /my logo.svg",
        "EB_PUBLIC_URL, portal.example.com",
        "EB_PUBLIC_URL, https://portal.example.com/backup",
        "EB_PUBLIC_URL, https://me:you@portal.example.com",
        "EB_OIDC_DISCOVERY, http://billing.example.com/oauth/openid-configuration.php",
        "EB_OIDC_DISCOVERY, http://localhost.example.com/",
        "COMET_obc_URL, https://csw.example.com",
        "COMET_obc_ORIGIN, csw.example.com",
        "COMET_obc_AUTHTYPE, Token"
    })
    void aBadValueIsNamedAndShown(String name, String value) {
        assertThat(problems(with(name, value)))
                .singleElement()
                .asString()
                .startsWith(name + " must ")
                .contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "SessionKey, COMET_obc_PASSWORD, COMET_obc_SESSIONKEY",
        "PasswordTOTP, COMET_obc_PASSWORD, COMET_obc_TOTP",
        "PasswordTOTP, COMET_obc_TOTP, COMET_obc_PASSWORD",
        "Password, COMET_obc_SESSIONKEY, COMET_obc_PASSWORD"
    })
    void aCredentialThatTheKindOfSignInNeedsIsNamed(String type, String given, String missing) {
        assertThat(problems(with("COMET_obc_AUTHTYPE", type, given, "hush")))
                .containsExactly(missing + " is not set: COMET_obc_AUTHTYPE is " + type + ".");
    }

    @Test
    void aProviderNeedsItsClientAndThePublicAddress() {
        assertThat(problems(with("EB_OIDC_ISSUER", "https://billing.example.com")))
                .containsExactly(
                        "EB_OIDC_CLIENT_ID is not set: EB_OIDC_ISSUER needs it.",
                        "EB_OIDC_CLIENT_SECRET is not set: EB_OIDC_ISSUER needs it.",
                        "EB_PUBLIC_URL is not set: EB_OIDC_ISSUER needs it.");
        assertThat(problems(with("EB_OIDC_ONLY", "1")))
                .singleElement()
                .asString()
                .contains("no customer could sign in");
    }

    @Test
    void anotherClaimThanTheAddressIsBelievedByOrderAlone() {
        Map<String, String> provider =
                new HashMap<>(
                        with(
                                "EB_OIDC_ISSUER",
                                "http://127.0.0.1:8070",
                                "EB_OIDC_CLIENT_ID",
                                "portal"));
        provider.put("EB_OIDC_CLIENT_SECRET", "hush");
        provider.put("EB_PUBLIC_URL", "https://portal.example.com/");
        assertThat(Settings.from(provider).text(Setting.EB_OIDC_MATCH)).isEqualTo("email");
        provider.put("EB_OIDC_MATCH", "upn");

        assertThat(problems(provider))
                .singleElement()
                .asString()
                .contains("EB_OIDC_TRUST_EMAIL must be 1");
        provider.put("EB_OIDC_TRUST_EMAIL", "1");
        assertThat(Settings.from(provider).text(Setting.EB_OIDC_MATCH)).isEqualTo("upn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/brand/logo.svg",
                "/brand/Logo.PNG",
                "https://cdn.example.com/a/logo.webp?v=2",
                "https://cdn.example.com:8443/logo.jpeg",
                ""
            })
    void aLogoOfOurOwnHostOrOverHttpsIsGood(String logo) {
        assertThat(Settings.from(with("EB_BRAND_LOGO", logo)).text(Setting.EB_BRAND_LOGO))
                .isEqualTo(logo);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(problems(Map.of("EB_HTTP_PORT", "x"))).hasSizeGreaterThan(5);
    }

    @Test
    void aSecretMayComeFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from a file\n");
        Map<String, String> variables = new HashMap<>(GOOD);
        variables.remove("EB_WHMCS_API_SECRET");
        variables.put("EB_WHMCS_API_SECRET_FILE", file.toString());

        assertThat(Settings.from(variables).text(Setting.EB_WHMCS_API_SECRET))
                .isEqualTo("from a file");
    }

    @Test
    void aSecretFileThatCannotBeReadIsNamed() {
        Map<String, String> variables = new HashMap<>(GOOD);
        variables.remove("DB_PASS");
        variables.put("DB_PASS_FILE", folder.resolve("missing").toString());

        assertThat(problems(variables))
                .anySatisfy(p -> assertThat(p).startsWith("DB_PASS_FILE names a file"));
    }

    @Test
    void aSecretGivenTwiceIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "one");

        assertThat(problems(with("DB_PASS_FILE", file.toString())))
                .singleElement()
                .asString()
                .contains("DB_PASS and DB_PASS_FILE are both set");
    }

    @Test
    void noSecretIsEverSaid() {
        Map<String, String> variables =
                with("COMET_obc_PASSWORD", "hush-obc", "EB_ADMIN_PASSWORD", "hush-admin");

        assertThat(Settings.from(GOOD).toString()).doesNotContain("hush");
        assertThat(String.join("\n", problems(variables)))
                .contains("EB_ADMIN_EMAIL")
                .doesNotContain("hush");
    }

    @Test
    void theFirstAdminNeedsALongPassword() {
        assertThat(
                        problems(
                                with(
                                        "EB_ADMIN_EMAIL",
                                        "ops@example.com",
                                        "EB_ADMIN_PASSWORD",
                                        "short")))
                .containsExactly("EB_ADMIN_PASSWORD needs at least 12 characters.");
    }

    @Test
    void theCheckBeforeTheStartPrintsTheSentencesAndFails() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code =
                SettingsCheck.run(
                        with("EB_HTTP_PORT", "x"),
                        new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("EB_HTTP_PORT must be a port from 1 to 65535, not \"x\".");
    }

    @Test
    void everySettingHasAMeaningThatIsASentence() {
        assertThat(Setting.values()).allSatisfy(s -> assertThat(s.meaning()).endsWith("."));
    }

    private static List<String> problems(Map<String, String> variables) {
        BadSettings[] caught = new BadSettings[1];
        assertThatThrownBy(() -> Settings.from(variables))
                .asInstanceOf(type(BadSettings.class))
                .satisfies(e -> caught[0] = e);
        return caught[0].problems();
    }

    private static Map<String, String> with(String... pairs) {
        Map<String, String> variables = new HashMap<>(GOOD);
        for (int i = 0; i < pairs.length; i += 2) {
            variables.put(pairs[i], pairs[i + 1]);
        }
        return variables;
    }
}
