package com.eazybackup.comet.stream;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.jdk.client.JdkClientContainer;

/** Opens sockets with Tyrus; the server's own client is not used, it may be another one. */
final class Sockets {

    private static final int ROOM = 2;

    private Sockets() {}

    static void open(StreamTarget target, StreamConnection connection, StreamLimits limits)
            throws IOException, DeploymentException {
        ClientManager client = ClientManager.createClient(JdkClientContainer.class.getName());
        client.getProperties()
                .put(
                        ClientProperties.HANDSHAKE_TIMEOUT,
                        Math.toIntExact(limits.connect().toMillis()));
        // With room for more than is taken: only then is a larger frame told from a broken stream.
        client.getProperties()
                .put(ClientProperties.INCOMING_BUFFER_SIZE, ROOM * limits.largestFrame());
        client.setDefaultMaxTextMessageBufferSize(limits.largestFrame());
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
