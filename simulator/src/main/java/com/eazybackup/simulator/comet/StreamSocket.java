package com.eazybackup.simulator.comet;

import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One listener's socket with a thread and a queue of its own, so that a slow listener delays nobody
 * and frames keep their order.
 */
final class StreamSocket {

    /** What the sender does next. */
    private sealed interface Task {

        record Send(String text) implements Task {}

        record Close(int code, String reason) implements Task {}
    }

    private final WebSocketChannel channel;
    private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();

    StreamSocket(WebSocketChannel channel) {
        this.channel = channel;
        Thread sender = new Thread(this::sendAll, "stream-" + channel.getSourceAddress());
        sender.setDaemon(true);
        sender.start();
    }

    void send(String text) {
        tasks.add(new Task.Send(text));
    }

    /** Closes in good order, after everything that waits. */
    void close(int code, String reason) {
        tasks.add(new Task.Close(code, reason));
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
        }
    }

    private void sendAll() {
        try {
            while (channel.isOpen()) {
                Task task = tasks.take();
                if (task instanceof Task.Send send) {
                    WebSockets.sendTextBlocking(send.text(), channel);
                } else if (task instanceof Task.Close close) {
                    if (channel.isOpen()) {
                        WebSockets.sendCloseBlocking(close.code(), close.reason(), channel);
                    }
                    return;
                }
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
