package com.eazybackup.web.api.account;

import com.eazybackup.access.OwnSecurity;
import com.eazybackup.access.SecurityOutcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/account/password}: an administrator's own. */
@Path("/account/password")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
public class PasswordResource {

    @Inject OwnSecurity security;

    /** Body of a change. */
    record Change(String current, String password) {

        @Override
        public String toString() {
            return "Change"; // a password must not end in a log
        }
    }

    @POST
    public Response change(Change change) {
        String current =
                SecurityProblems.needed(change == null ? null : change.current(), "current");
        String wanted = SecurityProblems.needed(change.password(), "password");
        SecurityOutcome outcome = security.changePassword(current, wanted);
        if (outcome instanceof SecurityOutcome.Done) {
            return Response.noContent().build();
        }
        throw SecurityProblems.of(outcome);
    }
}
