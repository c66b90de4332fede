package com.eazybackup.web.api.fleet;

import com.eazybackup.fleet.FleetUnreadable;
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
public class FleetUnreadableMapper implements ExceptionMapper<FleetUnreadable> {

    /** What {@code Retry-After} says, in seconds. */
    public static final String RETRY_AFTER = "5";

    private static final Logger LOG = System.getLogger(FleetUnreadableMapper.class.getName());
    private static final OutageLog OUTAGE = new OutageLog(LOG, "The fleet cannot be read");
    private static final int UNAVAILABLE = 503;

    /** Somebody was given an answer out of the fleet's tables. */
    public static void readable() {
        OUTAGE.well();
    }

    @Override
    public Response toResponse(FleetUnreadable trouble) {
        return Response.status(UNAVAILABLE)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .entity(problem(trouble))
                .build();
    }

    /**
     * For what stands beside JAX-RS. Everybody who asks during one outage is shown its reference,
     * which the log has with the cause.
     */
    public static Problem problem(FleetUnreadable trouble) {
        Reference reference = OUTAGE.failed(trouble);
        return Problem.of(
                ProblemCode.INTERNAL,
                UNAVAILABLE,
                "Your devices cannot be shown at the moment. Please try again in a few seconds.",
                reference);
    }
}
