package com.eazybackup.web.security;

import com.eazybackup.platform.ReverseProxies;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.servlet.ServletContext;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Puts the caller's address and scheme in the place of the proxy's, before anything else looks at a
 * request, where {@code EB_PROXY} names the proxy: an extension of the container, so that it is the
 * same on a server of somebody else's. Undertow has its own way ({@code proxy-address-forwarding}),
 * which believes everybody, and the first entry, which any caller can write.
 */
public class BehindProxy implements ServletExtension {

    private static final int NO_PORT = 0;

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        deployment.addInitialHandlerChainWrapper(
                next ->
                        exchange -> {
                            if (context.getAttribute(KnownProxies.ATTRIBUTE)
                                    instanceof ReverseProxies proxies) {
                                see(exchange, proxies);
                            }
                            next.handleRequest(exchange);
                        });
    }

    static void see(HttpServerExchange exchange, ReverseProxies proxies) {
        if (!proxies.include(exchange.getSourceAddress().getAddress())) {
            return;
        }
        proxies.scheme(all(exchange, Headers.X_FORWARDED_PROTO))
                .ifPresent(exchange::setRequestScheme);
        proxies.caller(all(exchange, Headers.X_FORWARDED_FOR))
                .ifPresent(
                        caller ->
                                exchange.setSourceAddress(new InetSocketAddress(caller, NO_PORT)));
    }

    private static List<String> all(HttpServerExchange exchange, HttpString name) {
        HeaderValues values = exchange.getRequestHeaders().get(name);
        return values == null ? List.of() : List.copyOf(values);
    }
}
