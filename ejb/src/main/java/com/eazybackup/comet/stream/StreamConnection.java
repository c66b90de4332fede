package com.eazybackup.comet.stream;

import com.eazybackup.comet.CometCredentials;
import com.eazybackup.comet.stream.Signs.Ending;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.core.WebSocketException;

/**
 * One connection, from the opened socket to its end. The container calls it on its reading thread;
 * the supervisor waits on the other side. Its first frame is the answer to the sign-in, all others
 * go to the sink.
 */
final class StreamConnection extends Endpoint {

    private static final String OVERFLOW = "Buffer overflow.";
    private static final String LARGE = "a frame was larger than we take";

    private final CometCredentials credentials;
    private final FrameSink sink;
    private final int largestFrame;
    private final Semaphore changed = new Semaphore(0);

    private volatile boolean answered;
    private volatile Session session;
    private volatile String refusal = "";
    private volatile Ending ending;
    private volatile boolean reading;
    private volatile boolean event;
    private volatile long lastFrame = System.nanoTime();
    private volatile long lastPong = Signs.NEVER;

    /**
     * @param largestFrame in characters
     */
    StreamConnection(CometCredentials credentials, FrameSink sink, int largestFrame) {
        this.credentials = credentials;
        this.sink = sink;
        this.largestFrame = largestFrame;
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
        if (ending != null) {
            return;
        }
        if (text.length() > largestFrame) {
            end(new Ending(Ending.TOO_BIG, LARGE));
            return;
        }
        if (!answered) {
            answer(text);
            return;
        }
        reading = true;
        if (!event) {
            event = true;
            changed.release();
        }
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
        if (Handshake.accepted(text)) {
            sink.opened();
        } else {
            refusal = Handshake.shown(text);
            if (refusal.isEmpty()) {
                refusal = "(nothing)";
            }
        }
        answered = true;
        changed.release();
    }

    @Override
    public void onClose(Session closed, CloseReason why) {
        end(closedWith(why));
    }

    @Override
    public void onError(Session failed, Throwable trouble) {
        end(
                trouble instanceof WebSocketException protocol
                        ? closedWith(protocol.getCloseReason())
                        : Ending.broken("the stream broke: " + trouble.getClass().getSimpleName()));
    }

    private static Ending closedWith(CloseReason why) {
        // So Tyrus names a frame for which its buffer has no room: larger by far than what we take.
        boolean overflow = OVERFLOW.equals(why.getReasonPhrase());
        int code = overflow ? Ending.TOO_BIG : why.getCloseCode().getCode();
        return new Ending(
                code, code == Ending.TOO_BIG ? LARGE : "the stream was closed with code " + code);
    }

    private void end(String why) {
        end(Ending.broken(why));
    }

    private void end(Ending how) {
        if (ending == null) {
            ending = how;
        }
        changed.release();
    }

    /** Waits until something has changed that the supervisor should look at, or a while. */
    void awaitChange(Duration limit) throws InterruptedException {
        if (changed.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            changed.drainPermits();
        }
    }

    Signs signs() {
        // The end is read first: what came before it then counts.
        Optional<Ending> how = Optional.ofNullable(ending);
        return new Signs(answered, refusal, event, reading, lastFrame, lastPong, how);
    }

    void ping() {
        try {
            session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException e) {
            end("the stream broke while asking whether the server is there");
        }
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
