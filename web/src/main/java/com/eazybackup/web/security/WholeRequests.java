package com.eazybackup.web.security;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueAcceptingHandler;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;

/**
 * Lets a request reach a thread when all of its body is here. The server has a few dozen threads
 * that may wait; some dozen senders that give a byte now and then, signed in or not, would keep all
 * of them, and with them everybody else, out.
 *
 * <p>Limits: bodies of more than {@value #MOST} bytes are refused before they are read, without a
 * word when their length was not announced; what is smaller and still too large for what it is, is
 * refused where it is known what it is. One operation takes up to {@value #MOST_OF_ASSIGNMENTS}. A
 * body that waits costs its memory and a connection.
 */
final class WholeRequests implements HttpHandler {

    static final int MOST = 128 * 1024;

    /** Ten thousand devices that are put into a group are named one by one. */
    static final int MOST_OF_ASSIGNMENTS = 1024 * 1024;

    private static final String ASSIGNMENTS = "/api/device-groups/assignments";

    /** As the server's buffers are on machines with more than 128 MB. */
    private static final int BUFFER = 16 * 1024;

    private static final AttachmentKey<Boolean> COMPLETE = AttachmentKey.create(Boolean.class);

    private final HttpHandler next;
    private final HttpHandler whole;
    private final HttpHandler wholeAssignments;

    WholeRequests(HttpHandler next) {
        this.next = next;
        whole = whole(next, MOST);
        wholeAssignments = whole(next, MOST_OF_ASSIGNMENTS);
    }

    private static HttpHandler whole(HttpHandler next, int most) {
        // One more than the largest body fills, so that none is handed on in part.
        HttpHandler buffers =
                new RequestBufferingHandler(
                        exchange -> {
                            exchange.putAttachment(COMPLETE, true);
                            next.handleRequest(exchange);
                        },
                        most / BUFFER + 1);
        return new HttpContinueAcceptingHandler(
                exchange -> {
                    exchange.getRequestHeaders().remove(Headers.EXPECT);
                    buffers.handleRequest(exchange);
                });
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        boolean assignments =
                exchange.getRequestMethod().equals(Methods.PUT)
                        && exchange.getRelativePath().equals(ASSIGNMENTS);
        int most = assignments ? MOST_OF_ASSIGNMENTS : MOST;
        if (exchange.isRequestComplete()) {
            next.handleRequest(exchange);
        } else if (exchange.getRequestContentLength() > most) {
            exchange.setStatusCode(StatusCodes.REQUEST_ENTITY_TOO_LARGE);
            exchange.setPersistent(false);
            exchange.endExchange();
        } else {
            exchange.setMaxEntitySize(most);
            exchange.addResponseCommitListener(WholeRequests::sendersFault);
            (assignments ? wholeAssignments : whole).handleRequest(exchange);
        }
    }

    /** Of a body that ends in the midst, or goes on too long, Undertow says that we have failed. */
    private static void sendersFault(HttpServerExchange answer) {
        if (answer.getAttachment(COMPLETE) == null) {
            answer.setStatusCode(StatusCodes.BAD_REQUEST);
        }
    }
}
