package com.eazybackup.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The addresses of the administrators who may steer operations, for what they must know. */
@ApplicationScoped
public class OperatorAddresses {

    private AdminTable admins;

    OperatorAddresses() {}

    @Inject
    OperatorAddresses(AdminTable admins) {
        this.admins = admins;
    }

    /**
     * @return of those who may sign in
     * @throws com.eazybackup.platform.DatabaseUnavailable when the database does not answer
     */
    public List<String> all() {
        return admins.all().stream()
                .filter(admin -> !admin.disabled())
                .filter(
                        admin ->
                                admin.duty()
                                        .filter(duty -> duty.may(Permission.RUN_OPERATIONS))
                                        .isPresent())
                .map(AdminTable.Row::email)
                .toList();
    }
}
