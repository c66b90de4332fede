package com.eazybackup.acceptance;

import com.eazybackup.acceptance.Session.Answer;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** One request to a route of the table, and what became of it. */
final class Knock {

    /** A body that is JSON and means nothing anywhere, so that nothing is done for who may. */
    private static final String NONSENSE = "{\"no_such_field\":1}";

    private static final String STREAM = "/api/pulse/events";

    private Knock() {}

    /** What became of a request. */
    enum Fate {
        SENT_TO_SIGN_IN,
        REFUSED,
        LET_IN
    }

    /** A page refuses also by leading elsewhere, or by not being there. */
    static Fate fate(RouteRow row, Answer answer) {
        if (answer.status() >= 500) {
            throw new AssertionError(answer.toString());
        }
        if (answer.status() == 401 || toTheDoor(answer)) {
            return Fate.SENT_TO_SIGN_IN;
        }
        boolean elsewhere = !row.route().api() && answer.status() >= 300;
        return answer.status() == 403 || elsewhere ? Fate.REFUSED : Fate.LET_IN;
    }

    private static boolean toTheDoor(Answer answer) {
        return answer.status() == 303
                && answer.headers().get("location").get(0).startsWith("/signin");
    }

    /** With the session's secret; a write with a body has one that is refused as such. */
    static Answer at(RouteRow row, String path, Session caller) throws Exception {
        return at(row, path, caller, row.body().isEmpty() ? "" : NONSENSE);
    }

    /** With a body as it should be: for somebody who is to be refused whatever he says. */
    static Answer inEarnest(RouteRow row, String path, Session caller) throws Exception {
        return at(row, path, caller, row.body());
    }

    private static Answer at(RouteRow row, String path, Session caller, String body)
            throws Exception {
        if (row.route().path().equals(STREAM)) {
            return beginning(caller, path);
        }
        if (row.route().reads()) {
            return caller.send(caller.request(path).GET().build());
        }
        return write(row, path, caller, body);
    }

    static Answer write(RouteRow row, String path, Session caller, String body) throws Exception {
        return as(row, path, caller, body, "application/json");
    }

    static Answer as(RouteRow row, String path, Session caller, String body, String type)
            throws Exception {
        HttpRequest.Builder request = caller.request(path).header("X-EB-CSRF", caller.csrf());
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        return caller.send(request.method(row.route().method(), publisher(body)).build());
    }

    static Answer withoutTheSecret(RouteRow row, String path, Session caller) throws Exception {
        return caller.send(
                caller.request(path)
                        .header("Content-Type", "application/json")
                        .method(row.route().method(), publisher(row.body()))
                        .build());
    }

    private static BodyPublisher publisher(String body) {
        return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    /** A stream has no end: its head is looked at, and it is left. */
    private static Answer beginning(Session caller, String path) throws Exception {
        HttpResponse<InputStream> response =
                caller.http()
                        .send(caller.request(path).GET().build(), BodyHandlers.ofInputStream());
        response.body().close();
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("content-type").orElse(""),
                "",
                response.headers().map());
    }
}
