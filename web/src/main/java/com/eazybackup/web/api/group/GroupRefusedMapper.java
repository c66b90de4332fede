package com.eazybackup.web.api.group;

import com.eazybackup.group.GroupRefused;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.ProblemExceptionMapper;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What cannot be done to a group. */
@Provider
public class GroupRefusedMapper implements ExceptionMapper<GroupRefused> {

    @Override
    public Response toResponse(GroupRefused refused) {
        return new ProblemExceptionMapper()
                .toResponse(new ProblemException(code(refused), refused.getMessage()));
    }

    static ProblemCode code(GroupRefused refused) {
        return refused.conflict() ? ProblemCode.CONFLICT : ProblemCode.VALIDATION;
    }
}
