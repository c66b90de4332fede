package com.eazybackup.web.api.accounts;

import com.eazybackup.accounts.VaultColumn;
import com.eazybackup.accounts.VaultQuery;
import com.eazybackup.accounts.VaultState;
import com.eazybackup.web.api.ProblemCode;
import com.eazybackup.web.api.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** What may stand behind {@code /api/vaults?}. */
public class VaultParameters extends ListParameters {

    @QueryParam("state")
    String state;

    /**
     * @throws ProblemException with {@link ProblemCode#VALIDATION} when a value is not allowed
     */
    VaultQuery query() {
        return new VaultQuery(
                page(),
                size(),
                text(),
                state(),
                column(VaultColumn.USERNAME, VaultColumn::of),
                down());
    }

    private Optional<VaultState> state() {
        if (state == null || state.isEmpty()) {
            return Optional.empty();
        }
        Optional<VaultState> found = VaultState.of(state);
        if (found.isEmpty()) {
            throw bad("state is one of " + words(VaultState.class) + ".");
        }
        return found;
    }

    /** For the trail. */
    String inWords() {
        return (text().isBlank() ? "all" : "q=" + text())
                + state().map(one -> " state=" + one.wire()).orElse("");
    }
}
