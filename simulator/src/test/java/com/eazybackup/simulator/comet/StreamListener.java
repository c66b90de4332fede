package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;

/** A listener on the stream, as any client would be one. */
public final class StreamListener {

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> pinged = new CompletableFuture<>();

    static StreamListener connect(URI origin, String... frames) {
        return connectTo(origin, "", frames);
    }

    /**
     * @param query of the address, with its question mark
     */
    static StreamListener connectTo(URI origin, String query, String... frames) {
        StreamListener listener = new StreamListener();
        Socket socket =
                listener
                .new Socket(
                        URI.create(
                                "ws" + origin.toString().substring(4) + EventStream.PATH + query));
        socket.addHeader("Origin", origin.toString());
        socket.setDaemon(true);
        try {
            if (!socket.connectBlocking(10, TimeUnit.SECONDS)) {
                throw new AssertionError("No connection to " + origin);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        for (String frame : frames) {
            socket.send(frame);
        }
        return listener;
    }

    public static StreamListener signedIn(SimulatedCometServer server) throws Exception {
        return signedIn(server, "");
    }

    static StreamListener signedIn(SimulatedCometServer server, String query) throws Exception {
        StreamListener listener =
                connectTo(
                        server.origin(),
                        query,
                        server.access().username(),
                        "Password",
                        server.access().password(),
                        "",
                        "");
        if (!"200 OK".equals(listener.text()) || listener.event().path("Type").asInt() != 4000) {
            throw new AssertionError("No welcome");
        }
        return listener;
    }

    public String text() throws InterruptedException {
        String text = texts.poll(10, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("No frame within ten seconds");
        }
        return text;
    }

    JsonNode event() throws InterruptedException, IOException {
        return Json.MAPPER.readTree(text());
    }

    /** The closing code; 1006 when the connection just went away. */
    public int closeCode() throws Exception {
        return closed.get(10, TimeUnit.SECONDS);
    }

    /** Waits for the server's ping. */
    void awaitPing() throws Exception {
        pinged.get(10, TimeUnit.SECONDS);
    }

    boolean wasPinged() {
        return pinged.isDone();
    }

    boolean isSilent() {
        return texts.isEmpty();
    }

    private final class Socket extends WebSocketClient {

        Socket(URI address) {
            super(address);
            // The library's own watch for dead connections: these tests decide what is dead.
            setConnectionLostTimeout(0);
        }

        @Override
        public void onOpen(ServerHandshake handshake) {
            // The frames are sent by the one who connects.
        }

        @Override
        public void onMessage(String message) {
            texts.add(message);
        }

        @Override
        public void onWebsocketPing(WebSocket socket, Framedata frame) {
            super.onWebsocketPing(socket, frame);
            pinged.complete(null);
        }

        @Override
        public void onClose(int code, String reason, boolean remote) {
            closed.complete(code);
        }

        @Override
        public void onError(Exception error) {
            closed.complete(1006);
        }
    }
}
