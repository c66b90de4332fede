package com.eazybackup.web.security;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletContext;

/**
 * Gives {@link AnswerHeaders} to every answer that has none of its own when it is sent. Filters do
 * not see what the container refuses before them, and what they have set is gone when a page fails.
 * Nothing reaches them that is no {@link PlainPath} or of which a part is missing ({@link
 * WholeRequests}).
 *
 * <p>Limit: answers of the listener (no HTTP at all, TRACE where the server forbids it) and of
 * other deployments are not ours.
 */
public class EveryAnswer implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(next -> first(new WholeRequests(next), context));
    }

    private static HttpHandler first(HttpHandler next, ServletContext context) {
        return exchange -> {
            exchange.addResponseCommitListener(answer -> complete(answer, context));
            if (PlainPath.is(exchange.getRequestURI())) {
                next.handleRequest(exchange);
            } else {
                exchange.setStatusCode(StatusCodes.BAD_REQUEST);
                exchange.endExchange();
            }
        };
    }

    private static void complete(HttpServerExchange answer, ServletContext context) {
        HeaderMap headers = answer.getResponseHeaders();
        AnswerHeaders.ALWAYS.forEach((name, value) -> putIfAbsent(headers, name, value));
        Object transport = context.getAttribute(AnswerHeaders.STRICT_TRANSPORT);
        if (transport instanceof String value) {
            putIfAbsent(headers, "Strict-Transport-Security", value);
        }
    }

    private static void putIfAbsent(HeaderMap headers, String name, String value) {
        HttpString header = new HttpString(name);
        if (!headers.contains(header)) {
            headers.put(header, value);
        }
    }
}
