package com.eazybackup.web.signin;

import com.eazybackup.access.Caller;
import com.eazybackup.access.Role;
import com.eazybackup.access.SignInDoor;
import com.eazybackup.access.SignInOutcome;
import com.eazybackup.web.OwnPages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ResourceBundle;

/**
 * The sign-in page: passes what was typed to the door and says its answer. The page is the same for
 * unknown and known addresses.
 */
@Named
@RequestScoped
public class SignIn {

    @Inject SignInDoor door;
    @Inject FacesContext faces;
    @Inject HttpServletRequest request;

    private String email;
    private String password;
    private String trouble;
    private String reference;

    /** Tries what was typed; goes on to the page that was asked for, or stays and says why not. */
    public void enter() throws IOException {
        SignInOutcome outcome = door.signIn(request, email, password);
        password = null;
        if (outcome instanceof SignInOutcome.Welcome welcome) {
            faces.getExternalContext()
                    .redirect(request.getContextPath() + nextPage(welcome.caller()));
        } else if (outcome instanceof SignInOutcome.TooMany many) {
            trouble = MessageFormat.format(text("signin.tooMany"), wait(many.retryAfter()));
        } else if (outcome instanceof SignInOutcome.Unreachable unreachable) {
            trouble = text("signin.unreachable");
            reference = unreachable.reference().value();
        } else if (outcome instanceof SignInOutcome.SecondFactorNeeded) {
            trouble = text("signin.secondFactor");
        } else {
            refuse();
        }
    }

    private void refuse() {
        UIInput field = (UIInput) faces.getViewRoot().findComponent("door:password");
        field.setValid(false);
        faces.addMessage(
                field.getClientId(faces),
                new FacesMessage(FacesMessage.SEVERITY_ERROR, text("signin.refused"), null));
        faces.validationFailed();
    }

    private String nextPage(Caller caller) {
        String asked = getNext();
        if (caller.role() == Role.ADMIN) {
            return asked.startsWith(OwnPages.ADMIN) ? asked : OwnPages.ADMIN_HOME;
        }
        if (caller.chosen().isEmpty()) {
            return OwnPages.chooseThen(asked);
        }
        return asked.isEmpty() ? OwnPages.HOME : asked;
    }

    private String wait(Duration time) {
        long minutes = (time.toSeconds() + 59) / 60;
        return time.toSeconds() < 60
                ? MessageFormat.format(text("signin.seconds"), Math.max(1, time.toSeconds()))
                : MessageFormat.format(text("signin.minutes"), minutes);
    }

    private String text(String key) {
        ResourceBundle texts = faces.getApplication().getResourceBundle(faces, "text");
        return texts.getString(key);
    }

    /**
     * @return whether the reader was sent here because the session had ended
     */
    public boolean isEnded() {
        return request.getParameter("ended") != null && trouble == null && !faces.isPostback();
    }

    /**
     * @return the page to go on to, one of ours, or empty
     */
    public String getNext() {
        return OwnPages.afterSignIn(request.getParameter("next")).orElse("");
    }

    public String getTrouble() {
        return trouble;
    }

    public String getReference() {
        return reference;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
