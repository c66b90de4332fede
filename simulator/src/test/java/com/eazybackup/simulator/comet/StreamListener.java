package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener on the stream, as any client would be one. */
public final class StreamListener implements WebSocket.Listener {

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> pinged = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();

    static StreamListener connect(URI origin, String... frames) {
        return connectTo(origin, "", frames);
    }

    /**
     * @param query of the address, with its question mark
     */
    static StreamListener connectTo(URI origin, String query, String... frames) {
        StreamListener listener = new StreamListener();
        URI address = URI.create("ws" + origin.toString().substring(4) + EventStream.PATH + query);
        WebSocket socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Origin", origin.toString())
                        .buildAsync(address, listener)
                        .join();
        for (String frame : frames) {
            socket.sendText(frame, true).join();
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

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            texts.add(part.toString());
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
        pinged.complete(null);
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.complete(1006);
    }
}
