package com.eazybackup.demo;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server that answers 200 to everything: what a start script of a fake server home runs. */
final class StandInServer {

    private StandInServer() {}

    public static void main(String[] arguments) throws IOException {
        for (String variable : new String[] {"EB_HTTP_PORT", "EB_MANAGEMENT_PORT"}) {
            int port = Integer.parseInt(System.getenv(variable));
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
            server.start();
        }
    }

    /**
     * @param lines what the home's bin/standalone.sh does
     */
    static Path home(Path directory, String... lines) throws IOException {
        Path script = directory.resolve("bin/standalone.sh");
        Files.createDirectories(script.getParent());
        Files.createDirectories(directory.resolve("standalone/deployments"));
        Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("Cannot make executable: " + script);
        }
        return directory;
    }

    /** The command that runs this class in a Java of its own, as a child of the script. */
    static String command() {
        return "\"$JAVA_HOME/bin/java\" -cp '%s' %s & wait"
                .formatted(System.getProperty("java.class.path"), StandInServer.class.getName());
    }
}
