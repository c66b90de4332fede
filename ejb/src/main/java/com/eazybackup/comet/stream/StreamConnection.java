package com.eazybackup.comet.stream;

import com.eazybackup.comet.CometCredentials;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One connection, from the opened socket to its end. The container calls it on its reading thread;
 * the supervisor waits on the other side. Its first frame is the answer to the sign-in, all others
 * go to the sink.
 */
final class StreamConnection extends Endpoint {

    private static final long NEVER = 0;

    private final CometCredentials credentials;
    private final FrameSink sink;
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile Session session;
    private volatile boolean accepted;
    private volatile String refusal = "";
    private volatile String reason = "";
    private volatile boolean reading;
    private volatile boolean event;
    private volatile long lastFrame = System.nanoTime();
    private volatile long lastPong = NEVER;

    StreamConnection(CometCredentials credentials, FrameSink sink) {
        this.credentials = credentials;
        this.sink = sink;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        session = opened;
        // Named classes: the container reads the kind of message from their type parameters.
        opened.addMessageHandler(String.class, new Frames());
        opened.addMessageHandler(PongMessage.class, new Pongs());
        try {
            for (String frame : Handshake.frames(credentials)) {
                opened.getBasicRemote().sendText(frame);
            }
        } catch (IOException e) {
            end("the sign-in could not be sent");
        }
    }

    private void take(String text) {
        lastFrame = System.nanoTime();
        if (answered.getCount() > 0) {
            answer(text);
            return;
        }
        event = true;
        reading = true;
        try {
            sink.frame(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end("this process is ending");
        } finally {
            // Waiting for room is not the server's silence.
            lastFrame = System.nanoTime();
            reading = false;
        }
    }

    private void answer(String text) {
        accepted = Handshake.accepted(text);
        if (accepted) {
            sink.opened();
        } else {
            refusal = Handshake.shown(text);
        }
        answered.countDown();
    }

    @Override
    public void onClose(Session closed, CloseReason why) {
        int code = why.getCloseCode().getCode();
        end("the server closed the stream with code " + code);
    }

    @Override
    public void onError(Session failed, Throwable trouble) {
        end("the stream broke: " + trouble.getClass().getSimpleName());
    }

    private void end(String why) {
        if (reason.isEmpty()) {
            reason = why;
        }
        ended.countDown();
        answered.countDown();
    }

    /**
     * @return whether an answer came, or the end
     */
    boolean awaitAnswer(Duration limit) throws InterruptedException {
        return answered.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * @return whether it has ended
     */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean accepted() {
        return accepted;
    }

    /**
     * @return what the server said instead of accepting; empty when it said nothing
     */
    String refusal() {
        return refusal;
    }

    String reason() {
        return reason;
    }

    /**
     * @return whether an event has come
     */
    boolean hasEvent() {
        return event;
    }

    /**
     * @return since when nothing has come; zero while a frame waits for room on our side
     */
    Duration silence() {
        return reading ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastFrame);
    }

    void ping() {
        try {
            session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException e) {
            end("the stream broke while asking whether the server is there");
        }
    }

    /**
     * @return whether the other side once answered and now has not for so long
     */
    boolean gone(Duration limit) {
        return !reading
                && lastPong != NEVER
                && System.nanoTime() - Math.max(lastPong, lastFrame) > limit.toNanos();
    }

    void close() {
        Session open = session;
        if (open == null || !open.isOpen()) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            // It is gone already, which is what was wanted.
            end("closed");
        }
    }

    private final class Frames implements MessageHandler.Whole<String> {
        @Override
        public void onMessage(String text) {
            take(text);
        }
    }

    private final class Pongs implements MessageHandler.Whole<PongMessage> {
        @Override
        public void onMessage(PongMessage pong) {
            lastPong = System.nanoTime();
        }
    }
}
