package com.eazybackup.web.api.operations;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.OutageLog;
import com.eazybackup.platform.Reference;
import com.eazybackup.web.api.Problem;
import com.eazybackup.web.api.ProblemCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;

/** The database is away: a moment's trouble, so the answer says when to ask again. */
@Provider
public class DatabaseUnavailableMapper implements ExceptionMapper<DatabaseUnavailable> {

    private static final Logger LOG = System.getLogger(DatabaseUnavailableMapper.class.getName());
    private static final OutageLog OUTAGE = new OutageLog(LOG, "The database does not answer");
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER = "5";

    /** Somebody was given an answer out of the database. */
    static void answered() {
        OUTAGE.well();
    }

    @Override
    public Response toResponse(DatabaseUnavailable trouble) {
        Reference reference = OUTAGE.failed(trouble);
        return Response.status(UNAVAILABLE)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .entity(
                        Problem.of(
                                ProblemCode.INTERNAL,
                                UNAVAILABLE,
                                "The database does not answer at the moment, and nothing was done."
                                        + " Please try again in a few seconds.",
                                reference))
                .build();
    }
}
