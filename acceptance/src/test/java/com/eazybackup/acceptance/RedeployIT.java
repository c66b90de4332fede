package com.eazybackup.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.acceptance.World.Place;
import com.eazybackup.simulator.DemoCustomers;
import com.eazybackup.simulator.fleet.Acts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.PageAssertions.HasURLOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The portal is deployed anew under a status page that stays open. Sessions live in the deployment
 * and end with it: the page says since when it is not live, waits, and leads to the door as soon as
 * there is one again, with the way back.
 */
@Tag("fault-19")
class RedeployIT {

    private static final int A_DEPLOYMENT = 180_000;

    /** A tab's promise is two seconds; a script takes some to begin an attempt. */
    private static final int APART = 1_980;

    /** What the line asks for: its first attempt is the beginning of all that is counted. */
    private static final Set<String> LINE = Set.of("/api/pulse/events", "/api/pulse/snapshot");

    /** Kept beyond the page: it is left in the end. */
    private static final String COUNT_ATTEMPTS =
            "const real = window.fetch; window.fetch = (url, options) => {"
                    + " const tries = JSON.parse(sessionStorage.tries ?? '[]');"
                    + " tries.push({ t: Date.now(), url: new URL(url, location).pathname });"
                    + " sessionStorage.tries = JSON.stringify(tries);"
                    + " return real(url, options); };";

    @TempDir static Path folder;

    private static AnotherServer server;
    private static Path deployments;

    @RegisterExtension final Browsing browsing = new Browsing().at(() -> server.portal());

    private final Acts acts = World.get().comet(DemoCustomers.COMETBACKUP).acts();
    private final Place place = World.place(DemoCustomers.COMETBACKUP, World.SMALL_ACCOUNT);

    @BeforeAll
    static void aServerOfItsOwn() throws Exception {
        Path home = Path.of(System.getProperty("server.home"));
        Path base = AnotherServer.copyOfBase(home, folder.resolve("base"));
        deployments = base.resolve("deployments");
        server = AnotherServer.start(home, base, Map.of()).awaitReady();
        Session session = Session.at(server.portal(), World.SMALL);
        World.eventually(
                "the device is there",
                () -> session.get("/api/devices?size=1").json().path("total").asInt() == 1);
    }

    @AfterAll
    static void itEnds() {
        server.close();
    }

    @Test
    void whileThePortalIsAwayThePageSaysSinceWhenAndIsLedToTheDoorWhenItIsBack() throws Exception {
        Page page = open();
        StatusPage status = StatusPage.open(page);
        Locator row = status.rows().first();
        assertThat(StatusPage.running(row)).hasCount(0);
        allIsAnswered(page);
        forgetAttempts(page);

        undeploy();
        assertThat(status.live())
                .hasAttribute(
                        "data-state", "stale", new HasAttributeOptions().setTimeout(A_DEPLOYMENT));
        assertThat(status.live()).containsText("Not live since");
        assertThat(status.banner()).containsText("No word from the portal since");
        for (int i = 0; i < 20; i++) {
            status.banner().locator("button").click();
        }
        assertThat(status.live()).hasAttribute("data-state", "stale");
        assertThat(status.rows()).hasCount(1);
        attemptsWereApart(page);

        deploy();
        assertThat(page)
                .hasURL(
                        Pattern.compile(".*/signin\\?ended=1&next=%2Fstatus$"),
                        new HasURLOptions().setTimeout(A_DEPLOYMENT));
        attemptsWereApart(page);
        signInAgainAndSeeWhatHappens(page);
    }

    @Test
    void aPortalThatIsReplacedInOneGoLeadsToTheDoorToo() throws Exception {
        Page page = open();
        StatusPage.open(page);
        allIsAnswered(page);
        forgetAttempts(page);

        replace();

        assertThat(page)
                .hasURL(
                        Pattern.compile(".*/signin\\?ended=1&next=%2Fstatus$"),
                        new HasURLOptions().setTimeout(A_DEPLOYMENT));
        attemptsWereApart(page);
        signInAgainAndSeeWhatHappens(page);
    }

