package com.eazybackup.web.api;

import java.time.Duration;
import java.util.Optional;

/** Thrown by a resource to answer with a problem. The message is the detail, fit for a customer. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final int status;
    private final transient Optional<Duration> retryAfter;

    public ProblemException(ProblemCode code, String detail) {
        this(code, code.status(), detail, Optional.empty());
    }

    ProblemException(ProblemCode code, int status, String detail, Optional<Duration> retryAfter) {
        super(detail);
        this.code = code;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public ProblemCode code() {
        return code;
    }

    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
