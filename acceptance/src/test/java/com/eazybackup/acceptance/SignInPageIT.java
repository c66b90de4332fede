package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eazybackup.demo.DemoWorld;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The door, the choice of a client and the way out, as a person with a browser uses them. */
class SignInPageIT {

    private static final Pattern STATUS = Pattern.compile(".*/status$");
    private static final Pattern CHOOSER = Pattern.compile(".*/choose(\\?.*)?$");

    @RegisterExtension final Browsing browsing = new Browsing();

    @Test
    void aCustomerSignsInAndSeesTheirBackups() {
        Page page = browsing.page();

        Door.open(page).enter(World.SMALL);

        assertThat(page).hasURL(STATUS);
        assertThat(StatusPage.on(page).rows()).not().hasCount(0);
        assertThat(page.getByText("Quill & Co. Bookbinders")).isVisible();
    }

    @Test
    void aWrongPasswordIsSaidWhereItWasTypedAndTheAddressStays() {
        Door door = Door.open(browsing.page());
        assertThat(door.email()).isFocused();

        door.enter("mira@larkspur.example", "not the password");

        assertThat(door.problemOfPassword()).containsText("E-mail and password do not match.");
        assertThat(door.email()).hasValue("mira@larkspur.example");
        assertThat(door.password()).hasValue("");
        assertThat(door.password()).hasAttribute("aria-invalid", "true");
        assertThat(door.password()).isFocused();
    }

    @Test
    void aFieldThatWasLeftEmptyIsNamed() {
        Page page = browsing.page();
        Door door = Door.open(page);
        page.evaluate("document.querySelector('#door').noValidate = true");

        door.enter("", "");

        assertThat(page.getByText("Enter your e-mail address.")).isVisible();
        assertThat(page.getByText("Enter your password.")).isVisible();
    }

    @Test
    void whoActsForSeveralClientsChoosesOneWithTheKeyboardAlone() {
        Page page = browsing.page();
        Door.open(page).enter(World.MSP);
        assertThat(page).hasURL(CHOOSER);
        assertThat(page.locator(".choice")).hasCount(3);

        tabTo(page.locator("#find-client"));
        page.keyboard().type("no such client");
        assertThat(page.locator("#no-client")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".choice:visible")).hasCount(3);
        page.keyboard().type("larks");
        assertThat(page.locator(".choice:visible")).hasCount(1);
        page.keyboard().press("Enter");

        assertThat(page).hasURL(STATUS);
        assertThat(page.locator(".client-switch")).containsText("Larkspur Accounting");
    }

    @Test
    void theClientCanBeChangedFromThePage() {
        Page page = browsing.signedIn(World.MSP, World.LARKSPUR).page();
        StatusPage.open(page);

        page.locator(".client-switch").click();
        page.locator(".choice").filter(new Locator.FilterOptions().setHasText("Pinewood")).click();

        assertThat(page.locator(".client-switch")).containsText("Pinewood IT");
    }

    @Test
    void signingOutLeadsToTheDoorAndThePageIsShut() throws Exception {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage.open(page);

        UserMenu.open(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();

        assertThat(page).hasURL(Pattern.compile(".*/signin$"));
        page.goBack();
        assertThat(page.locator("#email")).isVisible();
    }

    @Test
    void aPageThatWasAskedForIsThereAfterTheSignIn() {
        Page page = browsing.page();

        Door door = Door.insteadOf(page, "status?q=quill");
        assertThat(page).hasURL(Pattern.compile(".*/signin\\?.*next=.*"));
        door.enter(World.SMALL);

        assertThat(page).hasURL(Pattern.compile(".*/status\\?q=quill$"));
    }

    @Test
    void aPageThatWasAskedForIsThereAfterTheChoiceOfAClientToo() {
        Page page = browsing.page();

        Door.insteadOf(page, "status?q=lark").enter(World.MSP);
        page.locator(".choice").filter(new Locator.FilterOptions().setHasText("Larkspur")).click();

        assertThat(page).hasURL(Pattern.compile(".*/status\\?q=lark$"));
    }

    @Test
    void aPageOfAnotherSiteIsNotGoneTo() {
        Page page = browsing.page();

        Door.insteadOf(page, "signin?next=https://elsewhere.example/status").enter(World.SMALL);
        assertThat(page).hasURL(STATUS);
        // Left first: a page that finds its session ended would go to the door by itself meanwhile.
        page.navigate("about:blank");
        browsing.context().clearCookies();
        Door.insteadOf(page, "signin?next=//elsewhere.example/status").enter(World.SMALL);

        assertThat(page).hasURL(STATUS);
    }

    @Test
    @Tag("fault-19")
    void aSessionThatEndedIsSaidAndThePageIsFoundAgain() {
        Page page = browsing.signedIn(World.SMALL).page();
        StatusPage status = StatusPage.open(page);
        browsing.watch().expect("401");

        status.search().fill("quill");
        assertThat(page).hasURL(Pattern.compile(".*/status\\?q=quill$"));

        browsing.context().clearCookies();
        status.search().press("Enter");

        assertThat(page.getByText("Your session has ended.")).isVisible();
        Door.insteadOf(page, page.url()).enter(World.SMALL);
        assertThat(page).hasURL(Pattern.compile(".*/status\\?q=quill$"));
    }

    @Test
    void aFormWithADeadViewStateEndsInAClearPage() {
        Page page = browsing.page();
        browsing.watch().expect("HTTP 4");
        browsing.watch().expect("HTTP 5");
        browsing.watch().expect("Failed to load resource");
        Door door = Door.open(page);
        page.evaluate(
                "document.querySelector('[name=\"jakarta.faces.ViewState\"]').value ="
                        + " '-8123:99'");

        door.enter(World.SMALL);

        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("body"))
                .not()
                .containsText(Pattern.compile("Exception|\\bat [a-z]+\\.[a-z]+\\."));
        assertThat(page.locator(".brand")).isVisible();
    }

    @Test
    void anAdministratorLandsOnTheConsoleWithNothingOfACustomer() throws Exception {
        Page page = browsing.page();

        Door.open(page).enter(DemoWorld.ADMIN_EMAIL, DemoWorld.ADMIN_PASSWORD);

        for (String path : List.of("", "status", "choose", "signin")) {
            page.navigate(path);
            assertThat(page).hasURL(Pattern.compile("/admin/operations$"));
        }
        assertThat(page.locator("h1")).hasText("Operations");
        assertThat(page.locator(".side-nav a")).hasCount(5);
        assertThat(page.locator(".client-switch")).hasCount(0);
        UserMenu.open(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
        assertThat(page.locator("#email")).isVisible();
    }

    @Test
    void whoWasSentAwayFromAnAdministratorsPageComesBackToIt() {
        Page page = browsing.page();

        Door.insteadOf(page, "admin/operations?state=discarded")
                .enter(DemoWorld.ADMIN_EMAIL, DemoWorld.ADMIN_PASSWORD);

        assertThat(page).hasURL(Pattern.compile("/admin/operations\\?state=discarded$"));
    }

    @Test
    void thePasswordCanBeLookedAt() {
        Page page = browsing.page();
        Door door = Door.open(page);
        door.password().fill("typed");

        page.locator("[data-eye]").click();

        assertThat(door.password()).hasAttribute("type", "text");
        assertThat(door.password()).isFocused();
        page.locator("[data-eye]").click();
        assertThat(door.password()).hasAttribute("type", "password");
    }

    private void tabTo(Locator wanted) {
        for (int i = 0; i < 20; i++) {
            if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            browsing.page().keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }
}
