package com.eazybackup.web.api.accounts;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Door;
import com.eazybackup.accounts.UserList;
import com.eazybackup.accounts.UserPage;
import com.eazybackup.accounts.UserQuery;
import com.eazybackup.accounts.UserRow;
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
import java.util.List;

/** {@code /api/users}: the client's users, page by page or as a file. */
@Path("/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UsersResource {

    private static final List<String> COLUMNS =
            List.of(
                    "username",
                    "account_name",
                    "emails",
                    "email_reports",
                    "devices",
                    "items",
                    "vaults",
                    "storage_bytes",
                    "hyperv_guests",
                    "vmware_guests",
                    "proxmox_guests",
                    "m365_accounts",
                    "m365_quota");

    @Inject Door door;
    @Inject CurrentCaller current;
    @Inject ClientScopes scopes;
    @Inject UserList users;
    @Inject ListExport export;

    @GET
    public UserPage page(@BeanParam UserParameters parameters) {
        ClientScope scope = scopes.of(door.forClient(Action.SEE_USERS));
        UserPage page = users.page(scope, parameters.query(current.requireCaller()));
        FleetUnreadableMapper.readable();
        return page;
    }

    /**
     * @throws AccessRefused before the first line; an export is in the trail
     */
    @GET
    @Path("/export")
    @Produces(CsvText.MEDIA_TYPE)
    public Response export(@BeanParam UserParameters parameters) {
        ClientScope scope =
                scopes.of(door.forClient(Action.EXPORT_USERS, parameters.pagesClient()));
        UserQuery query = parameters.query(current.requireCaller());
        return export.ofClient(
                Action.EXPORT_USERS,
                "users",
                parameters.inWords(),
                () -> {
                    List<UserRow> all = users.all(scope, query);
                    FleetUnreadableMapper.readable();
                    return all;
                },
                COLUMNS,
                UsersResource::cells);
    }

    private static Object[] cells(UserRow row) {
        return new Object[] {
            row.username(),
            row.accountName(),
            row.emails() == null ? null : String.join(", ", row.emails()),
            row.emailReports().wire(),
            row.devices(),
            row.items(),
            row.vaults(),
            row.storageBytes(),
            row.hyperVGuests(),
            row.vmwareGuests(),
            row.proxmoxGuests(),
            row.m365Accounts(),
            row.m365Quota()
        };
    }
}
