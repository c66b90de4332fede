package com.eazybackup.web.api;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.Action;
import com.eazybackup.access.Caller;
import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.Door;
import com.eazybackup.access.SecondStep;
import com.eazybackup.access.SignInDoor;
import com.eazybackup.access.SignInOutcome;
import com.eazybackup.web.security.AnswerHeaders;
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
import java.util.Optional;

/** {@code /api/session}: signing in and out, and which client the session acts for. */
@Path("/session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    @Inject SignInDoor door;
    @Inject SecondStep second;
    @Inject CurrentCaller current;
    @Inject Door access;
    @Inject HttpServletRequest request;

    /** Body of a sign-in. */
    record Credentials(String email, String password) {

        @Override
        public String toString() {
            return "Credentials"; // a password must not end in a log
        }
    }

    /** Body of the second step. */
    record Code(String code) {

        @Override
        public String toString() {
            return "Code";
        }
    }

    /** Body of a choice. */
    record Choice(Integer clientId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public SessionAnswer signIn(Credentials given) {
        if (current.caller().filter(Caller::program).isPresent()) {
            throw new AccessRefused(AccessRefused.Reason.NOT_IN_SCOPE); // in already
        }
        if (given == null || given.email() == null || given.password() == null) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, "The fields \"email\" and \"password\" are needed.");
        }
        SignInOutcome outcome = door.signIn(request, given.email(), given.password());
        if (outcome instanceof SignInOutcome.Welcome welcome) {
            return SessionAnswer.of(welcome.caller(), Optional.empty());
        }
        throw problem(outcome);
    }

    @POST
    @Path("/second-factor")
    @Consumes(MediaType.APPLICATION_JSON)
    public SessionAnswer secondFactor(Code given) {
        if (given == null || given.code() == null) {
            throw new ProblemException(ProblemCode.VALIDATION, "The field \"code\" is needed.");
        }
        SignInOutcome outcome = second.finish(request, given.code());
        if (outcome instanceof SignInOutcome.Welcome welcome) {
            return SessionAnswer.of(welcome.caller(), Optional.empty());
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
        if (outcome instanceof SignInOutcome.CodeWanted) {
            return new ProblemException(
                    ProblemCode.SECOND_FACTOR,
                    "The code of the second factor is needed: POST /api/session/second-factor.");
        }
        if (outcome instanceof SignInOutcome.CodeWrong) {
            return new ProblemException(
                    ProblemCode.SECOND_FACTOR, "The code is not right, or was used before.");
        }
        if (outcome instanceof SignInOutcome.StepOver) {
            return new ProblemException(
                    ProblemCode.UNAUTHENTICATED,
                    "No code is waited for. Begin with the e-mail address and the password.");
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
        return SessionAnswer.of(current.requireCaller(), current.viewingUntil());
    }

    @DELETE
    public Response signOut() {
        access.enter(Action.SIGN_OUT);
        door.signOut(request);
        return Response.noContent().header(AnswerHeaders.CLEAR, AnswerHeaders.CLEAR_WHAT).build();
    }

    @PUT
    @Path("/client")
    @Consumes(MediaType.APPLICATION_JSON)
    public SessionAnswer choose(Choice choice) {
        access.enter(Action.CHOOSE_CLIENT);
        if (choice == null || choice.clientId() == null) {
            throw new ProblemException(
                    ProblemCode.VALIDATION, "The field \"client_id\" is needed.");
        }
        if (choice.clientId() <= 0) {
            throw door.foreignClient(request, choice.clientId().toString());
        }
        return SessionAnswer.of(
                door.chooseClient(request, new ClientId(choice.clientId())), Optional.empty());
    }
}
