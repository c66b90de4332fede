package com.eazybackup.simulator.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** An HTTP server on 127.0.0.1. */
public final class LoopbackServer implements AutoCloseable {

    private static final int WORKERS = 24;

    /** Held, because the logging framework forgets the level of a logger that nobody holds. */
    private static final List<Logger> QUIET =
            Stream.of("org.xnio", "org.jboss.threads", "io.undertow")
                    .map(Logger::getLogger)
                    .toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private final Undertow undertow;
    private final URI origin;

    private LoopbackServer(Undertow undertow) {
        this.undertow = undertow;
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        this.origin = URI.create("http://127.0.0.1:" + address.getPort());
    }

    /**
     * @param port 0 for a free one
     */
    public static LoopbackServer start(int port, HttpHandler handler) {
        Undertow undertow =
                Undertow.builder()
                        .addHttpListener(port, "127.0.0.1")
                        .setIoThreads(2)
                        .setWorkerThreads(WORKERS)
                        .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                        .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, 500)
                        .setHandler(handler)
                        .build();
        undertow.start();
        return new LoopbackServer(undertow);
    }

    /** Scheme, host and port, for example {@code http://127.0.0.1:8060}. */
    public URI origin() {
        return origin;
    }

    @Override
    public void close() {
        undertow.stop();
    }
}
