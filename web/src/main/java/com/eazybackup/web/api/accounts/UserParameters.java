package com.eazybackup.web.api.accounts;

import com.eazybackup.access.Caller;
import com.eazybackup.accounts.UserColumn;
import com.eazybackup.accounts.UserQuery;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import jakarta.ws.rs.QueryParam;

/** What may stand behind {@code /api/users?}. */
public class UserParameters extends ListParameters {

    @QueryParam("at_limit")
    String atLimit;

    /**
     * @param reader a program does not learn whom reports are mailed to
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when a value is not allowed
     */
    UserQuery query(Caller reader) {
        return new UserQuery(
                page(),
                size(),
                text(),
                atLimit(),
                column(UserColumn.USERNAME, UserColumn::of),
                down(),
                !reader.program());
    }

    private boolean atLimit() {
        if (atLimit == null || atLimit.isEmpty()) {
            return false;
        }
        return switch (atLimit) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad("at_limit is true or false.");
        };
    }

    /** For the trail. */
    String inWords() {
        return (text().isBlank() ? "all" : "q=" + text()) + (atLimit() ? " at_limit=true" : "");
    }
}
