package com.eazybackup.web.api;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.platform.Reference;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns problems into answers, for resources and for what stands beside JAX-RS. */
public final class Problems {

    private Problems() {}

    static Response answer(Problem problem) {
        return answer(problem, Map.of());
    }

    /**
     * @param more members that are this problem's own
     */
    static Response answer(Problem problem, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", problem.type());
        all.put("title", problem.title());
        all.put("status", problem.status());
        all.put("detail", problem.detail());
        all.put("code", problem.code());
        all.put("reference", problem.reference());
        all.putAll(more);
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(more.isEmpty() ? problem : all)
                .build();
    }

    /** For servlets, filters and the authentication mechanism. */
    public static void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(JsonFormat.MAPPER.writeValueAsBytes(problem));
    }

    public static Problem of(AccessRefused refused) {
        ProblemCode code =
                switch (refused.reason()) {
                    case UNAUTHENTICATED -> ProblemCode.UNAUTHENTICATED;
                    case NO_CLIENT_CHOSEN, OTHER_CLIENT, VIEWING_ENDED -> ProblemCode.CONFLICT;
                    case NO_CLIENT,
                            NO_ADMIN,
                            NOT_ALLOWED,
                            NOT_IN_SCOPE,
                            FIRST_THINGS_FIRST,
                            VIEWING ->
                            ProblemCode.FORBIDDEN;
                    case NOT_FOUND -> ProblemCode.NOT_FOUND;
                };
        return Problem.of(code, refused.getMessage(), Reference.next());
    }

    /**
     * What the server itself says when no resource was reached or none wanted to answer.
     *
     * @param status 400 to 599
     */
    public static Problem ofStatus(int status, Reference reference) {
        return switch (status) {
            case 401 ->
                    Problem.of(
                            ProblemCode.UNAUTHENTICATED,
                            new AccessRefused(AccessRefused.Reason.UNAUTHENTICATED).getMessage(),
                            reference);
            case 403 -> Problem.of(ProblemCode.FORBIDDEN, "You may not do this.", reference);
            case 404 ->
                    Problem.of(
                            ProblemCode.NOT_FOUND,
                            new AccessRefused(AccessRefused.Reason.NOT_FOUND).getMessage(),
                            reference);
            case 429 ->
                    Problem.of(
                            ProblemCode.TOO_MANY_REQUESTS,
                            "Too many attempts. Please wait a little and try again.",
                            reference);
            default ->
                    status >= 500
                            ? Problem.of(
                                    ProblemCode.INTERNAL, status, internal(reference), reference)
                            : Problem.of(
                                    ProblemCode.VALIDATION, status, mistake(status), reference);
        };
    }

    private static String mistake(int status) {
        return switch (status) {
            case 405 -> "This method is not possible at this address.";
            case 406 -> "The answer cannot be given in the form that was asked for.";
            case 413 -> "The request is too large.";
            case 415 -> "The body must be JSON, sent as application/json.";
            default -> "The request cannot be understood.";
        };
    }

    private static String internal(Reference reference) {
        return "Something went wrong on our side. Please tell us the reference "
                + reference
                + " if it happens again.";
    }
}
