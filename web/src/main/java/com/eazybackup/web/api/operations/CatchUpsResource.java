package com.eazybackup.web.api.operations;

import com.eazybackup.comet.ProfileName;
import com.eazybackup.fleet.Page;
import com.eazybackup.ingest.RecordedCatchUp;
import com.eazybackup.operations.IntakeDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** {@code GET /api/admin/operations/catch-ups}: what was put right, when and after what. */
@Path("/admin/operations/catch-ups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CatchUpsResource {

    @Inject IntakeDesk intakes;

    @GET
    public Page<CatchUpAnswer> page(
            @QueryParam("profile") String profile, @BeanParam PageParameters parameters) {
        Page<RecordedCatchUp> found =
                intakes.catchUps(
                        Optional.ofNullable(profile)
                                .filter(name -> !name.isEmpty())
                                .map(ProfileName::new),
                        parameters.page(),
                        parameters.size());
        DatabaseUnavailableMapper.answered();
        return new Page<>(
                found.items().stream().map(CatchUpAnswer::of).toList(),
                found.page(),
                found.size(),
                found.total());
    }
}
