package com.eazybackup.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Reads server-sent events as an EventSource does. */
final class EventReader implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private volatile String lastId = "";

    private EventReader(HttpResponse<InputStream> response) {
        this.response = response;
        Thread reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    /** Reads what was asked for elsewhere. */
    static EventReader of(HttpResponse<InputStream> response) {
        return new EventReader(response);
    }

    static EventReader open(Session session) throws IOException, InterruptedException {
        return open(session, "");
    }

    static EventReader open(Session session, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                session.request("/api/pulse/events").header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new EventReader(session.http().send(request.build(), BodyHandlers.ofInputStream()));
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    String lastId() {
        return lastId;
    }

    /** The next message that fits, within the time; others before it are passed over. */
    Message await(Duration time, Predicate<Message> wanted) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<String> passed = new ArrayList<>();
        while (true) {
            Message message =
                    messages.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (message == null) {
                throw new AssertionError("no such message within " + time + "; came: " + passed);
            }
            if (wanted.test(message)) {
                return message;
            }
            passed.add(message.kind());
        }
    }

    /** All that has come so far. */
    List<Message> drain() {
        List<Message> all = new ArrayList<>();
        messages.drainTo(all);
        return all;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("data:")) {
                    JsonNode data = JSON.readTree(line.substring(5));
                    lastId = id;
                    messages.add(new Message(id, data.path("kind").asText(), data));
                } else if (line.startsWith(":")) {
                    messages.add(new Message("", "comment", JSON.createObjectNode()));
                }
            }
            messages.add(new Message("", "ended", JSON.createObjectNode()));
        } catch (IOException e) {
            // Closing the reader ends the connection, and that ends this.
            messages.add(new Message("", "closed", JSON.createObjectNode()));
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Message(String id, String kind, JsonNode data) {

        boolean isJob(String kind, String jobId) {
            return kind().equals(kind) && data.at("/job/job_id").asText().equals(jobId);
        }
    }
}
