package com.eazybackup.comet;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What people read for Comet's codes, in one language: the only place that holds such words. A
 * language that has no words of its own reads English.
 */
public final class CodeLabels {

    static final String BUNDLE = "com.eazybackup.comet.codes";

    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;

    private CodeLabels(ResourceBundle texts) {
        this.texts = texts;
    }

    public static CodeLabels in(Locale locale) {
        return new CodeLabels(
                ResourceBundle.getBundle(
                        BUNDLE, locale, CodeLabels.class.getClassLoader(), ENGLISH_ELSE));
    }

    /**
     * @param found what the table has for the code
     * @param wire the code as it came, which is shown when the table does not have it
     * @return such as {@code Backup}, or {@code Unknown (4042)}
     */
    public String of(CometCode found, String wire) {
        return found.wire().equals(wire)
                ? of(found)
                : MessageFormat.format(texts.getString("unknown"), wire);
    }

    /**
     * @param code the code as it came
     */
    public String of(CometCode found, int code) {
        return of(found, Integer.toString(code));
    }

    public String of(CometCode code) {
        return texts.getString(key(code));
    }

    static String key(CometCode code) {
        return ((Enum<?>) code).getDeclaringClass().getSimpleName() + "." + code.name();
    }
}
