package com.eazybackup.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eazybackup.access.Caller;
import com.eazybackup.access.ClientSummary;
import com.eazybackup.access.Duty;
import com.eazybackup.access.Pass;
import com.eazybackup.access.Person;
import com.eazybackup.access.Role;
import com.eazybackup.whmcs.ClientId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalPageTest {

    private static final Pass PASS =
            new Pass(Pass.Kind.SESSION, "s", Instant.EPOCH, "secret", null);

    @ParameterizedTest
    @CsvSource({
        "SUPPORT, /admin/operations",
        "BILLING, /admin/clients",
        "OPERATIONS, /admin/operations",
        "SUPER, /admin/operations"
    })
    void anAdministratorBeginsWhereHisDutyIs(Duty duty, String page) {
        assertThat(PortalPage.adminHome(admin(duty, null))).isEqualTo(page);
    }

    @Test
    void theMenusLeadWhereOneMayGo() {
        assertThat(menu(customer(Duty.OWNER)))
                .containsExactly(
                        PortalPage.STATUS,
                        PortalPage.USERS,
                        PortalPage.VAULTS,
                        PortalPage.ACTIVITY);
        assertThat(menu(customer(Duty.USER)))
                .containsExactly(PortalPage.STATUS, PortalPage.USERS, PortalPage.VAULTS);
        assertThat(menu(customer(Duty.READ_ONLY)))
                .containsExactly(PortalPage.STATUS, PortalPage.USERS, PortalPage.VAULTS);
        assertThat(menu(admin(Duty.BILLING, null)))
                .containsExactly(PortalPage.CLIENTS, PortalPage.SERVICES, PortalPage.SERVICE);
        assertThat(menu(admin(Duty.OPERATIONS, null))).containsExactly(PortalPage.OPERATIONS);
        assertThat(menu(admin(Duty.SUPPORT, null)))
                .containsExactly(
                        PortalPage.OPERATIONS,
                        PortalPage.CLIENTS,
                        PortalPage.SERVICES,
                        PortalPage.SERVICE,
                        PortalPage.TRAIL);
    }

    @Test
    void whoLooksAtAClientAlsoReachesWhatAReaderOfItDoes() {
        assertThat(menu(admin(Duty.BILLING, quill(Duty.READ_ONLY))))
                .containsExactly(
                        PortalPage.STATUS,
                        PortalPage.USERS,
                        PortalPage.VAULTS,
                        PortalPage.CLIENTS,
                        PortalPage.SERVICES,
                        PortalPage.SERVICE);
    }

    @Test
    void onesOwnAccountIsOpenOnBothSidesAndKeysToThoseWhoMayMakeThem() {
        assertThat(opened(customer(Duty.READ_ONLY)))
                .contains(PortalPage.SESSIONS, PortalPage.SECURITY)
                .doesNotContain(PortalPage.TOKENS);
        assertThat(opened(customer(Duty.USER))).contains(PortalPage.TOKENS);
        assertThat(opened(admin(Duty.SUPER, null)))
                .contains(PortalPage.SESSIONS, PortalPage.SECURITY, PortalPage.ADMINS)
                .doesNotContain(PortalPage.TOKENS);
    }

    private static List<PortalPage> menu(Caller caller) {
        return opened(caller).stream()
                .filter(page -> !page.path().startsWith(OwnPages.ACCOUNT))
                .toList();
    }

    private static List<PortalPage> opened(Caller caller) {
        return Arrays.stream(PortalPage.values()).filter(page -> page.opensFor(caller)).toList();
    }

    private static Caller customer(Duty duty) {
        ClientSummary client = quill(duty);
        Person iris = new Person(Role.CUSTOMER, 1, "iris@x.example", "Iris", null);
        return new Caller(iris, List.of(client), client, PASS);
    }

    private static Caller admin(Duty duty, ClientSummary lookedAt) {
        Person somebody = new Person(Role.ADMIN, 1, "a@x.example", "A", duty);
        return new Caller(somebody, List.of(), lookedAt, PASS);
    }

    private static ClientSummary quill(Duty duty) {
        return new ClientSummary(new ClientId(103), "Quill", duty);
    }
}
