package com.eazybackup.web.api.fleet;

import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.platform.OutageLog;
import com.eazybackup.platform.Reference;
import com.eazybackup.web.api.DatabaseAway;
import com.eazybackup.web.api.Problem;
import com.eazybackup.web.api.ProblemCode;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
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
    private static final String SENTENCE =
            "Your devices cannot be shown at the moment. Please try again in a few seconds.";

    @Context Request request;

    /** Somebody was given an answer out of the fleet's tables. */
    public static void readable() {
        OUTAGE.well();
    }

    @Override
    public Response toResponse(FleetUnreadable trouble) {
        return DatabaseAway.answer(request, false, SENTENCE, OUTAGE.failed(trouble));
    }

    /**
     * For what stands beside JAX-RS. Everybody who asks during one outage is shown its reference,
     * which the log has with the cause.
     */
    public static Problem problem(FleetUnreadable trouble) {
        Reference reference = OUTAGE.failed(trouble);
        return Problem.of(ProblemCode.INTERNAL, UNAVAILABLE, SENTENCE, reference);
    }
}
