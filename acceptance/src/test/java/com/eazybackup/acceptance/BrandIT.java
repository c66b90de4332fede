package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody else's name, logo and colour, on a server of its own. */
class BrandIT {

    private static final String NAME = "Möwe & Söhne <Managed Backup>";
    private static final String LOGO = "https://cdn.moewe.example/brand/logo.svg";

    /** Hard to read on white, and no colour of the design. */
    private static final String ACCENT = "#facc15";

    private static final String ACCENT_COMPUTED = "rgb(250, 204, 21)";
    private static final String DRAWING =
            "<svg xmlns='http://www.w3.org/2000/svg' width='88' height='44' viewBox='0 0 88 44'>"
                    + "<rect width='88' height='44' rx='8' fill='#0f766e'/>"
                    + "<path d='M14 28q15-18 30-4q15-14 30 4' fill='none' stroke='#facc15'"
                    + " stroke-width='5' stroke-linecap='round'/></svg>";

    @TempDir static Path folder;

    private static AnotherServer server;

    @RegisterExtension final Browsing browsing = new Browsing().at(() -> server.portal());

    @BeforeAll
    static void aServerWithThatBrand() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        server =
                AnotherServer.start(
                                home,
                                AnotherServer.copyOfBase(home, folder.resolve("base")),
                                Map.of(
                                        "EB_BRAND_NAME", NAME,
                                        "EB_BRAND_LOGO", LOGO + "?v=2",
                                        "EB_BRAND_ACCENT", ACCENT))
                        .awaitReady();
    }

    @AfterAll
    static void itEnds() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"DARK", "LIGHT"})
    void nameLogoAndColourAreOnThePages(ColorScheme scheme) {
        browsing.start(scheme, "en-CA");
        String look = "brand-%s-" + scheme.name().toLowerCase(Locale.ROOT);
        Page page = browsing.page();
        drawLogo(page);

        page.navigate("signin");
        assertThat(page).hasTitle("Sign in · " + NAME);
        theBrandIsDrawn(page);
        assertThat(page.locator("#enter")).hasCSS("background-color", ACCENT_COMPUTED);
        new Look(page).isGood("door of another brand");
        browsing.picture(look.formatted("door"));

        browsing.signedIn(World.SMALL);
        StatusPage.open(page);
        assertThat(page).hasTitle("Backup status · " + NAME);
        theBrandIsDrawn(page);
        theNameEndsBefore(page.locator(".main").boundingBox().x);
        new Look(page).isGood("shell of another brand");
        browsing.picture(look.formatted("status"));

        page.setViewportSize(390, 844);
        page.locator("#side-open").click();
        theBrandIsDrawn(page);
        theNameEndsBefore(page.locator("#side-close").boundingBox().x);
        new Look(page).isAccessible("drawer of another brand");
        browsing.picture(look.formatted("drawer"));
    }

    @Test
    void theLogoAloneMayComeFromElsewhere() {
        Page page = browsing.page();
        drawLogo(page);
        browsing.watch().expect("policy: img-src forbids");
        browsing.watch().expect("Content Security Policy");

        Response answer = page.navigate("signin");

        assertThat(answer.allHeaders().get("content-security-policy"))
                .contains("img-src 'self' " + LOGO + ";");
        assertThat(loads(page, LOGO + "?v=2")).isTrue();
        assertThat(loads(page, "https://cdn.moewe.example/other.svg")).isFalse();
        assertThat(loads(page, "https://elsewhere.example/brand/logo.svg")).isFalse();
        assertThat(loads(page, "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"))
                .isFalse();
    }

    private static void theBrandIsDrawn(Page page) {
        Locator logo = page.locator(".brand img");
        assertThat(logo).isVisible();
        logo.evaluate("image => image.decode()");
        assertThat((Integer) logo.evaluate("image => image.naturalWidth")).isEqualTo(88);
        assertThat(page.locator(".brand span")).hasText(NAME);
        assertThat(page.locator(".brand span")).isVisible();
        assertThat(page.locator("link[rel=icon]")).hasAttribute("href", LOGO + "?v=2");
    }

    private void theNameEndsBefore(double x) {
        BoundingBox name = browsing.page().locator(".brand span").boundingBox();
        assertThat(name.x + name.width).isLessThan(x);
    }

    /** Answers for hosts that do not exist; the policy is decided before that. */
    private static void drawLogo(Page page) {
        page.route(
                "https://*.example/**",
                route ->
                        route.fulfill(
                                new FulfillOptions()
                                        .setContentType("image/svg+xml")
                                        .setBody(DRAWING)));
    }

    private static boolean loads(Page page, String address) {
        return (Boolean)
                page.evaluate(
                        "address => new Promise(done => {"
                                + " const image = new Image();"
                                + " image.onload = () => done(true);"
                                + " image.onerror = () => done(false);"
                                + " image.src = address; })",
                        address);
    }
}
