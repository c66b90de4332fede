package com.eazybackup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.whmcs.ClientId;
import com.eazybackup.whmcs.Membership;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DutyTest {

    @Test
    void whmcsSaysWhatAUserIsForAClient() {
        assertThat(Duty.of(membership(true))).contains(Duty.OWNER);
        assertThat(Duty.of(membership(false, "products", "manageproducts", "tickets")))
                .contains(Duty.USER);
        assertThat(Duty.of(membership(false, "products", "invoices"))).contains(Duty.READ_ONLY);
        assertThat(Duty.of(membership(false, "invoices", "productsso"))).isEmpty();
        assertThat(Duty.of(membership(false))).isEmpty();
    }

    @Test
    void aRoleThatIsNotAnAdministratorsIsNone() {
        assertThat(Duty.ofAdmin("super")).contains(Duty.SUPER);
        assertThat(Duty.ofAdmin("owner")).isEmpty();
        assertThat(Duty.ofAdmin("")).isEmpty();
    }

    @Test
    void nobodyButAnAdministratorMayDoWhatIsThePortals() {
        for (Duty duty : EnumSet.of(Duty.OWNER, Duty.USER, Duty.READ_ONLY)) {
            assertThat(duty.permissions())
                    .allMatch(permission -> permission.of() != Permission.Of.PORTAL);
        }
    }

    @Test
    void noAdministratorIsGivenWhatIsAClients() {
        for (Duty duty : Duty.values()) {
            if (duty.role() == Role.ADMIN) {
                assertThat(duty.permissions())
                        .allMatch(permission -> permission.of() != Permission.Of.CLIENT);
            }
        }
    }

    private static Membership membership(boolean owner, String... permissions) {
        return new Membership(new ClientId(7), "Seven", owner, Set.of(permissions));
    }
}
