package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Accounts come and go; their passwords, one-time codes and devices. */
final class AccountCalls {

    private static final long TOKEN_SECONDS = 86_400;

    private final Fleet fleet;
    private final Switches switches;
    private final Accounts accounts;
    private final UserPasswords passwords;
    private final OneTimeCodes codes;
    private final Sessions sessions;

    AccountCalls(Fleet fleet, Switches switches, Accounts accounts, SignIns signIns) {
        this.fleet = fleet;
        this.switches = switches;
        this.accounts = accounts;
        this.passwords = signIns.passwords();
        this.codes = signIns.userCodes();
        this.sessions = signIns.sessions();
    }

    void register(Calls calls) {
        calls.add("add-user", this::add);
        calls.add("add-user-from-profile", this::addFromProfile);
        calls.add("delete-user", this::delete);
        calls.add("reset-user-password", this::resetPassword);
        calls.add("disable-user-totp", this::disableTotp);
        calls.add("revoke-device", this::revokeDevice);
        calls.add("create-install-token", this::installToken);
    }

    private ObjectNode add(Form form) {
        String username = newName(form);
        passwords.set(username, form.text("TargetPassword"));
        fleet.acts()
                .accounts()
                .add(
                        username,
                        profile -> {
                            profile.put("OrganizationID", form.text("TargetOrganization"))
                                    .put(
                                            "RequirePasswordChange",
                                            form.flag("RequirePasswordChange"));
                            return form.flag("StoreRecoveryCode")
                                    ? profile
                                    : profile.put("PasswordRecovery", "");
                        });
        return Calls.ok();
    }

    private ObjectNode addFromProfile(Form form) {
        String username = newName(form);
        ObjectNode given = FormJson.object(form, "ProfileData");
        fleet.acts()
                .accounts()
                .add(
                        username,
                        fresh ->
                                given.put("Username", username)
                                        .put(
                                                "OrganizationID",
                                                form.optional("TargetOrganization")
                                                        .orElse(
                                                                given.path("OrganizationID")
                                                                        .asText()))
                                        .put("CreateTime", fleet.now())
                                        .put("CreationGUID", UUID.randomUUID().toString()));
        return Calls.ok();
    }

    /**
     * @throws CallRefused for a name that Comet does not take or that is taken
     */
    private String newName(Form form) {
        String username = form.text("TargetUser");
        int shortest = switches.before(21, 9, 10) ? 6 : 1;
        if (!username.matches("[a-zA-Z0-9_.@-]{" + shortest + ",255}")) {
            throw new CallRefused(400, "Invalid username");
        }
        if (fleet.profile(username).isPresent()) {
            throw new CallRefused(400, "A user named '" + username + "' exists already");
        }
        return username;
    }

    /**
     * The account's devices lose their connections; what an UninstallConfig asks of them would
     * happen where this server sees it no more.
     */
    private ObjectNode delete(Form form) {
        accounts.profile(form);
        String username = form.text("TargetUser");
        fleet.acts().accounts().remove(username);
        passwords.forget(username);
        codes.forget(username);
        sessions.endAllOf(username, false);
        return Calls.ok();
    }

    /** Without the old password only the recovery code can open the vaults' keys again. */
    private ObjectNode resetPassword(Form form) {
        String username = form.text("TargetUser");
        JsonNode profile = accounts.profile(form);
        if (form.optional("OldPassword").isPresent()) {
            if (!passwords.isRight(username, form.text("OldPassword"))) {
                throw new CallRefused(403, "The old password is wrong");
            }
        } else if (profile.path("PasswordRecovery").asText().isEmpty()) {
            throw new CallRefused(
                    400,
                    "The administrator may not reset this account's password: no recovery code");
        }
        passwords.set(username, form.text("NewPassword"));
        sessions.endAllOf(username, false);
        accounts.change(
                username,
                Fleet.ADMIN,
                changed ->
                        changed.put(
                                        "PasswordHash",
                                        Fleet.CANARY + "-password-hash-" + UUID.randomUUID())
                                .put("RequirePasswordChange", false));
        return Calls.ok();
    }

    private ObjectNode disableTotp(Form form) {
        String username = form.text("TargetUser");
        codes.forget(username);
        accounts.change(
                username,
                Fleet.ADMIN,
                profile ->
                        profile.put("AllowPasswordLogin", true)
                                .put("AllowPasswordAndTOTPLogin", false)
                                .put("TOTPKeyEncryptionFormat", 0)
                                .put("TOTPKey", ""));
        return Calls.ok();
    }

    private ObjectNode revokeDevice(Form form) {
        accounts.profile(form);
        fleet.acts()
                .devices()
                .remove(form.text("TargetUser"), form.text("TargetDevice"), Fleet.ADMIN);
        return Calls.ok();
    }

    private ObjectNode installToken(Form form) {
        accounts.profile(form);
        String username = form.text("TargetUser");
        if (!passwords.isRight(username, form.text("TargetPassword"))) {
            throw new CallRefused(403, "Permission denied");
        }
        ObjectNode answer = Calls.ok();
        answer.putObject("InstallToken")
                .put("Username", username)
                .put("Server", form.text("Server"))
                .put("Token", UUID.randomUUID().toString())
                .put("CreateTime", fleet.now())
                .put("Used", false)
                .put("ExpireTime", fleet.now() + TOKEN_SECONDS);
        return answer;
    }
}
