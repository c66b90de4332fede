package com.eazybackup.simulator.comet;

import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * One listener's socket with a thread and a queue of its own, so that a slow listener delays nobody
 * and frames keep their order.
 */
final class StreamSocket {

    /** What the sender does next. */
    private sealed interface Task {

        /** A text frame; whether its bytes are UTF-8 is the sender's affair. */
        record Send(ByteBuffer text) implements Task {}

        record Close(int code, String reason) implements Task {}

        /** Nothing is sent and nothing read until {@link #thaw}. */
        record Freeze() implements Task {}
    }

    private static final long LOOK_SECONDS = 1;

    private final WebSocketChannel channel;
    private final AllowList wanted;
    private final IntSupplier pingSeconds;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
    private final AtomicLong sent = new AtomicLong();
    private final Object ice = new Object();
    private boolean frozen;

    /**
     * @param pingSeconds after so long without a frame a ping goes out; 0 = never
     */
    StreamSocket(WebSocketChannel channel, AllowList wanted, IntSupplier pingSeconds) {
        this.channel = channel;
        this.wanted = wanted;
        this.pingSeconds = pingSeconds;
        Thread sender = new Thread(this::sendAll, "stream-" + channel.getSourceAddress());
        sender.setDaemon(true);
        sender.start();
    }

    String address() {
        return channel.getSourceAddress().toString().replaceFirst("^/", "");
    }

    /** Frames that went out. */
    long sent() {
        return sent.get();
    }

    boolean frozen() {
        synchronized (ice) {
            return frozen;
        }
    }

    boolean wants(int type) {
        return wanted.allows(type);
    }

    void send(String text) {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] text) {
        tasks.add(new Task.Send(ByteBuffer.wrap(text)));
    }

    /** Closes in good order, after everything that waits. */
    void close(int code, String reason) {
        tasks.add(new Task.Close(code, reason));
    }

    /** As when a cable is cut: the connection is there, and nothing moves, not even a pong. */
    void freeze() {
        synchronized (ice) {
            frozen = true;
        }
        channel.suspendReceives();
        tasks.add(new Task.Freeze());
    }

    void thaw() {
        synchronized (ice) {
            frozen = false;
            ice.notifyAll();
        }
        channel.resumeReceives();
    }

    /** The connection is gone, without a closing frame. */
    void kill() {
        tasks.clear();
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
            return;
        } finally {
            tasks.add(new Task.Close(1006, ""));
            synchronized (ice) {
                frozen = false;
                ice.notifyAll();
            }
        }
    }

    private void sendAll() {
        try {
            int quiet = 0;
            while (channel.isOpen()) {
                awaitThaw();
                Task task = tasks.poll(LOOK_SECONDS, TimeUnit.SECONDS);
                quiet = task == null ? quiet + 1 : 0;
                if (task instanceof Task.Send send) {
                    WebSockets.sendTextBlocking(send.text(), channel);
                    sent.incrementAndGet();
                } else if (task instanceof Task.Close close) {
                    if (channel.isOpen()) {
                        WebSockets.sendCloseBlocking(close.code(), close.reason(), channel);
                    }
                    return;
                } else if (task == null && pingIsDue(quiet)) {
                    WebSockets.sendPingBlocking(ByteBuffer.allocate(0), channel);
                    quiet = 0;
                }
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean pingIsDue(int quietSeconds) {
        int every = pingSeconds.getAsInt();
        return every > 0 && quietSeconds >= every;
    }

    private void awaitThaw() throws InterruptedException {
        synchronized (ice) {
            while (frozen) {
                ice.wait();
            }
        }
    }
}
