package com.eazybackup.acceptance;

import com.eazybackup.demo.DemoWorld;
import com.eazybackup.simulator.DemoCustomers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A reader with an own browser profile for each test. A test that has passed still fails when its
 * page was not clean; one that has failed leaves a picture.
 */
final class Browsing implements BeforeEachCallback, AfterEachCallback {

    private Supplier<URI> portal = () -> World.get().portal();
    private BrowserContext context;
    private Page page;
    private Watch watch;
    private final List<BrowserContext> others = new ArrayList<>();
    private final List<Watch> watchesOfOthers = new ArrayList<>();

    /** Where the pages are, when they are not the world's own; asked when a test begins. */
    Browsing at(Supplier<URI> otherPortal) {
        portal = otherPortal;
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        start(ColorScheme.DARK, "en-CA");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        try {
            if (test.getExecutionException().isPresent()) {
                picture("failed-" + test.getRequiredTestMethod().getName());
            } else {
                watch.isClean();
                watchesOfOthers.forEach(Watch::isClean);
            }
        } finally {
            context.close();
            others.forEach(BrowserContext::close);
        }
    }

    /**
     * Somebody else's browser, watched as the reader's is.
     *
     * @param expected troubles that are no fault there
     */
    Page another(String... expected) {
        BrowserContext other = newContext(ColorScheme.DARK, "en-CA");
        others.add(other);
        Watch itsWatch = new Watch(other, portal.get());
        for (String trouble : expected) {
            itsWatch.expect(trouble);
        }
        watchesOfOthers.add(itsWatch);
        return other.newPage();
    }

    /** Begins anew with a reader whose system asks for this look and language. */
    void start(ColorScheme scheme, String locale) {
        if (context != null) {
            context.close();
        }
        context = newContext(scheme, locale);
        watch = new Watch(context, portal.get());
        page = context.newPage();
    }

    /**
     * At rest: what breathes is painted anew for each frame, which takes half of a small machine.
     */
    private BrowserContext newContext(ColorScheme scheme, String locale) {
        return Chromium.get()
                .newContext(
                        new NewContextOptions()
                                .setBaseURL(portal.get().toString())
                                .setViewportSize(1440, 900)
                                .setColorScheme(scheme)
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale(locale)
                                .setTimezoneId("America/Toronto"));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Watch watch() {
        return watch;
    }

    /** Signs in beside the door, which has tests of its own. */
    Browsing signedIn(String email) {
        session(email);
        return this;
    }

    Browsing signedInAsAdmin() {
        session(DemoWorld.ADMIN_EMAIL, DemoWorld.ADMIN_PASSWORD);
        return this;
    }

    Browsing signedIn(String email, int client) {
        String csrf = session(email);
        APIResponse chosen =
                page.request()
                        .put(
                                "api/session/client",
                                RequestOptions.create()
                                        .setHeader("X-EB-CSRF", csrf)
                                        .setData(Map.of("client_id", client)));
        if (!chosen.ok()) {
            throw new AssertionError("choice of " + client + ": " + chosen.text());
        }
        return this;
    }

    /**
     * These requests of the page are answered as when the database is away, with the reference
     * EB-TEST; ends with {@code page().unroute}.
     */
    void refuses(String requests) {
        watch.expect("503");
        page.route(
                requests,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(503)
                                        .setContentType("application/problem+json")
                                        .setBody(
                                                "{\"detail\":\"Not now.\",\"reference\":\"EB-TEST\"}")));
    }

    /** A picture of what the reader sees, among the build's results. */
    void picture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of(System.getProperty("pictures"), name + ".png")));
    }

    /** The same of the whole page, however long. */
    void wholePicture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(System.getProperty("pictures"), name + ".png")));
    }

    private String session(String email) {
        return session(email, DemoCustomers.PASSWORD);
    }

    private String session(String email, String password) {
        APIResponse answer =
                page.request()
                        .post(
                                "api/session",
                                RequestOptions.create()
                                        .setData(Map.of("email", email, "password", password)));
        if (!answer.ok()) {
            throw new AssertionError("sign-in of " + email + ": " + answer.text());
        }
        return csrf(answer);
    }

    private static String csrf(APIResponse answer) {
        try {
            return new ObjectMapper().readTree(answer.text()).path("csrf").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError("no session: " + answer.text(), e);
        }
    }
}
