package com.eazybackup.web.api;

import com.eazybackup.platform.Reference;
import com.eazybackup.whmcs.WhmcsException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** WHMCS did not do what an operation needs; whose fault that is stays in the log. */
@Provider
public class WhmcsExceptionMapper implements ExceptionMapper<WhmcsException> {

    private static final Logger LOG = System.getLogger(WhmcsExceptionMapper.class.getName());

    @Override
    public Response toResponse(WhmcsException trouble) {
        Reference reference = Reference.next();
        LOG.log(Level.ERROR, reference + " " + trouble.kind(), trouble);
        return Problems.answer(
                Problem.of(
                        ProblemCode.WHMCS_UNREACHABLE,
                        "The customer system does not answer at the moment. Please try again later.",
                        reference));
    }
}
