package com.eazybackup.web.api;

import com.eazybackup.platform.Reference;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers that JAX-RS itself gives: no such path, method or media type, a bad parameter. */
@Provider
public class ContainerAnswerMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException thrown) {
        if (thrown.getCause() instanceof JsonProcessingException trouble) {
            return new JsonTroubleMapper().toResponse(trouble);
        }
        Response given = thrown.getResponse();
        if (given.getStatus() < 400) {
            return given; // the automatic answer to OPTIONS comes as an exception, too
        }
        if (given.getStatus() >= 500) {
            return new LastResortMapper().toResponse(thrown);
        }
        Response.ResponseBuilder answer =
                Response.fromResponse(
                        Problems.answer(Problems.ofStatus(given.getStatus(), Reference.next())));
        String allow = given.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? answer : answer.header(HttpHeaders.ALLOW, allow)).build();
    }
}
