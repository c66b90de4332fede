package com.eazybackup.web.api.operations;

import com.eazybackup.comet.JobId;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.Page;
import com.eazybackup.monitor.JobVerdict;
import com.eazybackup.monitor.MonitorLine;
import com.eazybackup.monitor.MonitorRun;
import com.eazybackup.monitor.StalledJob;
import com.eazybackup.operations.BegunRuns;
import com.eazybackup.operations.MonitorDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * {@code /api/admin/operations/monitor}: backups that show no life, and what is done about them.
 */
@Path("/admin/operations/monitor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MonitorResource {

    @Inject MonitorDesk desk;

    /**
     * What has begun.
     *
     * @param run the first of {@code runs}
     * @param notBegun Comet Servers at which nothing has
     */
    record Begun(long run, List<BegunRuns.Begun> runs, List<NotBegun> notBegun) {

        static Begun of(BegunRuns all) {
            return new Begun(
                    all.begun().get(0).run(),
                    all.begun(),
                    all.others().stream()
                            .map(
                                    one ->
                                            new NotBegun(
                                                    one.profile(),
                                                    one.why().wire(),
                                                    one.sentence()))
                            .toList());
        }
    }

    /**
     * A Comet Server at which nothing has begun.
     *
     * @param reason {@code busy}, {@code database} or {@code ending}
     */
    record NotBegun(String profile, String reason, String sentence) {}

    /**
     * What would be done about a job.
     *
     * @param at Unix seconds
     */
    record Would(String would, String rule, String evidence, String error, long at) {

        static Would of(JobVerdict verdict) {
            MonitorLine line = verdict.line();
            return new Would(
                    line.would().isEmpty() ? "wait" : line.would(),
                    line.rule(),
                    line.evidence(),
                    line.error(),
                    verdict.at().getEpochSecond());
        }
    }

    /** What was done about a job. */
    record Did(String did, String rule, String evidence, String error) {

        static Did of(JobVerdict verdict) {
            MonitorLine line = verdict.line();
            return new Did(
                    line.action().isEmpty() ? "nothing" : line.action(),
                    line.rule(),
                    line.evidence(),
                    line.error());
        }
    }

    @GET
    @Path("/jobs")
    public Page<StalledJobAnswer> jobs(@BeanParam PageParameters parameters) {
        Page<StalledJob> found = desk.stalled(parameters.page(), parameters.size());
        DatabaseUnavailableMapper.answered();
        return new Page<>(
                found.items().stream().map(StalledJobAnswer::of).toList(),
                found.page(),
                found.size(),
                found.total());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response run(MonitorOrderBody body) {
        MonitorOrderBody wanted = body == null ? MonitorOrderBody.NONE : body;
        BegunRuns begun = desk.begin(wanted.server(), wanted.request());
        return Response.accepted(Begun.of(begun)).build();
    }

    @GET
    @Path("/runs")
    public Page<MonitorRunAnswer> runs(
            @QueryParam("profile") String profile, @BeanParam PageParameters parameters) {
        Page<MonitorRun> found =
                desk.runs(
                        Optional.ofNullable(profile)
                                .filter(name -> !name.isEmpty())
                                .map(ProfileName::new),
                        parameters.page(),
                        parameters.size());
        DatabaseUnavailableMapper.answered();
        return new Page<>(
                found.items().stream().map(MonitorRunAnswer::of).toList(),
                found.page(),
                found.size(),
                found.total());
    }

    @GET
    @Path("/runs/{id}")
    public MonitorRunAnswer run(@PathParam("id") long id) {
        return MonitorRunAnswer.of(desk.run(id));
    }

    @POST
    @Path("/jobs/{profile}/{job_id}/dry-run")
    public Would dryRun(@PathParam("profile") String profile, @PathParam("job_id") String job) {
        return Would.of(desk.judge(new ProfileName(profile), new JobId(job)));
    }

    @POST
    @Path("/jobs/{profile}/{job_id}/run")
    public Did step(@PathParam("profile") String profile, @PathParam("job_id") String job) {
        return Did.of(desk.step(new ProfileName(profile), new JobId(job)));
    }
}
