package com.eazybackup.web.api;

import com.eazybackup.access.AccessRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The caller may not. */
@Provider
public class AccessRefusedMapper implements ExceptionMapper<AccessRefused> {

    @Override
    public Response toResponse(AccessRefused refused) {
        return Problems.answer(Problems.of(refused));
    }
}