    /** A page that was sent to the door then would find none, and nobody would lead it back. */
    @Test
    void nobodyIsToldToSignInWhileThereIsNoDoor() throws Exception {
        Session session = Session.at(server.portal(), World.SMALL);
        Set<Integer> said = Collections.synchronizedSet(new LinkedHashSet<>());
        AtomicBoolean back = new AtomicBoolean();
        CompletableFuture<Void> asking =
                CompletableFuture.runAsync(
                        () -> {
                            while (!back.get()) {
                                said.add(statusOf(session, "/api/pulse/snapshot"));
                            }
                        });
        try {
            World.eventually("the session is known", () -> said.contains(200));
            replace();
            World.within(
                    AnotherServer.START,
                    "a portal that does not know the session",
                    () -> statusOf(session, "/api/pulse/snapshot") == 401);
        } finally {
            back.set(true);
            asking.join();
        }

        assertThat(said).startsWith(200).endsWith(401);
        assertThat(AnotherServer.answers(server.portal().resolve("/signin"))).isTrue();
    }

    /**
     * @return 0 when there was none
     */
    private static int statusOf(Session session, String path) {
        try {
            return session.get(path).status();
        } catch (IOException broken) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Page open() {
        Page page = browsing.signedIn(World.SMALL).page();
        page.addInitScript(COUNT_ATTEMPTS);
        // What is asked of a server without a portal.
        browsing.watch().expect("/api/pulse/");
        return page;
    }

    private void signInAgainAndSeeWhatHappens(Page page) {
        assertThat(page.getByText("Your session has ended.")).isVisible();
        Door.insteadOf(page, page.url()).enter(World.SMALL);
        assertThat(page).hasURL(Pattern.compile(".*/status$"));
        StatusPage status = StatusPage.on(page);
        assertThat(status.banner()).isHidden();

        String job =
                acts.jobs().start(place.username(), place.device(), place.item(), place.vault());
        StatusPage.appears(StatusPage.running(status.rows().first()));
        acts.jobs().finish(job, 7001);
        assertThat(StatusPage.state(status.rows().first())).hasText("Warning");
    }

    private static void forgetAttempts(Page page) {
        page.evaluate("sessionStorage.removeItem('tries')");
    }

    /** What had no answer when the portal went would be asked for again. */
    private static void allIsAnswered(Page page) {
        assertThat(page.locator("#verdict h2")).isVisible();
        assertThat(page.locator("[data-card=storage]")).hasAttribute("data-state", "ready");
    }

    /** Nothing but the line asks while nobody answers, and it is in no hurry. */
    private static void attemptsWereApart(Page page) {
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> tries =
                (List<Map<String, Object>>)
                        page.evaluate("JSON.parse(sessionStorage.tries ?? '[]')");
        // A list that was asked for while the portal still stood is none of them.
        tries = tries.stream().dropWhile(one -> !LINE.contains((String) one.get("url"))).toList();
        assertThat(tries).isNotEmpty();
        assertThat(tries)
                .allSatisfy(one -> assertThat((String) one.get("url")).startsWith("/api/pulse/"));
        List<Map<String, Object>> line =
                tries.stream()
                        .filter(one -> !((String) one.get("url")).contains("/incidents/"))
                        .toList();
        for (int i = 1; i < line.size(); i++) {
            assertThat(at(line.get(i)) - at(line.get(i - 1)))
                    .as("ms between two attempts: " + line)
                    .isGreaterThanOrEqualTo(APART);
        }
    }

    private static long at(Map<String, Object> attempt) {
        return ((Number) attempt.get("t")).longValue();
    }

    /** As an operator does it: without its marker the scanner takes the portal away. */
    private static void undeploy() throws Exception {
        Files.delete(marker("deployed"));
        World.within(AnotherServer.START, "it is gone", () -> Files.exists(marker("undeployed")));
    }

    private static void deploy() throws IOException {
        Files.deleteIfExists(marker("undeployed"));
        Files.writeString(marker("dodeploy"), "");
    }

    /** As the build does it: a new file in the place of the old one. */
    private static void replace() throws Exception {
        Files.writeString(marker("dodeploy"), "");
        World.within(AnotherServer.START, "it is taken", () -> !Files.exists(marker("dodeploy")));
    }

    private static Path marker(String what) {
        return deployments.resolve("eazybackup-portal.ear." + what);
    }
}
