package com.eazybackup.simulator.mail;

import com.eazybackup.simulator.http.LoopbackServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.undertow.util.Headers;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An SMTP server on 127.0.0.1, without encryption and without a password, and a page that shows
 * what it was given. {@link #stop} and {@link #start()} make it go and come back, with all that it
 * has.
 */
public final class SimulatedMailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** Held, because the logging framework forgets the level of a logger that nobody holds. */
    private static final Logger QUIET = Logger.getLogger("com.icegreen");

    static {
        QUIET.setLevel(Level.WARNING);
    }

    private final List<ReceivedMail> former = Collections.synchronizedList(new ArrayList<>());
    private final int port;
    private final LoopbackServer page;
    private GreenMail server;

    private SimulatedMailServer(int port, int pagePort) {
        this.server = open(port);
        this.port = server.getSmtp().getPort();
        this.page =
                LoopbackServer.start(
                        pagePort,
                        exchange -> {
                            exchange.getResponseHeaders()
                                    .put(Headers.CONTENT_TYPE, "text/html; charset=utf-8")
                                    .put(Headers.CACHE_CONTROL, "no-store");
                            exchange.getResponseSender().send(MailPage.of(received()));
                        });
    }

    /**
     * @param port of SMTP, 0 for a free one
     * @param pagePort of the page, 0 for a free one
     */
    public static SimulatedMailServer start(int port, int pagePort) {
        return new SimulatedMailServer(port, pagePort);
    }

    private static GreenMail open(int port) {
        ServerSetup setup = new ServerSetup(port, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }

    public int port() {
        return port;
    }

    /** Where a person reads the mails. */
    public URI page() {
        return page.origin().resolve("/");
    }

    /**
     * @return all that came, the oldest first
     */
    public synchronized List<ReceivedMail> received() {
        List<ReceivedMail> all = new ArrayList<>(former);
        if (server != null) {
            Arrays.stream(server.getReceivedMessages()).map(ReceivedMail::of).forEach(all::add);
        }
        return all;
    }

    /**
     * @return those to one address, the oldest first
     */
    public List<ReceivedMail> to(String recipient) {
        return received().stream().filter(mail -> mail.recipients().contains(recipient)).toList();
    }

    /** Goes away, as a mail server does that is being maintained. */
    public synchronized void stop() {
        if (server != null) {
            former.addAll(
                    Arrays.stream(server.getReceivedMessages()).map(ReceivedMail::of).toList());
            server.stop();
            server = null;
        }
    }

    /** Comes back, at the same port. */
    public synchronized void start() {
        if (server == null) {
            server = open(port);
        }
    }

    @Override
    public void close() {
        page.close();
        stop();
    }
}
