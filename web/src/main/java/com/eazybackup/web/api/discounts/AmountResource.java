package com.eazybackup.web.api.discounts;

import com.eazybackup.access.Action;
import com.eazybackup.access.Door;
import com.eazybackup.discount.AmountDesk;
import com.eazybackup.discount.AmountOrder;
import com.eazybackup.discount.AmountWritten;
import com.eazybackup.discount.DiscountHistory;
import com.eazybackup.discount.DiscountRefused;
import com.eazybackup.discount.DiscountSheet;
import com.eazybackup.discount.HistoryPage;
import com.eazybackup.web.api.JsonFormat;
import com.eazybackup.web.api.operations.DatabaseUnavailableMapper;
import com.eazybackup.web.api.operations.PageParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * {@code /api/admin/services/{sid}/discounts/…}: what a service would cost, what it is made to
 * cost, and who did so.
 */
@Path("/admin/services/{sid}/discounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AmountResource {

    @Inject Door door;
    @Inject Attempt attempt;
    @Inject DiscountSheet sheets;
    @Inject AmountDesk desk;
    @Inject DiscountHistory history;

    /** An option by its number and name. */
    record Named(int configoptionid, String name) {}

    /**
     * What was done.
     *
     * @param amountBefore null when it was about prices alone, as {@code amount}
     */
    record Done(String amountBefore, String amount, long historyId, List<Named> notTaken) {}

    /** Saves nothing, so it is no act; a body is not needed. */
    @POST
    @Path("/recalculate")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public CalculatedAnswer recalculate(@PathParam("sid") String sid, byte[] body)
            throws IOException {
        door.enter(Action.PREVIEW_AMOUNT);
        Bodies.Preview read = JsonFormat.read(body, Bodies.Preview.class);
        Bodies.Preview wanted = read == null ? new Bodies.Preview(null, null) : read;
        try {
            CalculatedAnswer answer =
                    Attempt.parse(sid)
                            .flatMap(
                                    service ->
                                            sheets.preview(service, wanted.live(), wanted.drafts()))
                            .map(CalculatedAnswer::of)
                            .orElseThrow(() -> door.foreign(Action.PREVIEW_AMOUNT, sid));
            DatabaseUnavailableMapper.answered();
            return answer;
        } catch (DiscountRefused refused) {
            throw Attempt.problem(refused);
        }
    }

    @POST
    @Path("/commit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response commit(@PathParam("sid") String sid, Bodies.Commit body) {
        attempt.service(Action.COMMIT_AMOUNT, sid);
        if (body == null) {
            throw Bodies.bad("amount is an amount such as 12.50, from 0 to 99999999.99.");
        }
        AmountOrder order = new AmountOrder(body.wanted(), body.expected(), body.live());
        return answer(
                attempt.make(
                        Action.COMMIT_AMOUNT,
                        sid,
                        Shown.money(order.expected()) + " to " + Shown.money(order.amount()),
                        (service, author) -> desk.commit(service, order, author),
                        AmountResource::word));
    }

    @GET
    @Path("/history")
    public HistoryAnswer history(
            @PathParam("sid") String sid, @BeanParam PageParameters parameters) {
        door.enter(Action.SEE_DISCOUNT_HISTORY);
        int page = parameters.page();
        int size = parameters.size();
        HistoryPage found =
                Attempt.parse(sid)
                        .flatMap(service -> history.of(service, page, size))
                        .orElseThrow(() -> door.foreign(Action.SEE_DISCOUNT_HISTORY, sid));
        HistoryAnswer answer =
                HistoryAnswer.of(found, history.choiceNames(found.entries()), page, size);
        DatabaseUnavailableMapper.answered();
        return answer;
    }

    @POST
    @Path("/history/{id}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response undo(
            @PathParam("sid") String sid, @PathParam("id") String id, Bodies.Undo body) {
        attempt.service(Action.UNDO_DISCOUNTS, sid);
        BigDecimal expected = body == null ? null : body.expected();
        long entry = id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : 0;
        return answer(
                attempt.make(
                        Action.UNDO_DISCOUNTS,
                        sid,
                        "entry " + entry,
                        (service, author) -> desk.undo(service, entry, expected, author),
                        AmountResource::word));
    }

    private static String word(AmountWritten written) {
        return written.pending() ? "pending" : "ok";
    }

    private static Response answer(AmountWritten written) {
        if (written.pending()) {
            return Response.status(Response.Status.ACCEPTED)
                    .entity(Map.of("pending", true))
                    .build();
        }
        return Response.ok(
                        new Done(
                                Shown.money(written.before()),
                                Shown.money(written.amount()),
                                written.historyId(),
                                written.notTaken().stream()
                                        .map(one -> new Named(one.configId(), one.name()))
                                        .toList()))
                .build();
    }
}
