package com.eazybackup.web.api.operations;

import com.eazybackup.batch.DayRefused;
import com.eazybackup.batch.JobRun;
import com.eazybackup.batch.Jobs;
import com.eazybackup.fleet.Page;
import com.eazybackup.web.api.JsonFormat;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code /api/admin/operations/jobs/{name}}: start, stop and restart a job, and what its runs did.
 */
@Path("/admin/operations/jobs/{name}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @Inject Jobs jobs;

    @PathParam("name")
    String name;

    /**
     * How to start it; all may be left out.
     *
     * @param dryRun for a run that writes nothing
     * @param date the day whose figures are written, such as {@code 2026-11-27}
     */
    record Start(Boolean dryRun, String date) {}

    /** What was begun. */
    record Begun(long execution) {}

    /** The body may be left out; read as bytes, because a body without a type is none of JSON. */
    @POST
    public Response start(byte[] body) throws IOException {
        Start given = JsonFormat.read(body, Start.class);
        Start how = given == null ? new Start(null, null) : given;
        try {
            return begun(
                    jobs.start(name, Boolean.TRUE.equals(how.dryRun()), date(how.date())),
                    "It runs already. Nothing was started.");
        } catch (DayRefused e) {
            throw new ProblemException(ProblemCode.CONFLICT, e.getMessage());
        }
    }

    @POST
    @Path("/restart")
    public Response restart() {
        return begun(
                jobs.restart(name),
                "There is nothing to go on with: the last run neither failed nor was stopped.");
    }

    @POST
    @Path("/confirm")
    public Response confirm() {
        return begun(jobs.confirm(name), "Nothing waits for a confirmation.");
    }

    @POST
    @Path("/stop")
    public Response stop() {
        if (!jobs.stop(name)) {
            throw new ProblemException(ProblemCode.CONFLICT, "It does not run.");
        }
        return Response.accepted().build();
    }

    @GET
    @Path("/executions")
    public Page<JobRunAnswer> executions(@BeanParam PageParameters parameters) {
        Page<JobRun> found = jobs.runs(name, parameters.page(), parameters.size());
        DatabaseUnavailableMapper.answered();
        return new Page<>(
                found.items().stream().map(JobRunAnswer::whole).toList(),
                found.page(),
                found.size(),
                found.total());
    }

    private Optional<LocalDate> date(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (jobs.takesDate(name)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            throw new ProblemException(ProblemCode.VALIDATION, "date is a day such as 2026-11-27.");
        }
        throw new ProblemException(
                ProblemCode.VALIDATION, "This job takes no figures of a day: leave out date.");
    }

    private static Response begun(OptionalLong execution, String otherwise) {
        if (execution.isEmpty()) {
            throw new ProblemException(ProblemCode.CONFLICT, otherwise);
        }
        return Response.accepted(new Begun(execution.getAsLong())).build();
    }
}
