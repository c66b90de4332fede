package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The status page on a screen on the wall and on paper, and the help for its keys. */
class WallIT {

    private static final long TURN = 20_000;

    @RegisterExtension final Browsing browsing = new Browsing();

    @Test
    void theWallHasNoFrameAndTurnsFromAllDevicesToThoseInNeedUntilItIsEnded() {
        Page page = browsing.page();
        browsing.signedIn(World.MSP, World.PINEWOOD);
        page.clock().install();
        StatusPage status = StatusPage.open(page);
        page.locator("#strip [data-state=missed] button").click();

        page.locator("#wall").click();

        assertThat(page).hasURL(Pattern.compile(".*[?&]wall=1.*"));
        for (String frame : new String[] {"#side", "#search", ".user-button", "#tools", "#pulse"}) {
            assertThat(page.locator(frame)).isHidden();
        }
        assertThat(page.locator("#verdict h2")).isVisible();
        assertThat(status.live()).isVisible();
        assertThat(page.locator("#wall-bar [data-part=what]")).hasText("All devices, worst first");
        // The page's clock goes on by itself, too.
        page.locator("#wall-bar [data-part=pause]").click();
        new Look(page).isAccessible("the wall");
        browsing.picture("wall-all");

        page.locator("#wall-bar [data-part=pause]").click();
        page.clock().runFor(TURN);
        assertThat(page.locator("#wall-bar [data-part=what]")).hasText("Error");
        assertThat(page.locator("#rows .status").first()).hasText("Error");
        page.locator("#wall-bar [data-part=pause]").click();
        page.clock().runFor(3 * TURN);
        assertThat(page.locator("#wall-bar [data-part=what]")).hasText("Error");

        page.locator("#wall-bar [data-part=end]").click();
        assertThat(page.locator("#side")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/status\\?status=missed$"));
        assertThat(page.locator("#wall")).isFocused();
    }

    @Test
    void theWallShowsAllDevicesAndBringsBackWhatWasSearchedForAlsoWhenItIsLoadedAnew() {
        Page page = browsing.page();
        browsing.signedIn(World.MSP, World.PINEWOOD);
        page.clock().install();
        page.navigate("status?q=riverbend&had=success&sort=-name");
        StatusPage status = StatusPage.on(page);
        assertThat(status.title()).hasText(Pattern.compile("\\d+ of 110 devices"));

        page.locator("#wall").click();

        assertThat(status.title()).hasText("110 devices");
        assertThat(page).hasURL(Pattern.compile(".*/status\\?sort=worst&wall=1$"));
        page.clock().runFor(TURN);
        assertThat(page.locator("#wall-bar [data-part=what]")).hasText("Error");
        page.reload();
        assertThat(page.locator("#wall-bar [data-part=what]")).hasText("All devices, worst first");
        assertThat(status.title()).hasText("110 devices");

        page.locator("#wall-bar [data-part=end]").click();
        assertThat(status.search()).hasValue("riverbend");
        assertThat(page.locator("#had")).isVisible();
        assertThat(status.title()).hasText(Pattern.compile("\\d+ of 110 devices"));
        assertThat(page).hasURL(Pattern.compile(".*/status\\?.*had=success.*"));
        assertThat(page).hasURL(Pattern.compile(".*/status\\?.*sort=-name.*"));
        assertThat(page).not().hasURL(Pattern.compile(".*wall=1.*"));
    }

    @Test
    void nobodyHasAskedForATurn() {
        Page page = browsing.page();
        browsing.signedIn(World.MSP, World.PINEWOOD);
        page.clock().install();
        StatusPage.open(page);
        page.locator("#wall").click();
        assertThat(page.locator("#wall-bar [data-part=what]")).hasText("All devices, worst first");

        Request turn =
                page.waitForRequest(
                        request -> request.url().contains("status=error&"),
                        () -> page.clock().runFor(TURN));

        assertThat(turn.headers()).containsKey("x-eb-poll");
    }

    @Test
    void whenTheSessionIsOverTheWallKeepsItsPictureAndSaysSo() throws Exception {
        browsing.watch().expect("401");
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        page.locator("#wall").click();
        assertThat(status.rows()).hasCount(1);

        page.evaluate(
                "async () => { const { csrf } = await (await fetch('/api/session')).json();"
                        + " await fetch('/api/session', { method: 'DELETE', headers: { 'X-EB-CSRF': csrf } }); }");

        assertThat(page.locator("#wall-bar [data-part=what]"))
                .hasText(
                        Pattern.compile(
                                "Signed out at \\d\\d:\\d\\d\\. Sign in again to go on\\."));
        assertThat(page.locator("#wall-bar [data-part=pause]")).isHidden();
        assertThat(status.live()).containsText("Not live since");
        assertThat(status.banner()).isHidden();
        assertThat(status.rows()).hasCount(1);
        assertThat(page.locator("#verdict h2")).containsText(" at ");
        new Look(page).isGood("the wall when the session is over");
        browsing.picture("wall-signed-out");

        page.locator("#wall-bar [data-part=signIn]").click();
        assertThat(page).hasURL(Pattern.compile(".*/signin\\?ended=1&next=.*wall%3D1.*"));
    }

    @Test
    void aScreenCanBeginWithTheWallAndEscapeEndsIt() {
        Page page = browsing.signedIn(World.SMALL).page();

        page.navigate("status?wall=1");

        assertThat(page.locator("#wall-bar")).isVisible();
        assertThat(page.locator("#rows .device").first()).isVisible();
        assertThat(page.locator("#side")).isHidden();
        page.keyboard().press("Escape");
        assertThat(page.locator("#wall-bar")).isHidden();
        assertThat(page.locator("#side")).isVisible();
        assertThat(page).hasURL(Pattern.compile(".*/status$"));
    }

    @Test
    void paperHasWhatThePageSaysAndNothingToPress() {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage.open(page);

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        for (String frame : new String[] {"#side", "#search", ".user-button", "#tools", "#pulse"}) {
            assertThat(page.locator(frame)).isHidden();
        }
        assertThat(page.locator("#verdict h2")).isVisible();
        assertThat(page.locator("#rows .device").first()).isVisible();
        assertThat(page.evaluate("dispatchEvent(new Event('beforeprint'))")).isEqualTo(true);
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        browsing.wholePicture("print");
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("html[data-theme]")).hasCount(0);
    }

