package com.eazybackup.web.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What a resource says itself. */
@Provider
public class ProblemExceptionMapper implements ExceptionMapper<ProblemException> {

    @Override
    public Response toResponse(ProblemException thrown) {
        Response answer = Problems.answer(thrown.problem(), thrown.more());
        return thrown.retryAfter()
                .map(
                        seconds ->
                                Response.fromResponse(answer)
                                        .header(HttpHeaders.RETRY_AFTER, seconds)
                                        .build())
                .orElse(answer);
    }
}
