package com.eazybackup.web.api;

import com.eazybackup.platform.Reference;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** What people are told while the database does not answer. */
public final class DatabaseAway {

    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER = "5";
    private static final Set<String> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String UNKNOWN =
            "The database does not answer at the moment, and whether this was done is not known."
                    + " Please look before you try it again.";

    private DatabaseAway() {}

    /**
     * @param sentence where nothing was changed
     * @param nothingDone whether that is sure; it is of what only reads
     */
    public static Response answer(
            Request request, boolean nothingDone, String sentence, Reference reference) {
        boolean sure = nothingDone || READS.contains(request.getMethod());
        Problem problem =
                Problem.of(
                        sure ? ProblemCode.INTERNAL : ProblemCode.END_UNKNOWN,
                        UNAVAILABLE,
                        sure ? sentence : UNKNOWN,
                        reference);
        return Response.status(UNAVAILABLE)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .entity(problem)
                .build();
    }
}