    @Test
    void paperHasTheRowsThatAreThereAndSaysHowManyTheyAre() {
        Page page = browsing.signedIn(World.MSP, World.PINEWOOD).page();
        StatusPage status = StatusPage.open(page);
        assertThat(status.title()).hasText("110 devices");
        assertThat(status.rows()).hasCount(50);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("dispatchEvent(new Event('beforeprint'))");

        assertThat(page.locator("#printed")).hasText("First 50 of 110 devices are printed.");
        assertThat(page.locator("#rows .chunk[data-rest]")).hasCount(2);
        for (Locator room : page.locator("#rows .chunk[data-rest]").all()) {
            assertThat(room).isHidden();
        }
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("#printed")).isHidden();
    }

    @Test
    void aQuestionMarkShowsTheKeysAndEscapeGivesTheFocusBack() {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage.open(page);
        page.locator("#keys-open").focus();

        page.keyboard().press("?");

        assertThat(page.locator("#keys")).isVisible();
        assertThat(page.locator("#keys [data-part=close]")).isFocused();
        new Look(page).isAccessible("the keys");
        browsing.picture("keys");
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();
        assertThat(page.locator("#keys-open")).isFocused();
        page.keyboard().press("/");
        page.keyboard().type("what?");
        assertThat(page.locator("#keys")).isHidden();
        assertThat(page.locator("#search input")).hasValue("what?");
    }
}
