package com.eazybackup.access.oidc;

import com.eazybackup.access.ProviderDoor;
import com.eazybackup.access.ProviderWord;
import com.eazybackup.access.SignInOutcome;
import com.eazybackup.platform.OutgoingAddresses;
import com.eazybackup.platform.Reference;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Sign-in through an OpenID provider, where one is set: the way there, the way back, and the end on
 * both sides.
 *
 * <p>Guarantee: an answer counts once, in the browser that asked, within ten minutes; of the
 * provider's word everything is checked before somebody is looked for; a provider that is away
 * costs ten seconds at most and is said to be away. Nothing that the provider says is shown to
 * anybody. Limit: works in a request's own thread.
 */
@ApplicationScoped
public class OpenIdDoor {

    private static final Logger LOG = System.getLogger(OpenIdDoor.class.getName());

    private static final int AT_ONCE = 8;

    private final Semaphore asking = new Semaphore(AT_ONCE);
    private Optional<OpenIdSettings> settings = Optional.empty();
    private ProviderDoor door;
    private String name;
    private boolean only;
    private OpenIdFlow flow;

    OpenIdDoor() {}

    @Inject
    OpenIdDoor(Settings settings, ProviderDoor door, Clock clock) {
        this(settings, door, clock, ProviderWire.PATIENCE);
    }

    /** For tests: another patience. */
    OpenIdDoor(Settings all, ProviderDoor door, Clock clock, Duration patience) {
        this.settings = OpenIdSettings.of(all);
        this.door = door;
        this.name = all.text(Setting.EB_OIDC_NAME);
        this.only = all.on(Setting.EB_OIDC_ONLY);
        this.flow =
                settings.map(set -> new OpenIdFlow(set, OutgoingAddresses.of(all), patience, clock))
                        .orElse(null);
    }

    /**
     * @return whether there is a provider
     */
    public boolean isOpen() {
        return settings.isPresent();
    }

    /**
     * @return whether customers come in by it alone
     */
    public boolean isOnlyWay() {
        return only;
    }

    /**
     * @return what the provider is called
     */
    public String providerName() {
        return name;
    }

    /**
     * Begins a sign-in.
     *
     * @param next the page to go on to, one of ours, or empty
     */
    public OpenIdOutcome begin(HttpServletRequest request, String next) {
        Optional<Duration> wait = door.begin(request);
        if (wait.isPresent()) {
            return new OpenIdOutcome.TooMany(wait.get());
        }
        if (!asking.tryAcquire()) {
            door.takeBack(request);
            return new OpenIdOutcome.TooMany(Duration.ofSeconds(1));
        }
        try {
            return new OpenIdOutcome.SentOn(flow.begin(request, next));
        } catch (OpenIdTrouble trouble) {
            door.takeBack(request);
            return new OpenIdOutcome.Unreachable(log(trouble));
        } finally {
            asking.release();
        }
    }

    /** Ends a sign-in: the browser is back from the provider. */
    public OpenIdOutcome finish(HttpServletRequest request) {
        CallbackAnswer answer = CallbackAnswer.of(request);
        Optional<PendingSignIn> pending = flow.pending(request, answer);
        if (pending.isEmpty()) {
            turnAway(request, "stale");
            return new OpenIdOutcome.Stale();
        }
        if (answer.error().equals("access_denied")) {
            door.turnedAway(request, "cancelled");
            return new OpenIdOutcome.Cancelled();
        }
        Attempt attempt = new Attempt();
        SignInOutcome outcome = door.finish(request, () -> attempt.ask(answer, pending.get()));
        if (outcome instanceof SignInOutcome.Welcome welcome) {
            request.getSession()
                    .setAttribute(ProviderVisit.KEY, new ProviderVisit(attempt.idToken));
            return new OpenIdOutcome.Welcome(welcome.caller(), pending.get().next());
        }
        if (outcome instanceof SignInOutcome.Unreachable away) {
            return new OpenIdOutcome.Unreachable(away.reference());
        }
        if (outcome instanceof SignInOutcome.TooMany many) {
            return new OpenIdOutcome.TooMany(many.retryAfter());
        }
        return new OpenIdOutcome.Refused(attempt.reference);
    }

    /** One question to the provider, and what is left of it. */
    private final class Attempt {

        private String idToken = "";
        private Optional<Reference> reference = Optional.empty();

        private ProviderWord ask(CallbackAnswer answer, PendingSignIn pending) {
            try {
                Identity identity = flow.redeem(answer, pending);
                idToken = identity.idToken();
                return new ProviderWord.Vouched(
                        settings.orElseThrow().issuer(),
                        identity.subject(),
                        identity.session().orElse(""),
                        identity.email());
            } catch (OpenIdTrouble trouble) {
                Reference seen = log(trouble);
                reference = Optional.of(seen);
                return trouble.kind() == OpenIdTrouble.Kind.UNREACHABLE
                        ? new ProviderWord.Unreachable(seen)
                        : new ProviderWord.Unbelievable(seen);
            }
        }
    }

    /**
     * Where the browser of this session must go after signing out here, so that it is signed out
     * there, too; ask before the session ends.
     *
     * @return empty when the session did not begin there, or the provider cannot end it
     */
    public Optional<URI> farewell(HttpServletRequest request) {
        if (!isOpen() || request.getSession(false) == null) {
            return Optional.empty();
        }
        try {
            return request.getSession(false).getAttribute(ProviderVisit.KEY)
                            instanceof ProviderVisit visit
                    ? flow.farewell(visit)
                    : Optional.empty();
        } catch (OpenIdTrouble trouble) {
            log(trouble); // signed out here all the same
            return Optional.empty();
        }
    }

    /**
     * Ends, on all nodes, what the provider says it has ended.
     *
     * @param token as posted; may be null
     * @return whether it was a logout token to be believed
     */
    public boolean providerEnds(HttpServletRequest request, String token) {
        if (!isOpen() || door.begin(request).isPresent() || !asking.tryAcquire()) {
            return false;
        }
        try {
            LogoutTokenClaimsSet claims = flow.ended(token);
            door.end(
                    request,
                    settings.orElseThrow().issuer(),
                    claims.getSubject() == null ? "" : claims.getSubject().getValue(),
                    claims.getSessionID() == null ? "" : claims.getSessionID().getValue());
            door.takeBack(request);
            return true;
        } catch (OpenIdTrouble trouble) {
            log(trouble);
            door.turnedAway(request, "logout-refused");
            return false;
        } finally {
            asking.release();
        }
    }

    /** Anybody may come with anything, at no cost: counted, and of a flood nothing is written. */
    private void turnAway(HttpServletRequest request, String why) {
        if (door.begin(request).isEmpty()) {
            door.turnedAway(request, why);
        }
    }

    private static Reference log(OpenIdTrouble trouble) {
        Reference reference = Reference.next();
        LOG.log(
                Level.WARNING,
                reference + " The OpenID provider: " + trouble.getMessage(),
                trouble.getCause());
        return reference;
    }
}
