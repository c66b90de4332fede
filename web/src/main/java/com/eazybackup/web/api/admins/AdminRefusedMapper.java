package com.eazybackup.web.api.admins;

import com.eazybackup.access.AdminRefused;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.ProblemExceptionMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What cannot be done to an administrator. */
@Provider
public class AdminRefusedMapper implements ExceptionMapper<AdminRefused> {

    @Override
    public Response toResponse(AdminRefused refused) {
        return new ProblemExceptionMapper()
                .toResponse(
                        new ProblemException(
                                refused.reason().conflict()
                                        ? ProblemCode.CONFLICT
                                        : ProblemCode.VALIDATION,
                                refused.getMessage()));
    }
}
