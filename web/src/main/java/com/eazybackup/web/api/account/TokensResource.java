package com.eazybackup.web.api.account;

import com.eazybackup.access.AccessRefused;
import com.eazybackup.access.ApiToken;
import com.eazybackup.access.ApiTokens;
import com.eazybackup.access.Permission;
import com.eazybackup.access.TokenMaking;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code /api/tokens}: the client's keys for programs. */
@Path("/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    private static final long LAST_SECOND = 253_402_300_799L; // of the year 9999

    @Inject ApiTokens tokens;
    @Inject Clock clock;

    /** Body of a wish for a key. */
    record Wish(String name, List<String> scope, Long expires) {}

    /**
     * A key, as those see it who look after them.
     *
     * @param state {@code open} or {@code expired}
     * @param key the key itself, in the answer to its making alone
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(
            long id,
            String name,
            String beginning,
            List<String> scope,
            String madeBy,
            long made,
            long expires,
            String state,
            Long used,
            String usedFrom,
            @JsonInclude(JsonInclude.Include.NON_NULL) String key) {

        static Item of(ApiToken token, Instant now, String key) {
            return new Item(
                    token.id(),
                    token.name(),
                    token.beginning(),
                    codes(token.scope()),
                    token.madeBy(),
                    token.made().getEpochSecond(),
                    token.expires().getEpochSecond(),
                    token.expires().isAfter(now) ? "open" : "expired",
                    token.used().map(Instant::getEpochSecond).orElse(null),
                    token.usedFrom(),
                    key);
        }

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "Item[" + id + "]";
        }
    }

    /** All of them: a client has few. */
    record Answer(List<Item> items, List<String> scopes, long t) {}

    @GET
    public Answer list() {
        Instant now = clock.instant();
        return new Answer(
                tokens.list().stream().map(token -> Item.of(token, now, null)).toList(),
                codes(tokens.givable()),
                now.getEpochSecond());
    }

    private static List<String> codes(Set<Permission> permissions) {
        return Arrays.stream(Permission.values())
                .filter(permissions::contains)
                .map(Permission::code)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(Wish wish) {
        tokens.givable(); // who may make none learns nothing about what makes a good one
        if (wish == null || wish.name() == null || wish.scope() == null || wish.expires() == null) {
            throw new ProblemException(
                    ProblemCode.VALIDATION,
                    "The fields \"name\", \"scope\" and \"expires\" are needed.");
        }
        Instant expires = Instant.ofEpochSecond(Math.max(0, Math.min(LAST_SECOND, wish.expires())));
        TokenMaking made = tokens.make(wish.name(), scope(wish.scope()), expires);
        if (made instanceof TokenMaking.Made good) {
            return Response.status(Response.Status.CREATED)
                    .entity(Item.of(good.token(), clock.instant(), good.secret()))
                    .build();
        }
        throw problem((TokenMaking.Not) made);
    }

    private static Set<Permission> scope(List<String> codes) {
        Set<Permission> scope = new HashSet<>();
        for (String code : codes) {
            scope.add(
                    ApiTokens.FOR_PROGRAMS.stream()
                            .filter(permission -> permission.code().equals(code))
                            .findFirst()
                            .orElseThrow(() -> problem(TokenMaking.Not.SCOPE)));
        }
        return scope;
    }

    private static ProblemException problem(TokenMaking.Not why) {
        return switch (why) {
            case NAME ->
                    new ProblemException(ProblemCode.VALIDATION, "A name has 1 to 100 characters.");
            case SCOPE ->
                    new ProblemException(
                            ProblemCode.VALIDATION,
                            "The scope is one or more of what you may do yourself; GET /api/tokens"
                                    + " lists it.");
            case EXPIRY ->
                    new ProblemException(
                            ProblemCode.VALIDATION,
                            "A key ends in the future, after 366 days at most.");
            case NAME_TAKEN ->
                    new ProblemException(ProblemCode.CONFLICT, "Another key has this name.");
            case TOO_MANY ->
                    new ProblemException(
                            ProblemCode.CONFLICT,
                            "There are 20 keys already, which is all. Revoke one that nobody needs.");
        };
    }

    @DELETE
    @Path("/{id}")
    public Response revoke(@PathParam("id") String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new AccessRefused(AccessRefused.Reason.NOT_FOUND);
        }
        tokens.revoke(Long.parseLong(id));
        return Response.noContent().build();
    }
}
