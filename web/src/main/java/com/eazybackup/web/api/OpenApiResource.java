package com.eazybackup.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;

/** {@code GET /api/openapi}: the contract, for everybody. */
@Path("/openapi")
@ApplicationScoped
public class OpenApiResource {

    static final String FILE = "/openapi.yaml";
    static final String MEDIA_TYPE = "application/openapi+yaml";

    @GET
    @Produces({MEDIA_TYPE, "application/yaml"})
    public byte[] contract() throws IOException {
        try (InputStream in = OpenApiResource.class.getResourceAsStream(FILE)) {
            return in.readAllBytes();
        }
    }
}
