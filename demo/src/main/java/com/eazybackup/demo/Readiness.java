package com.eazybackup.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Waits until the server says that it is ready and the first page answers. */
final class Readiness {

    private static final long LIMIT_SECONDS = 240;
    private static final long LOOK_MILLIS = 500;
    private static final long TELL_SECONDS = 5;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final Consumer<String> progress;
    private String last = "";

    Readiness(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * @throws StartFailed when the server ends or is not ready in time, with the end of its log
     */
    void await(PortalServer server, Ports ports) {
        URI health = URI.create("http://127.0.0.1:" + ports.management() + "/health/ready");
        URI page = URI.create("http://127.0.0.1:" + ports.http() + "/");
        long begun = System.nanoTime();
        long told = 0;
        // The page first: the server writes a warning for each question about a health that is not.
        while (!answers(page) || !answers(health)) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
            if (seconds >= LIMIT_SECONDS) {
                throw failed(
                        server,
                        "The server is not ready after " + seconds + " seconds (" + last + ").");
            }
            if (seconds >= told + TELL_SECONDS) {
                told = seconds;
                progress.accept("  … %d s".formatted(seconds));
            }
            if (endedWithin(server)) {
                throw failed(server, "The server ended while it was starting.");
            }
        }
    }

    private boolean answers(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        try {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            last = address + " answered " + status;
            return status == 200;
        } catch (IOException notYet) {
            last = address + " does not answer";
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while starting.", e);
        }
    }

    /** Also the pause between two looks. */
    private static boolean endedWithin(PortalServer server) {
        try {
            server.ended().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Interrupted while starting.", e);
        }
    }

    private static StartFailed failed(PortalServer server, String what) {
        return new StartFailed(
                "%s The last lines of %s:%n%s".formatted(what, server.log(), server.lastLines()));
    }
}
