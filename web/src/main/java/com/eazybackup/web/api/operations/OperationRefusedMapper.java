package com.eazybackup.web.api.operations;

import com.eazybackup.operations.OperationRefused;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.ProblemExceptionMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What an operator asked for cannot be done now. */
@Provider
public class OperationRefusedMapper implements ExceptionMapper<OperationRefused> {

    private static final int UNAVAILABLE = 503;

    @Override
    public Response toResponse(OperationRefused refused) {
        String why = refused.getMessage();
        return new ProblemExceptionMapper()
                .toResponse(
                        switch (refused.reason()) {
                            case CONFLICT -> new ProblemException(ProblemCode.CONFLICT, why);
                            case UNWRITTEN ->
                                    new ProblemException(ProblemCode.INTERNAL, UNAVAILABLE, why);
                            case COMET_AWAY ->
                                    new ProblemException(ProblemCode.COMET_UNREACHABLE, why);
                            case COMET_REFUSED ->
                                    new ProblemException(ProblemCode.COMET_REFUSED, why);
                        });
    }
}
