package com.eazybackup.web.api;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.SignInDoor;
import com.eazybackup.access.SignInOutcome;
import com.eazybackup.whmcs.ClientId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /api/session}: signing in and out, and which client the session acts for. */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    @Inject SignInDoor door;
    @Inject CurrentCaller current;
    @Inject HttpServletRequest request;

    /** Body of a sign-in. */
    record Credentials(String email, String password) {

        @Override
        public String toString() {
            return "Credentials"; // a password must not end in a log
        }
    }

    /** Body of a choice. */
    record Choice(Integer clientId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public SessionAnswer signIn(Credentials given) {
        if (given == null || given.email() == null || given.password() == null) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, "The fields \"email\" and \"password\" are needed.");
        }
        SignInOutcome outcome = door.signIn(request, given.email(), given.password());
        if (outcome instanceof SignInOutcome.Welcome welcome) {
            return SessionAnswer.of(welcome.caller());
        }
        throw problem(outcome);
    }

    private static ProblemException problem(SignInOutcome outcome) {
        if (outcome instanceof SignInOutcome.TooMany many) {
            return new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Too many attempts. Please wait a little and try again.",
                    many.retryAfter());
        }
        if (outcome instanceof SignInOutcome.Unreachable unreachable) {
            return new ProblemException(
                    ProblemCode.WHMCS_UNREACHABLE,
                    "Signing in is not possible at the moment. Please try again later.",
                    unreachable.reference());
        }
        if (outcome instanceof SignInOutcome.SecondFactorNeeded) {
            return new ProblemException(
                    ProblemCode.FORBIDDEN,
                    "This account asks for a second factor, which cannot be checked here yet.");
        }
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED, "The e-mail address or the password is not right.");
    }

    @GET
    public SessionAnswer session() {
        return SessionAnswer.of(current.requireCaller());
    }

    @DELETE
    public Response signOut() {
        current.requireCaller();
        door.signOut(request);
        return Response.noContent().build();
    }

    @PUT
    @Path("/client")
    @Consumes(MediaType.APPLICATION_JSON)
    public SessionAnswer choose(Choice choice) {
        current.requireCaller();
        if (choice == null || choice.clientId() == null) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, "The field \"client_id\" is needed.");
        }
        if (choice.clientId() <= 0) {
            throw new AccessRefused(AccessRefused.Reason.NOT_FOUND);
        }
        return SessionAnswer.of(door.chooseClient(request, new ClientId(choice.clientId())));
    }
}
