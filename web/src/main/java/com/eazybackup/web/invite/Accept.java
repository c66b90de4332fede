package com.eazybackup.web.invite;

import com.eazybackup.access.InvitationDoor;
import com.eazybackup.access.InvitationDoor.Acceptance;
import com.eazybackup.access.InvitationDoor.Invitation;
import com.eazybackup.web.account.FlawTexts;
import com.eazybackup.web.signin.SignInTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The page that an invitation's link opens. Reading it changes nothing: programs that protect
 * mailboxes read every link.
 */
@Named
@RequestScoped
public class Accept {

    @Inject InvitationDoor door;
    @Inject FacesContext faces;
    @Inject HttpServletRequest request;
    @Inject SignInTexts texts;
    @Inject FlawTexts flaws;

    private Invitation invitation;
    private boolean looked;
    private boolean done;
    private String name;
    private String password;

    /** Accepts, or stays and says why not. */
    public void take() {
        Acceptance outcome = door.accept(request, getToken(), name, password);
        password = null;
        looked = false;
        if (outcome instanceof Acceptance.Flawed flawed) {
            refuse("accept:password", flaws.of(flawed.flaw()));
        } else if (outcome instanceof Acceptance.Nameless) {
            refuse("accept:name", text("invite.name.missing"));
        } else {
            done = outcome instanceof Acceptance.Accepted;
        }
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

    private Optional<Invitation> invitation() {
        if (!looked) {
            invitation = door.read(getToken()).orElse(null);
            looked = true;
        }
        return Optional.ofNullable(invitation);
    }

    public boolean isOpen() {
        return !done && invitation().isPresent();
    }

    public boolean isDone() {
        return done;
    }

    public boolean isGone() {
        return !done && invitation().isEmpty();
    }

    public String getEmail() {
        return invitation().map(Invitation::email).orElse("");
    }

    public String getRole() {
        return invitation()
                .map(
                        one ->
                                switch (one.duty()) {
                                    case BILLING -> text("admins.role.billing");
                                    case OPERATIONS -> text("admins.role.operations");
                                    case SUPER -> text("admins.role.super");
                                    default -> text("admins.role.support");
                                })
                .orElse("");
    }

    /**
     * @return as the link has it; it is asked for in the form again
     */
    public String getToken() {
        return request.getParameter("token");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
