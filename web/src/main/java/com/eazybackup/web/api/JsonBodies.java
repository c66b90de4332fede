package com.eazybackup.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * A body is JSON and says so. Forms of other sites can send three media types without being asked
 * whether they may, and JSON is none of them; held here for every resource, whatever it declares.
 */
@Provider
@PreMatching
public class JsonBodies implements ContainerRequestFilter {

    private static final int UNSUPPORTED = 415;

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean json = type != null && MediaType.APPLICATION_JSON_TYPE.isCompatible(type);
        if (!json && (type != null || request.hasEntity())) {
            throw new ProblemException(
                    ProblemCode.VALIDATION,
                    UNSUPPORTED,
                    "The body must be JSON, sent as application/json.");
        }
    }
}
