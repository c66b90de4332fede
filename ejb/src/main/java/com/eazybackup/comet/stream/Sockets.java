package com.eazybackup.comet.stream;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.jdk.client.JdkClientContainer;

/** Opens sockets with Tyrus; the server's own client is not used, it may be another one. */
final class Sockets {

    /** A profile of a large account is a frame of some megabytes. */
    private static final int LARGEST_FRAME = 32 * 1024 * 1024;

    private Sockets() {}

    static void open(StreamTarget target, StreamConnection connection, Duration limit)
            throws IOException, DeploymentException {
        ClientManager client = ClientManager.createClient(JdkClientContainer.class.getName());
        client.getProperties()
                .put(ClientProperties.HANDSHAKE_TIMEOUT, Math.toIntExact(limit.toMillis()));
        client.getProperties().put(ClientProperties.INCOMING_BUFFER_SIZE, LARGEST_FRAME);
        client.setDefaultMaxTextMessageBufferSize(LARGEST_FRAME);
        URI address = target.withFilter();
        client.connectToServer(
                connection,
                ClientEndpointConfig.Builder.create()
                        .configurator(new Origin(target.origin()))
                        .build(),
                address);
    }

    private static final class Origin extends ClientEndpointConfig.Configurator {

        private final String origin;

        Origin(String origin) {
            this.origin = origin;
        }

        @Override
        public void beforeRequest(Map<String, List<String>> headers) {
            headers.put("Origin", List.of(origin));
        }
    }
}
