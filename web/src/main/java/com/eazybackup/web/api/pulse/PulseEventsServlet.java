package com.eazybackup.web.api.pulse;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.pulse.LivePulse;
import com.eazybackup.pulse.PulseHub;
import com.eazybackup.pulse.Viewer;
import com.eazybackup.web.api.Problems;
import com.eazybackup.web.api.fleet.FleetUnreadableMapper;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * {@code GET /api/pulse/events}: the live view as server-sent events.
 *
 * <p>Security: the client is the session's; there is no parameter that names one. The stream ends
 * with the session, and when the session chooses another client.
 *
 * <p>Cost: one request's work at the start, then no thread and no query. {@code Last-Event-ID}
 * resumes; a browser sends it by itself.
 *
 * <p>Not a JAX-RS resource because those writers block: a slow browser would hold up the others.
 */
@WebServlet(urlPatterns = "/api/pulse/events", asyncSupported = true)
public class PulseEventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject private transient Door door;
    @Inject private transient CurrentCaller current;
    @Inject private transient ClientScopes scopes;
    @Inject private transient LivePulse pulse;
    @Inject private transient PulseHub hub;
    @Inject private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            ClientScope scope = scopes.of(door.forClient(Action.WATCH_PULSE));
            stream(request, response, scope);
            FleetUnreadableMapper.readable();
        } catch (AccessRefused e) {
            Problems.write(response, Problems.of(e));
        } catch (FleetUnreadable e) {
            response.setHeader("Retry-After", FleetUnreadableMapper.RETRY_AFTER);
            Problems.write(response, FleetUnreadableMapper.problem(e));
        }
    }

    private void stream(HttpServletRequest request, HttpServletResponse response, ClientScope scope)
            throws IOException {
        EventStream stream = new EventStream(hub);
        Viewer viewer =
                pulse.open(
                        scope,
                        lastSeen(request),
                        current.requireCaller().pass().key(),
                        stream::wake);
        boolean attached = false;
        try {
            if (!current.stillActsFor(viewer.client())) {
                throw new AccessRefused(AccessRefused.Reason.UNAUTHENTICATED);
            }
            headers(response);
            AsyncContext async = request.startAsync();
            async.setTimeout(longest());
            async.addListener(new EndsInTime(hub, viewer));
            stream.attach(async, viewer);
            attached = true;
        } finally {
            if (!attached) {
                hub.remove(viewer);
            }
        }
    }

    /** An administrator's look at a client ends by itself, with all that it has opened. */
    private long longest() {
        return current.viewingUntil()
                .map(until -> Math.max(1, Duration.between(clock.instant(), until).toMillis()))
                .orElse(0L); // as long as the session
    }

    private static void headers(HttpServletResponse response) {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache, no-transform");
        // nginx and those that follow it would keep events until a buffer is full.
        response.setHeader("X-Accel-Buffering", "no");
        // Every write goes straight to the socket and an unfinished one is noticed; the server's
        // own buffer would hide it, and would cost sixteen kilobytes for each viewer.
        response.setBufferSize(1);
    }

    /** A number that cannot be ours is taken for none: a snapshot is always right. */
    static OptionalLong lastSeen(HttpServletRequest request) {
        String header = request.getHeader("Last-Event-ID");
        return header != null && header.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(header))
                : OptionalLong.empty();
    }

    /** The default would start a stream without a body. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Allow", "GET");
        response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }
}
