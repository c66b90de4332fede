package com.eazybackup.web.signin;

import com.eazybackup.access.SessionEnd;
import com.eazybackup.access.SignInDoor;
import com.eazybackup.access.SignInOutcome;
import com.eazybackup.access.oidc.OpenIdDoor;
import com.eazybackup.web.OwnPages;
import com.eazybackup.web.security.EndedCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The sign-in page: passes what was typed to the door and says its answer. The page is the same for
 * unknown and known addresses.
 */
@Named
@RequestScoped
public class SignIn {

    /** Each has a sentence; what else there is needs none. */
    static final Set<SessionEnd> TOLD =
            EnumSet.of(
                    SessionEnd.SIGNED_OUT,
                    SessionEnd.LIMIT,
                    SessionEnd.BY_OWNER,
                    SessionEnd.BY_ADMIN,
                    SessionEnd.PASSWORD_CHANGED,
                    SessionEnd.SECOND_FACTOR_CHANGED,
                    SessionEnd.ACCOUNT_CHANGED,
                    SessionEnd.MEMBERSHIP_CHANGED,
                    SessionEnd.BY_PROVIDER);

    @Inject SignInDoor door;
    @Inject FacesContext faces;
    @Inject HttpServletRequest request;
    @Inject OpenIdDoor provider;
    @Inject SignInTexts texts;

    private String email;
    private String password;
    private String trouble;
    private String reference;

    /** Tries what was typed; goes on to the page that was asked for, or stays and says why not. */
    public void enter() throws IOException {
        SignInOutcome outcome = door.signIn(request, email, password);
        password = null;
        if (outcome instanceof SignInOutcome.Welcome welcome) {
            goOn(AfterSignIn.page(welcome.caller(), getNext()));
        } else if (outcome instanceof SignInOutcome.CodeWanted) {
            goOn(AfterSignIn.door(getNext()));
        } else if (outcome instanceof SignInOutcome.TooMany many) {
            trouble = texts.tooMany(many.retryAfter());
        } else if (outcome instanceof SignInOutcome.Unreachable unreachable) {
            trouble = text("signin.unreachable");
            reference = unreachable.reference().value();
        } else if (outcome instanceof SignInOutcome.SecondFactorNeeded) {
            trouble =
                    provider.isOpen()
                            ? named(text("signin.secondFactor.provider"))
                            : text("signin.secondFactor");
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

    private void goOn(String page) throws IOException {
        faces.getExternalContext().redirect(request.getContextPath() + page);
    }

    /**
     * @return whether there is another way in
     */
    public boolean isProvider() {
        return provider.isOpen();
    }

    /** Where customers come in by the provider alone, administrators find their form here. */
    public boolean isPasswords() {
        return !provider.isOnlyWay() || isAdmin();
    }

    /**
     * @return whether the form for administrators was asked for
     */
    public boolean isAdmin() {
        return provider.isOnlyWay() && request.getParameter("admin") != null;
    }

    public String getProviderLabel() {
        return named(text("signin.provider"));
    }

    /**
     * @return the address that leads to the provider and back to the page that was asked for
     */
    public String getProviderWay() {
        String next = getNext();
        String way = request.getContextPath() + "/oidc/start";
        return next.isEmpty()
                ? way
                : way + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /**
     * @return what is said between signing out here and there
     */
    public String getGoodbye() {
        return named(text("goodbye.lead"));
    }

    private String named(String sentence) {
        return MessageFormat.format(sentence, provider.providerName());
    }

    private Optional<DoorSentence> told() {
        return faces.isPostback()
                ? Optional.empty()
                : DoorSentence.of(request.getParameter(DoorSentence.PARAMETER));
    }

    private String sentence(DoorSentence told) {
        return switch (told) {
            case REFUSED -> named(text("signin.provider.refused"));
            case CANCELLED -> named(text("signin.provider.cancelled"));
            case STALE -> named(text("signin.provider.stale"));
            case UNREACHABLE ->
                    named(
                            isPasswords()
                                    ? text("signin.provider.unreachable")
                                    : text("signin.provider.unreachable.only"));
            case TOO_MANY -> texts.tooMany(waited());
        };
    }

    /** What the address says, when that is a wait as the throttle makes them. */
    private Duration waited() {
        String given = request.getParameter(DoorSentence.WAIT);
        return Duration.ofSeconds(
                given != null && given.matches("[1-9]\\d{0,2}") ? Integer.parseInt(given) : 60);
    }

    private String text(String key) {
        return texts.of(key);
    }

    /**
     * @return whether the reader was sent here because the session had ended
     */
    public boolean isEnded() {
        return request.getParameter("ended") != null && getTrouble() == null && !faces.isPostback();
    }

    /**
     * @return why it had ended, as far as somebody knows; else that it has
     */
    public String getEndedText() {
        return text(
                EndedCookie.read(request)
                        .filter(TOLD::contains)
                        .map(end -> "signin.ended." + end.code())
                        .orElse("signin.ended"));
    }

    /**
     * @return the page to go on to, one of ours, or empty
     */
    public String getNext() {
        return OwnPages.afterSignIn(request.getParameter("next")).orElse("");
    }

    public String getTrouble() {
        return trouble != null ? trouble : told().map(this::sentence).orElse(null);
    }

    public String getReference() {
        return reference != null
                ? reference
                : told().flatMap(
                                any ->
                                        DoorSentence.reference(
                                                request.getParameter(DoorSentence.REFERENCE)))
                        .orElse(null);
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
