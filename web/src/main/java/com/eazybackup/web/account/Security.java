package com.eazybackup.web.account;

import com.eazybackup.access.CurrentCaller;
import com.eazybackup.access.FirstThing;
import com.eazybackup.access.OwnAccount;
import com.eazybackup.access.OwnSecurity;
import com.eazybackup.access.Role;
import com.eazybackup.access.SecurityOutcome;
import com.eazybackup.web.OwnPages;
import com.eazybackup.web.signin.SignInTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The page "Sign-in and security": an administrator's password and second factor. A change without
 * anything to show ends in a redirect; what is shown once is in the answer itself.
 */
@Named
@RequestScoped
public class Security {

    @Inject OwnSecurity security;
    @Inject CurrentCaller current;
    @Inject SignInTexts texts;
    @Inject FlawTexts flaws;
    @Inject FacesContext faces;
    @Inject HttpServletRequest request;

    private final SecurityFields fields = new SecurityFields();
    private OwnAccount account;

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // null: not asked for yet
    private Optional<SecurityOutcome.Begun> begun;

    private List<String> codes = List.of();
    private String trouble;

    /** The password. */
    public void changePassword() throws IOException {
        SecurityOutcome outcome = security.changePassword(fields.getCurrent(), fields.getWanted());
        if (outcome instanceof SecurityOutcome.Flawed flawed) {
            refuse("password-form:wanted", flaws.of(flawed.flaw()));
        } else {
            told(outcome, "password", "password-form:current", "");
        }
    }

    /** Begins to set up a second factor, or another one. */
    public void begin() throws IOException {
        told(
                security.beginFactor(fields.getProof(), fields.proofCode()),
                "",
                "begin-form:proof",
                "begin-form:proof-code");
    }

    /** The app has the secret: here is its code. */
    public void confirm() throws IOException {
        told(security.confirmFactor(fields.getCode()), "", "", "confirm-form:code");
    }

    /** Goes back to how it was. */
    public void cancel() throws IOException {
        security.cancelFactor();
        goOn("");
    }

    public void renewCodes() throws IOException {
        told(
                security.renewRecovery(fields.getProof(), fields.proofCode()),
                "",
                "begin-form:proof",
                "begin-form:proof-code");
    }

    public void turnOff() throws IOException {
        told(
                security.removeFactor(fields.getProof(), fields.proofCode()),
                "factor-off",
                "begin-form:proof",
                "begin-form:proof-code");
    }

    private void told(SecurityOutcome outcome, String done, String password, String code)
            throws IOException {
        fields.forget();
        account = null;
        begun = null;
        if (outcome instanceof SecurityOutcome.WrongPassword) {
            refuse(password, text("security.wrongPassword"));
        } else if (outcome instanceof SecurityOutcome.WrongCode) {
            refuse(code, text("signin.code.wrong"));
        } else if (outcome instanceof SecurityOutcome.Codes fresh) {
            codes = fresh.codes();
        } else if (outcome instanceof SecurityOutcome.TooMany many) {
            trouble = texts.tooMany(many.retryAfter());
        } else if (outcome instanceof SecurityOutcome.NoKey) {
            trouble = text("security.factor.noKey");
        } else if (outcome instanceof SecurityOutcome.NothingBegun) {
            trouble = text("security.factor.nothingBegun");
        } else {
            goOn(done);
        }
    }

    private void goOn(String done) throws IOException {
        String query = done.isEmpty() ? "" : "?done=" + done;
        faces.getExternalContext().redirect(request.getContextPath() + OwnPages.SECURITY + query);
    }

    private void refuse(String field, String sentence) {
        UIInput input = (UIInput) faces.getViewRoot().findComponent(field);
        input.setValid(false);
        faces.addMessage(
                input.getClientId(faces),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
        faces.validationFailed();
    }

    private String text(String key) {
        return texts.of(key);
    }

    /**
     * @return null for a customer, whose password is WHMCS's
     */
    public OwnAccount getAccount() {
        if (account == null && isAdmin()) {
            account = security.account();
        }
        return account;
    }

    public boolean isAdmin() {
        return current.caller().filter(caller -> caller.role() == Role.ADMIN).isPresent();
    }

    public boolean isPasswordFirst() {
        return isAdmin() && getAccount().first().filter(FirstThing.PASSWORD::equals).isPresent();
    }

    public boolean isFactorFirst() {
        return isAdmin()
                && getAccount().first().filter(FirstThing.SECOND_FACTOR::equals).isPresent();
    }

    public boolean isFactor() {
        return getAccount().factor();
    }

    public boolean isFactorPossible() {
        return getAccount().factorPossible();
    }

    public int getRecoveryLeft() {
        return getAccount().recoveryLeft();
    }

    /**
     * @return what the authenticator app is to be given; null while nothing is being set up
     */
    public SecurityOutcome.Begun getBegun() {
        if (begun == null) {
            begun = security.begun();
        }
        return begun.orElse(null);
    }

    /**
     * @return the secret in groups, for whoever types it
     */
    public String getSecret() {
        return getBegun().secret().replaceAll("(.{4})(?=.)", "$1 ");
    }

    public QrPicture getPicture() {
        return QrPicture.of(getBegun().address());
    }

    /**
     * @return what was done a moment ago; only words that we know
     */
    public String getDone() {
        String done = request.getParameter("done");
        boolean known = "password".equals(done) || "factor-off".equals(done);
        return known && !faces.isPostback() ? done : "";
    }

    public List<String> getCodes() {
        return codes;
    }

    public String getTrouble() {
        return trouble;
    }

    public SecurityFields getFields() {
        return fields;
    }
}
