package com.eazybackup.web.api.operations;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.NothingDone;
import com.eazybackup.platform.OutageLog;
import com.eazybackup.platform.Reference;
import com.eazybackup.web.api.DatabaseAway;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;

/** The database is away: a moment's trouble, so the answer says when to ask again. */
@Provider
public class DatabaseUnavailableMapper implements ExceptionMapper<DatabaseUnavailable> {

    private static final Logger LOG = System.getLogger(DatabaseUnavailableMapper.class.getName());
    private static final OutageLog OUTAGE = new OutageLog(LOG, "The database does not answer");
    private static final String NOTHING_DONE =
            "The database does not answer at the moment, and nothing was done."
                    + " Please try again in a few seconds.";

    @Context Request request;

    /** Somebody was given an answer out of the database. */
    public static void answered() {
        OUTAGE.well();
    }

    @Override
    public Response toResponse(DatabaseUnavailable trouble) {
        Reference reference = OUTAGE.failed(trouble);
        return DatabaseAway.answer(
                request, trouble instanceof NothingDone, NOTHING_DONE, reference);
    }
}
