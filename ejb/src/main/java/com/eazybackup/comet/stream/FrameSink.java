package com.eazybackup.comet.stream;

/** Takes what one stream brings. */
public interface FrameSink {

    /**
     * The server has accepted the connection; frames follow. What happened before this moment will
     * not be told. Called on the reading thread, before the first frame: must not wait.
     */
    void opened();

    /**
     * Takes a frame. May wait for room: the socket is not read meanwhile, so the server's buffers
     * and not ours fill up. Nothing else may be waited for here.
     */
    void frame(String text) throws InterruptedException;

    /** How the stream stands has changed. Called on the supervisor's thread. */
    void changed(StreamStatus status);

    /** Somebody should be told. Called on the supervisor's thread, once in each outage. */
    void alert(StreamAlert alert);
}
