package com.eazybackup.web.signin;

import com.eazybackup.access.SecondStep;
import com.eazybackup.access.SignInOutcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The second step on the sign-in page: the code of an administrator's second factor. */
@Named
@RequestScoped
public class SignInCode {

    @Inject SecondStep second;
    @Inject SignIn signIn;
    @Inject SignInTexts texts;
    @Inject FacesContext faces;
    @Inject HttpServletRequest request;

    private String code;
    private String trouble;

    /** Tries the code; goes on, or stays and says why not. */
    public void enter() throws IOException {
        SignInOutcome outcome = second.finish(request, code);
        code = null;
        if (outcome instanceof SignInOutcome.Welcome welcome) {
            goOn(AfterSignIn.page(welcome.caller(), signIn.getNext()));
        } else if (outcome instanceof SignInOutcome.TooMany many) {
            trouble = texts.tooMany(many.retryAfter());
        } else if (outcome instanceof SignInOutcome.CodeWrong) {
            trouble = text("signin.code.wrong");
        }
    }

    /** Back to the password. */
    public void back() throws IOException {
        second.giveUp(request);
        goOn(AfterSignIn.door(signIn.getNext()));
    }

    private void goOn(String page) throws IOException {
        faces.getExternalContext().redirect(request.getContextPath() + page);
    }

    private String text(String key) {
        return texts.of(key);
    }

    /**
     * @return whether a code is waited for
     */
    public boolean isWaiting() {
        return second.waiting(request);
    }

    /**
     * @return whether a code came too late
     */
    public boolean isOver() {
        return request.getParameter("code") != null && !isWaiting();
    }

    public String getTrouble() {
        return trouble;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
