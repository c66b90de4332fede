package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.EventKind;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.fleet.FleetEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.spi.WebSocketHttpExchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * {@code /api/v1/events/stream}: five text frames in (user name, kind of authentication, password,
 * session key, one-time code), one text frame out, then events.
 */
public final class EventStream implements WebSocketConnectionCallback {

    /**
     * Somebody who listens.
     *
     * @param frames how many were sent
     */
    public record Viewer(String address, long frames, boolean frozen) {}

    /** What is sent of an event. */
    record Frame(int type, String text) {}

    static final String PATH = "/api/v1/events/stream";
    private static final int HANDSHAKE_FRAMES = 5;

    private final Credentials credentials;
    private final Switches switches;
    private final EventFrames frames;
    private final Supplier<FleetEvent> hello;
    private final Set<StreamSocket> accepted = ConcurrentHashMap.newKeySet();
    private final List<Frame> held = new ArrayList<>();
    private long framesUntilKill = Long.MAX_VALUE;

    EventStream(
            Credentials credentials, Switches switches, Supplier<JsonNode> version, Fleet fleet) {
        this.credentials = credentials;
        this.switches = switches;
        this.frames = new EventFrames(switches, fleet);
        this.hello =
                () ->
                        new FleetEvent(
                                EventKind.META_HELLO,
                                Fleet.ADMIN,
                                "",
                                fleet.now(),
                                Optional.of(version.get()));
    }

    /** How many listeners are signed in. */
    public int sockets() {
        return accepted.size();
    }

    public List<Viewer> viewers() {
        return accepted.stream()
                .map(socket -> new Viewer(socket.address(), socket.sent(), socket.frozen()))
                .toList();
    }

    /** Ends every connection without a word. */
    public void killAll() {
        List<StreamSocket> all = List.copyOf(accepted);
        accepted.clear();
        all.forEach(StreamSocket::kill);
    }

    /** {@link #killAll} as soon as so many more frames were sent. */
    public void killAfter(int moreFrames) {
        synchronized (held) {
            framesUntilKill = moreFrames;
        }
    }

    /** Ends every connection with a closing frame. */
    public void closeAll(int code, String reason) {
        List<StreamSocket> all = List.copyOf(accepted);
        accepted.clear();
        all.forEach(socket -> socket.close(code, reason));
    }

    /** Sends any text to every listener, for example what is no JSON at all. */
    public void sendRaw(String text) {
        accepted.forEach(socket -> socket.send(text));
    }

    /** Sends a frame that is wrong in that way to every listener. */
    public void poison(Poison poison) {
        byte[] bytes = poison.of(frames.sample());
        accepted.forEach(socket -> socket.send(bytes));
    }

    /** Nothing is sent until {@link #unstall()}; connections stay open. */
    public void stall() {
        switches.stalled = true;
    }

    /** What was held back goes out, late. */
    public void unstall() {
        switches.stalled = false;
        synchronized (held) {
            flush();
        }
    }

    /**
     * Connections of now stay open and are dead: nothing is sent, nothing read, no ping answered.
     * New ones are served.
     */
    public void freeze() {
        accepted.forEach(StreamSocket::freeze);
    }

    /** Whatever was frozen goes on where it stopped. */
    public void thaw() {
        accepted.forEach(StreamSocket::thaw);
    }

    /** The fleet's events arrive here, in order. */
    void accept(FleetEvent event) {
        frame(event).ifPresent(this::publish);
    }

    /**
     * @return nothing when the listener is not told of such an event
     */
    Optional<Frame> frame(FleetEvent event) {
        return frames.seen(event)
                ? frames.frame(event).map(text -> new Frame(event.kind().number(), text))
                : Optional.empty();
    }

    /** Sends what {@link #frame} made, as the switches want it. */
    void publish(Frame frame) {
        synchronized (held) {
            for (int copy = 0; copy < switches.copiesOfEachFrame; copy++) {
                held.add(frame);
            }
            if (switches.stalled) {
                return;
            }
            if (switches.swappedPairs) {
                if (held.size() < 2) {
                    return;
                }
                Collections.reverse(held);
            }
            flush();
        }
    }

    private void flush() {
        for (Frame frame : held) {
            accepted.stream()
                    .filter(socket -> socket.wants(frame.type()))
                    .forEach(socket -> socket.send(frame.text()));
            framesUntilKill--;
            if (framesUntilKill <= 0) {
                framesUntilKill = Long.MAX_VALUE;
                killAll();
            }
        }
        held.clear();
    }

    @Override
    public void onConnect(WebSocketHttpExchange exchange, WebSocketChannel channel) {
        List<String> lists = exchange.getRequestParameters().getOrDefault("allowList", List.of());
        String allowList = lists.isEmpty() ? "" : lists.get(0);
        StreamSocket socket =
                new StreamSocket(
                        channel,
                        AllowList.of(allowList, switches.allowListForm),
                        () -> switches.pingSeconds);
        channel.addCloseTask(
                closed -> {
                    accepted.remove(socket);
                    socket.kill();
                });
        channel.getReceiveSetter().set(new Handshake(socket));
        channel.resumeReceives();
    }

    /** Collects the five frames; whatever comes afterwards is ignored. */
    private final class Handshake extends AbstractReceiveListener {

        private final StreamSocket socket;
        private final List<String> received = new ArrayList<>();

        Handshake(StreamSocket socket) {
            this.socket = socket;
        }

        @Override
        protected void onFullTextMessage(WebSocketChannel channel, BufferedTextMessage message) {
            received.add(message.getData());
            if (received.size() == HANDSHAKE_FRAMES) {
                decide();
            }
        }

        private void decide() {
            boolean right =
                    credentials.accepts(
                            new Proof(
                                    received.get(0),
                                    received.get(1),
                                    received.get(2),
                                    received.get(3),
                                    received.get(4)));
            if (!right || switches.refuseStreams) {
                socket.send(switches.refusalText);
                socket.close(switches.refusalCloseCode, "refused");
                return;
            }
            // Made before the lock: it asks the fleet, whose own lock comes first.
            Optional<String> welcome = frames.frame(hello.get());
            // One step: what happens after a listener has read its hello must reach it.
            synchronized (held) {
                socket.send("200 OK");
                welcome.ifPresent(socket::send);
                accepted.add(socket);
            }
        }
    }
}
