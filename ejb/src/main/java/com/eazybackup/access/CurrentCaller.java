package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who calls, for whatever serves a request: pages, resources, servlets.
 *
 * <p>Limit: works in a request's own thread; code that goes on after it (a push channel) takes the
 * {@link ClientId} with it.
 */
@RequestScoped
public class CurrentCaller {

    /** Names the client that a page was made for, so that no page shows another's data. */
    static final String PAGES_CLIENT = "X-EB-Client";

    /** Marks what a page asks for by itself, and no person: it does not keep a session alive. */
    static final String POLL = "X-EB-Poll";

    private static final String API = "/api/";
    private static final String BEARER = "bearer ";

    private HttpServletRequest request;
    private Sessions sessions;
    private TokenDoor tokens;
    private TokenDoor.Answer answer;
    private SessionEnd over;
    private Viewings viewings;

    CurrentCaller() {}

    @Inject
    CurrentCaller(
            HttpServletRequest request, Sessions sessions, TokenDoor tokens, Viewings viewings) {
        this.request = request;
        this.sessions = sessions;
        this.tokens = tokens;
        this.viewings = viewings;
    }

    /**
     * @return empty when nobody is signed in, or no longer
     * @throws DatabaseUnavailable when nobody can tell whether a program's key is good
     */
    public Optional<Caller> caller() {
        Optional<String> key = key();
        if (key.isPresent()) { // whatever cookie comes along
            return byKey(key.get()) instanceof TokenDoor.Answer.Admitted in
                    ? Optional.of(in.caller())
                    : Optional.empty();
        }
        Optional<Caller> caller = CallerSession.read(request);
        boolean polled = request.getHeader(POLL) != null;
        if (caller.isPresent() && !sessions.alive(caller.get().pass(), !polled)) {
            over = sessions.whyOver(caller.get().pass()).orElse(SessionEnd.SIGNED_OUT);
            CallerSession.end(request);
            return Optional.empty();
        }
        return caller.map(one -> viewings.stillOf(request, one));
    }

    /**
     * Asks anew, for what this request has opened and what lasts longer than it: whatever ended
     * before it was open found nothing to end.
     *
     * @return whether the same session or key is still good, and acts for that client
     */
    public boolean stillActsFor(ClientId client) {
        answer = null;
        return caller().flatMap(Caller::chosen).filter(one -> one.id().equals(client)).isPresent();
    }

    /**
     * @return until when an administrator looks at a client's portal; empty for everybody else
     */
    public Optional<Instant> viewingUntil() {
        return caller().filter(Caller::viewing).flatMap(viewer -> Viewings.until(request));
    }

    /**
     * @return why the session that came with this request is over, once {@link #caller} has seen
     *     that
     */
    public Optional<SessionEnd> over() {
        return Optional.ofNullable(over);
    }

    /**
     * @return whether this is a program's request, and its key was refused
     */
    public boolean keyRefused() {
        return key().filter(key -> !(byKey(key) instanceof TokenDoor.Answer.Admitted)).isPresent();
    }

    /**
     * @return how long this program has to wait, because too many wrong keys came from there
     */
    public Optional<Duration> keyWait() {
        return key().map(this::byKey)
                .filter(TokenDoor.Answer.TooMany.class::isInstance)
                .map(many -> ((TokenDoor.Answer.TooMany) many).pause());
    }

    /** Asked once for each request. */
    private TokenDoor.Answer byKey(String key) {
        if (answer == null) {
            answer = tokens.admit(key, CallerAddress.of(request));
        }
        return answer;
    }

    /** Pages take no key: a browser is signed in by its cookie or not at all. */
    private Optional<String> key() {
        String header = request.getHeader("Authorization");
        boolean bearer =
                header != null
                        && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        && path().startsWith(API);
        return bearer ? Optional.of(header.substring(BEARER.length()).strip()) : Optional.empty();
    }

    private String path() {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /**
     * @throws AccessRefused when nobody is signed in
     */
    public Caller requireCaller() {
        return caller().orElseThrow(() -> new AccessRefused(AccessRefused.Reason.UNAUTHENTICATED));
    }

    /**
     * The client whose data this request may see. Every read is made with it. A request may say in
     * {@code X-EB-Client} which client it expects; that opens nothing, it only refuses any other.
     *
     * @throws AccessRefused when nobody is signed in, no client is chosen, the caller has none, or
     *     the request expects another
     */
    ClientId requireClient() {
        return requireClient(Optional.empty());
    }

    /**
     * @param linked which client it expects when it comes from a link, which sends no header
     * @throws AccessRefused as {@link #requireClient()} does
     */
    ClientId requireClient(Optional<String> linked) {
        Caller caller = requireCaller();
        String expected =
                Optional.ofNullable(request.getHeader(PAGES_CLIENT)).or(() -> linked).orElse(null);
        if (caller.client() == null) {
            throw new AccessRefused(withoutClient(caller, expected));
        }
        ClientId client = caller.client().id();
        if (expected != null && !expected.equals(client.toString())) {
            throw new AccessRefused(AccessRefused.Reason.OTHER_CLIENT);
        }
        return client;
    }

    private static AccessRefused.Reason withoutClient(Caller caller, String expected) {
        if (caller.role() == Role.ADMIN && expected != null) {
            return AccessRefused.Reason.VIEWING_ENDED;
        }
        return caller.clients().isEmpty()
                ? AccessRefused.Reason.NO_CLIENT
                : AccessRefused.Reason.NO_CLIENT_CHOSEN;
    }
}
