package com.eazybackup.web.api;

import com.eazybackup.platform.Reference;

/**
 * An error answer as RFC 9457 has it, {@code application/problem+json}.
 *
 * @param type a URN of the code; the codes are listed in {@code /api/openapi}
 * @param detail one sentence, fit for a customer
 * @param reference what the log line carries, too
 */
public record Problem(
        String type, String title, int status, String detail, String code, String reference) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemCode code, String detail, Reference reference) {
        return of(code, code.status(), detail, reference);
    }

    /** With another status than the code's usual one, such as 413 or 415 for a bad request. */
    public static Problem of(ProblemCode code, int status, String detail, Reference reference) {
        return new Problem(
                "urn:eazybackup:problem:" + code.code(),
                code.title(),
                status,
                detail,
                code.code(),
                reference.value());
    }
}
