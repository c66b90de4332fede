package com.eazybackup.web;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What is in the audit trail, in words. A code that is not in the bundles, of an older or a newer
 * version, is shown as it stands. The pages' modules take the same texts.
 */
public final class TrailWords {

    static final String ACTION = "js.trail.action.";
    static final String RESULT = "js.trail.result.";

    private final ResourceBundle texts;

    public TrailWords(Locale locale) {
        texts = ResourceBundle.getBundle(PageTexts.BUNDLE, locale);
    }

    public String action(String code) {
        return text(ACTION + code, code);
    }

    public String result(String word) {
        return text(RESULT + word, word);
    }

    /**
     * @return as whom an administrator is shown to a client
     */
    public String support(String brand) {
        return texts.getString("js.trail.support").replace("{brand}", brand);
    }

    private String text(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
