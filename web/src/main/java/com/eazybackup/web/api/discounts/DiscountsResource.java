package com.eazybackup.web.api.discounts;

import com.eazybackup.access.Action;
import com.eazybackup.access.Caller;
import com.eazybackup.access.Door;
import com.eazybackup.access.Permission;
import com.eazybackup.discount.DiscountBook;
import com.eazybackup.discount.DiscountSheet;
import com.eazybackup.discount.PriceWish;
import com.eazybackup.discount.Saved;
import com.eazybackup.web.api.operations.DatabaseUnavailableMapper;
import com.eazybackup.whmcs.ServiceId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /api/admin/services/{sid}/discounts}: what was agreed on for single options. */
@Path("/admin/services/{sid}/discounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DiscountsResource {

    @Inject Door door;
    @Inject Attempt attempt;
    @Inject DiscountSheet sheets;
    @Inject DiscountBook book;

    @GET
    public SheetAnswer sheet(@PathParam("sid") String sid) {
        Caller caller = door.enter(Action.SEE_DISCOUNTS);
        SheetAnswer answer =
                Attempt.parse(sid)
                        .flatMap(sheets::of)
                        .map(sheet -> SheetAnswer.of(sheet, caller.may(Permission.SET_DISCOUNTS)))
                        .orElseThrow(() -> door.foreign(Action.SEE_DISCOUNTS, sid));
        DatabaseUnavailableMapper.answered();
        return answer;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Saved save(@PathParam("sid") String sid, Bodies.Discounts body) {
        attempt.service(Action.SAVE_DISCOUNTS, sid);
        if (body == null) {
            throw Bodies.bad("discounts is a list of prices.");
        }
        return saved(Action.SAVE_DISCOUNTS, sid, body.wishes());
    }

    @PUT
    @Path("/{configoptionid}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Saved set(
            @PathParam("sid") String sid,
            @PathParam("configoptionid") String option,
            Bodies.Single body) {
        attempt.service(Action.SET_DISCOUNT, sid);
        if (body == null) {
            throw Bodies.bad("discount_price is a price, or null for none.");
        }
        int number = Attempt.parse(option).map(ServiceId::value).orElse(0);
        return saved(Action.SET_DISCOUNT, sid, List.of(body.wish(number)));
    }

    private Saved saved(Action action, String sid, List<PriceWish> wishes) {
        return attempt.make(
                action,
                sid,
                inWords(wishes),
                (service, author) -> book.save(service, wishes, author),
                done -> "ok");
    }

    /** An option that has none is as free of it as one that had. */
    @DELETE
    @Path("/{configoptionid}")
    public Response remove(
            @PathParam("sid") String sid, @PathParam("configoptionid") String option) {
        int number = Attempt.parse(option).map(ServiceId::value).orElse(0);
        attempt.make(
                Action.REMOVE_DISCOUNT,
                sid,
                "option " + number,
                (service, author) -> book.remove(service, number, author),
                done -> "ok");
        return Response.noContent().build();
    }

    private static String inWords(List<PriceWish> wishes) {
        if (wishes.size() != 1) {
            return wishes.size() + " prices";
        }
        PriceWish wish = wishes.get(0);
        String price = wish.price() == null ? "none" : wish.price();
        return "option " + wish.configId() + " " + (price.length() > 24 ? "?" : price);
    }
}
