package com.eazybackup.web.api.pulse;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.fleet.FleetUnreadable;
import com.eazybackup.platform.Reference;
import com.eazybackup.web.api.Problem;
import com.eazybackup.web.api.ProblemCode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Problem answers of the event stream, which is no JAX-RS resource and has no mappers. */
@ApplicationScoped
class PulseProblems {

    private static final Logger LOG = System.getLogger(PulseProblems.class.getName());
    private static final String RETRY_SECONDS = "5";

    private final ObjectMapper json = new ObjectMapper();

    void write(HttpServletResponse response, AccessRefused refused) throws IOException {
        ProblemCode code =
                switch (refused.reason()) {
                    case UNAUTHENTICATED -> ProblemCode.UNAUTHENTICATED;
                    case NO_CLIENT_CHOSEN -> ProblemCode.CONFLICT;
                    case NO_CLIENT -> ProblemCode.FORBIDDEN;
                    case NOT_FOUND -> ProblemCode.NOT_FOUND;
                };
        write(response, Problem.of(code, refused.getMessage(), Reference.next()));
    }

    void write(HttpServletResponse response, FleetUnreadable trouble) throws IOException {
        Reference reference = Reference.next();
        LOG.log(Level.ERROR, "Event stream not opened, " + reference, trouble);
        response.setHeader("Retry-After", RETRY_SECONDS);
        write(
                response,
                Problem.of(
                        ProblemCode.INTERNAL,
                        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                        "The live view is not available at the moment.",
                        reference));
    }

    private void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
