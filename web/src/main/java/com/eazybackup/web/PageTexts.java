package com.eazybackup.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the pages' modules as JSON, from the same bundles as the pages themselves: every key
 * that begins with {@code js.}.
 */
@Named
@RequestScoped
public class PageTexts {

    static final String BUNDLE = "com.eazybackup.web.messages";
    private static final String PREFIX = "js.";

    @Inject Viewer viewer;

    /**
     * @return JSON that may stand inside a script element: nothing in it can end the element
     */
    public String getJson() {
        return json(viewer.getLocale());
    }

    static String json(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
        JsonObjectBuilder texts = Json.createObjectBuilder();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .sorted()
                .forEach(key -> texts.add(key.substring(PREFIX.length()), bundle.getString(key)));
        return texts.build().toString().replace("<", "\\u003c");
    }
}
