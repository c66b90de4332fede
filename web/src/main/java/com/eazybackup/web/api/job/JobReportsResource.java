package com.eazybackup.web.api.job;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.fleet.FleetJob;
import com.eazybackup.fleet.JobBucket;
import com.eazybackup.fleet.JobsOfBucket;
import com.eazybackup.fleet.Page;
import com.eazybackup.job.JobLog;
import com.eazybackup.job.JobLogUnreadable;
import com.eazybackup.job.JobLogs;
import com.eazybackup.job.JobReport;
import com.eazybackup.job.JobReports;
import com.eazybackup.platform.Reference;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.eazybackup.web.api.fleet.DeviceParameters;
import com.eazybackup.web.api.fleet.FleetUnreadableMapper;
import com.eazybackup.web.api.operations.PageParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * {@code /api/jobs}: the jobs that a number of the first page counts, one of them in full, and its
 * log. Somebody else's job is as unknown as one that is not there.
 */
@Path("/jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobReportsResource {

    private static final Logger LOG = System.getLogger(JobReportsResource.class.getName());

    private static final String AWAY =
            "The backup server does not answer at the moment, so the log of this job cannot be"
                    + " shown. Please try again later.";
    private static final String REFUSED =
            "The backup server did not give the log of this job. Please tell us the reference if it"
                    + " happens again.";

    @Inject Door door;
    @Inject ClientScopes scopes;
    @Inject JobsOfBucket jobs;
    @Inject JobReports reports;
    @Inject JobLogs logs;

    /**
     * @return {@code {items, page, size, total}}
     */
    @GET
    public Page<FleetJob> page(
            @QueryParam("bucket") String bucket, @BeanParam PageParameters parameters) {
        Page<FleetJob> page =
                jobs.page(
                        scopes.of(door.forClient(Action.FIND_JOBS)),
                        bucket(bucket),
                        parameters.page(),
                        parameters.size());
        FleetUnreadableMapper.readable();
        return page;
    }

    @GET
    @Path("/{id}")
    public JobReport report(@PathParam("id") String id) {
        Optional<JobReport> report = reports.of(scopes.of(door.forClient(Action.SEE_JOB)), id);
        FleetUnreadableMapper.readable();
        return report.orElseThrow(() -> door.foreign(Action.SEE_JOB, id));
    }

    @GET
    @Path("/{id}/log")
    public JobLogAnswer log(@PathParam("id") String id) {
        Optional<JobLog> log = read(id);
        FleetUnreadableMapper.readable();
        return log.map(JobLogAnswer::of).orElseThrow(() -> door.foreign(Action.SEE_JOB_LOG, id));
    }

    private Optional<JobLog> read(String id) {
        try {
            return logs.of(scopes.of(door.forClient(Action.SEE_JOB_LOG)), id);
        } catch (JobLogUnreadable e) {
            Reference reference = Reference.next();
            LOG.log(Level.WARNING, reference + " The log of a job: " + e.getMessage());
            throw e.passing()
                    ? new ProblemException(ProblemCode.COMET_UNREACHABLE, AWAY, reference)
                    : new ProblemException(ProblemCode.COMET_REFUSED, REFUSED, reference);
        }
    }

    private static JobBucket bucket(String name) {
        return JobBucket.of(name)
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        ProblemCode.VALIDATION,
                                        "bucket is one of " + DeviceParameters.BUCKETS + "."));
    }
}
