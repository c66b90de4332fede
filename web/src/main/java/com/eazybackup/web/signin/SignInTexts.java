package com.eazybackup.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ResourceBundle;

/** What the pages around a sign-in say, in the reader's language. */
@RequestScoped
public class SignInTexts {

    @Inject FacesContext faces;

    public String of(String key) {
        ResourceBundle texts = faces.getApplication().getResourceBundle(faces, "text");
        return texts.getString(key);
    }

    public String tooMany(Duration wait) {
        return MessageFormat.format(text("signin.tooMany"), words(wait));
    }

    private String words(Duration time) {
        long minutes = (time.toSeconds() + 59) / 60;
        return time.toSeconds() < 60
                ? MessageFormat.format(text("signin.seconds"), Math.max(1, time.toSeconds()))
                : MessageFormat.format(text("signin.minutes"), minutes);
    }

    private String text(String key) {
        return of(key);
    }
}
