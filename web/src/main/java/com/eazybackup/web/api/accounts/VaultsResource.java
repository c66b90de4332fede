package com.eazybackup.web.api.accounts;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.accounts.VaultList;
import com.eazybackup.accounts.VaultPage;
import com.eazybackup.accounts.VaultQuery;
import com.eazybackup.accounts.VaultRow;
import com.eazybackup.fleet.ClientScope;
import com.eazybackup.fleet.ClientScopes;
import com.eazybackup.platform.CsvText;
import com.eazybackup.web.api.ListExport;
import com.eazybackup.web.api.fleet.FleetUnreadableMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/** {@code /api/vaults}: the client's vaults, page by page or as a file. */
@Path("/vaults")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class VaultsResource {

    private static final List<String> COLUMNS =
            List.of(
                    "username",
                    "vault",
                    "type",
                    "stored_bytes",
                    "quota_bytes",
                    "shared_quota",
                    "percent",
                    "billing_tier_tib",
                    "billing",
                    "state",
                    "measured_at");

    @Inject Door door;
    @Inject ClientScopes scopes;
    @Inject VaultList vaults;
    @Inject VaultTypes types;
    @Inject ListExport export;

    @GET
    public VaultPage page(@BeanParam VaultParameters parameters) {
        ClientScope scope = scopes.of(door.forClient(Action.SEE_VAULTS));
        VaultPage page = vaults.page(scope, parameters.query(), types.named());
        FleetUnreadableMapper.readable();
        return page;
    }

    /**
     * @throws AccessRefused before the first line; an export is in the trail
     */
    @GET
    @Path("/export")
    @Produces(CsvText.MEDIA_TYPE)
    public Response export(@BeanParam VaultParameters parameters) {
        ClientScope scope =
                scopes.of(door.forClient(Action.EXPORT_VAULTS, parameters.pagesClient()));
        VaultQuery query = parameters.query();
        IntFunction<String> named = types.named();
        return export.ofClient(
                Action.EXPORT_VAULTS,
                "vaults",
                parameters.inWords(),
                () -> {
                    List<VaultRow> all = vaults.all(scope, query, named);
                    FleetUnreadableMapper.readable();
                    return all;
                },
                COLUMNS,
                VaultsResource::cells);
    }

    private static Object[] cells(VaultRow row) {
        return new Object[] {
            row.username(),
            row.name(),
            row.typeName(),
            row.storedBytes(),
            row.quotaBytes(),
            row.sharedQuota(),
            row.percent(),
            row.billingTier(),
            row.billing(),
            row.state().wire(),
            row.measuredAt() == null ? null : Instant.ofEpochSecond(row.measuredAt())
        };
    }
}
