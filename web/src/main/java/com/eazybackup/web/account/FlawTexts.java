package com.eazybackup.web.account;

import com.eazybackup.access.PasswordFlaw;
import com.eazybackup.web.signin.SignInTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Why a password is not taken, in the reader's language. */
@RequestScoped
public class FlawTexts {

    @Inject SignInTexts texts;

    public String of(PasswordFlaw flaw) {
        return switch (flaw) {
            case TOO_SHORT -> text("security.password.tooShort");
            case TOO_LONG -> text("security.password.tooLong");
            case COMMON -> text("security.password.common");
            case ABOUT_YOU -> text("security.password.aboutYou");
            case UNCHANGED -> text("security.password.unchanged");
        };
    }

    private String text(String key) {
        return texts.of(key);
    }
}
