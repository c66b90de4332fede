package com.eazybackup.access;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Who is signed in where, on all nodes, and how that ends.
 *
 * <p>Guarantee: a session that was ended opens nothing on this node from then on, and on every
 * other node within two seconds; no session outlives {@code EB_SESSION_HOURS}, nor {@code
 * EB_SESSION_MINUTES} in which nobody has used it, even while the database is away. What a page
 * asks for by itself is no use, nor is an open event stream.
 *
 * <p>Cost: none for a request; a few rows every half minute for when sessions were seen.
 *
 * <p>Limit: a page says itself what it asks for unasked. One that does not, keeps its own session
 * open, and no other.
 */
@ApplicationScoped
public class Sessions {

    private static final Logger LOG = System.getLogger(Sessions.class.getName());
    private static final int ID_BYTES = 16;
    private static final int CSRF_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The container ends an idle session at its own pace, and what was seen is written late. */
    static final Duration IDLE_MARGIN = Duration.ofMinutes(2);

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final Map<String, Instant> here = new ConcurrentHashMap<>();
    private final Map<String, SessionEnd> unwritten = new ConcurrentHashMap<>();
    private SessionTable table;
    private EndedSessions ended;
    private Settings settings;
    private Clock clock;

    Sessions() {}

    @Inject
    Sessions(SessionTable table, EndedSessions ended, Settings settings, Clock clock) {
        this.table = table;
        this.ended = ended;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param standing on what it hangs; without one the session ends at the next look
     * @throws DatabaseUnavailable when it cannot be written down; nobody is let in then
     */
    Pass open(Person person, SessionOrigin origin, Optional<Standing> standing) {
        String id = random(ID_BYTES);
        Instant now = clock.instant();
        table.open(id, person, origin, standing, now);
        here.put(id, now);
        return Pass.session(id, now, random(CSRF_BYTES));
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /**
     * Whether a pass still opens anything; asked with each request.
     *
     * @param used whether somebody asks, which marks the session as seen; a page that asks by
     *     itself finds out that nobody has for too long
     */
    boolean alive(Pass pass, boolean used) {
        if (pass.kind() != Pass.Kind.SESSION) {
            return true;
        }
        Instant now = clock.instant();
        if (ended.has(pass.id()) || now.isAfter(pass.since().plus(longest()))) {
            return false;
        }
        if (idleAt(here.getOrDefault(pass.id(), pass.since()), now) && !usedElsewhere(pass, now)) {
            over(pass, SessionEnd.IDLE);
            return false;
        }
        if (used) {
            seen.put(pass.id(), now.toEpochMilli());
            here.put(pass.id(), now);
        }
        return true;
    }

    private boolean idleAt(Instant last, Instant now) {
        return now.isAfter(last.plus(idle()));
    }

    /** This node may have just started, or another have been asked. */
    private boolean usedElsewhere(Pass pass, Instant now) {
        try {
            Optional<Instant> last = table.seen(pass.id()).filter(at -> !idleAt(at, now));
            last.ifPresent(at -> here.put(pass.id(), at));
            return last.isPresent();
        } catch (DatabaseUnavailable e) {
            LOG.log(Level.DEBUG, "Whether another node was asked is not known", e);
            return false;
        }
    }

    /**
     * Its owner has left, or nobody was there: over here at once, with what it holds open, even
     * while the database is away; on other nodes as soon as that could be written down.
     */
    void over(Pass pass, SessionEnd why) {
        ended.add(Map.of(pass.id(), why));
        here.remove(pass.id());
        unwritten.put(pass.id(), why);
        try {
            writeDown();
        } catch (DatabaseUnavailable e) {
            LOG.log(Level.DEBUG, "That a session is over is written down later", e);
        }
    }

    /**
     * Writes down what could not be written before; nothing happens when there is nothing.
     *
     * @throws DatabaseUnavailable when it still cannot
     */
    void writeDown() {
        Map<String, SessionEnd> late = Map.copyOf(unwritten);
        late.forEach((id, why) -> table.end(List.of(id), why, clock.instant()));
        late.keySet().forEach(unwritten::remove);
    }

    /**
     * @return why that session is over, as far as this node knows
     */
    Optional<SessionEnd> whyOver(Pass pass) {
        return ended.why(pass.id())
                .or(
                        () ->
                                Optional.of(SessionEnd.LIMIT)
                                        .filter(
                                                end ->
                                                        clock.instant()
                                                                .isAfter(
                                                                        pass.since()
                                                                                .plus(longest()))));
    }

    /**
     * @return whether somebody is signed in whose requests come to this node
     */
    boolean anybodyHere() {
        Instant idleSince = clock.instant().minus(idle()).minus(IDLE_MARGIN);
        here.entrySet()
                .removeIf(one -> ended.has(one.getKey()) || one.getValue().isBefore(idleSince));
        return !here.isEmpty();
    }

    Duration idle() {
        return Duration.ofMinutes(settings.number(Setting.EB_SESSION_MINUTES));
    }

    Duration longest() {
        return Duration.ofHours(settings.number(Setting.EB_SESSION_HOURS));
    }

    /**
     * @return the open ones, the last seen first
     * @throws DatabaseUnavailable when they cannot be read
     */
    public List<OpenSession> of(Person person) {
        return table.of(person);
    }

    /**
     * Ends one of somebody's sessions, on all nodes.
     *
     * @return false when it is none of theirs, or over already
     * @throws DatabaseUnavailable when it cannot be written; it is still open then, here too
     */
    public boolean end(Person person, String id, SessionEnd why) {
        boolean done = table.end(person, id, why, clock.instant());
        if (done) {
            ended.add(Map.of(id, why));
        }
        return done;
    }

    /**
     * Ends all sessions of a person, on all nodes.
     *
     * @param but the one that goes on
     * @return how many that were
     * @throws DatabaseUnavailable when it cannot be written; they are still open then
     */
    public int endAll(Role role, int person, Optional<String> but, SessionEnd why) {
        return endAll(table.openOf(role, person, but), why);
    }

    /**
     * Ends what an identity provider has ended: that session of it, or all of that person when it
     * names none.
     *
     * @return how many that were
     */
    public int endOfProvider(String issuer, String subject, String session) {
        return endAll(table.openOfProvider(issuer, subject, session), SessionEnd.BY_PROVIDER);
    }

    int endAll(List<String> ids, SessionEnd why) {
        table.end(ids, why, clock.instant());
        Map<String, SessionEnd> over = new HashMap<>();
        ids.forEach(id -> over.put(id, why));
        ended.add(over);
        return ids.size();
    }

    /**
     * @param listener is told which sessions have ended, in the thread that ends them; must not
     *     block
     */
    public void whenEnded(Consumer<Set<String>> listener) {
        ended.whenEnded(listener);
    }

    /**
     * The container has ended a session, because nothing was asked with it or because it was too
     * old. One that ended otherwise is over already, and keeps its reason.
     */
    public void lapsed(Caller caller) {
        if (!ended.has(caller.pass().id())) {
            over(caller.pass(), whyOver(caller.pass()).orElse(SessionEnd.IDLE));
        }
    }

    /** What was seen since the last time. */
    Map<String, Long> takeSeen() {
        Map<String, Long> taken = new HashMap<>();
        for (String id : Set.copyOf(seen.keySet())) {
            Optional.ofNullable(seen.remove(id)).ifPresent(at -> taken.put(id, at));
        }
        return taken;
    }
}
