package com.eazybackup.web.api;

import com.eazybackup.platform.Reference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Thrown by a resource to answer with a problem. The message is the detail, fit for a customer. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final int status;
    private final String reference;
    private final long retrySeconds;

    /** What a program needs beside the sentence. */
    private final transient Map<String, Object> more;

    public ProblemException(ProblemCode code, String detail) {
        this(code, code.status(), detail, Reference.next(), 0);
    }

    /** For trouble that was logged already, with the reference that it was logged with. */
    public ProblemException(ProblemCode code, String detail, Reference reference) {
        this(code, code.status(), detail, reference, 0);
    }

    /** For a caller who may come again later. */
    public ProblemException(ProblemCode code, String detail, Duration retryAfter) {
        this(code, code.status(), detail, Reference.next(), Math.max(1, retryAfter.toSeconds()));
    }

    /** With another status than the code's usual one. */
    public ProblemException(ProblemCode code, int status, String detail) {
        this(code, status, detail, Reference.next(), 0);
    }

    /**
     * With members of its own, as RFC 9457 allows.
     *
     * @param more by name; a null is written as one
     */
    public ProblemException(ProblemCode code, String detail, Map<String, Object> more) {
        this(code, code.status(), detail, Reference.next(), 0, more);
    }

    private ProblemException(
            ProblemCode code, int status, String detail, Reference reference, long retrySeconds) {
        this(code, status, detail, reference, retrySeconds, Map.of());
    }

    private ProblemException(
            ProblemCode code,
            int status,
            String detail,
            Reference reference,
            long retrySeconds,
            Map<String, Object> more) {
        super(detail);
        this.more = more;
        this.code = code;
        this.status = status;
        this.reference = reference.value();
        this.retrySeconds = retrySeconds;
    }

    public ProblemCode code() {
        return code;
    }

    Map<String, Object> more() {
        return more;
    }

    Problem problem() {
        return Problem.of(code, status, getMessage(), new Reference(reference));
    }

    /**
     * @return seconds for {@code Retry-After}
     */
    Optional<Long> retryAfter() {
        return Optional.of(retrySeconds).filter(seconds -> seconds > 0);
    }
}
