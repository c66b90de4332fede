package com.eazybackup.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire to a server of this machine that can hold an answer back: the server has given it, and it
 * has not arrived. What happens meanwhile is newer than what it says.
 */
public final class HoldingWire implements AutoCloseable {

    private static final String LAST_CHUNK = "0\r\n\r\n";
    private static final int PIECE = 1 << 16;

    /** One connection through the wire. */
    private static final class Line {
        private final Socket client;
        private final Socket server;
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private boolean holds;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }
    }

    private final ServerSocket entrance;
    private final int target;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile String path = "";

    private HoldingWire(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    public static HoldingWire to(int port) throws IOException {
        HoldingWire wire =
                new HoldingWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
        thread(wire::accept);
        return wire;
    }

    public URI origin() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /** Answers to requests of this path that begin from now on are held. */
    public void hold(String requestPath) {
        path = requestPath;
    }

    /** Waits until the server has given such an answer to its end. */
    public void awaitHeld() throws Exception {
        Until.holds("the server has answered " + path, () -> lines.stream().anyMatch(this::whole));
    }

    private boolean whole(Line line) {
        synchronized (line) {
            return line.holds
                    && line.held.toString(StandardCharsets.ISO_8859_1).endsWith(LAST_CHUNK);
        }
    }

    /** What is held arrives. */
    public void release() throws IOException {
        for (Line line : lines) {
            synchronized (line) {
                if (line.holds) {
                    line.holds = false;
                    line.held.writeTo(line.client.getOutputStream());
                    line.held.reset();
                }
            }
        }
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                Socket client = entrance.accept();
                Line line = new Line(client, new Socket(InetAddress.getLoopbackAddress(), target));
                lines.add(line);
                thread(() -> ask(line));
                thread(() -> answer(line));
            }
        } catch (IOException closed) {
            lines.forEach(HoldingWire::end);
        }
    }

    private void ask(Line line) {
        copy(
                line,
                line.client,
                (bytes, length) -> {
                    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
                    synchronized (line) {
                        line.holds |= !path.isEmpty() && text.contains("POST " + path + " ");
                    }
                    line.server.getOutputStream().write(bytes, 0, length);
                });
    }

    private void answer(Line line) {
        copy(
                line,
                line.server,
                (bytes, length) -> {
                    synchronized (line) {
                        OutputStream to = line.holds ? line.held : line.client.getOutputStream();
                        to.write(bytes, 0, length);
                    }
                });
    }

    /** Takes what has come. */
    private interface Taker {
        void take(byte[] bytes, int length) throws IOException;
    }

    private void copy(Line line, Socket from, Taker taker) {
        byte[] piece = new byte[PIECE];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                taker.take(piece, read);
            }
        } catch (IOException broken) {
            // Then the other half ends, too, as below.
            lines.remove(line);
        } finally {
            end(line);
            lines.remove(line);
        }
    }

    private static void end(Line line) {
        try {
            line.client.close();
            line.server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "holding-wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        lines.forEach(HoldingWire::end);
    }
}
