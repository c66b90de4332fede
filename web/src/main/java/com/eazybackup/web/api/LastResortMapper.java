package com.eazybackup.web.api;

import com.eazybackup.platform.Reference;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The outermost place: whatever nobody expected is logged whole and told as a reference only. */
@Provider
public class LastResortMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(LastResortMapper.class.getName());

    @Override
    public Response toResponse(Throwable trouble) {
        Reference reference = Reference.next();
        LOG.log(Level.ERROR, reference + " a request to the API failed", trouble);
        return Problems.answer(Problems.ofStatus(500, reference));
    }
}
