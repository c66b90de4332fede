package com.eazybackup.web;

import com.eazybackup.comet.CodeLabels;
import com.eazybackup.comet.JobClassification;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/**
 * The texts of the pages' modules as JSON, from the same bundles as the pages themselves: every key
 * that begins with {@code js.}, and the words for the kinds of jobs from where all words for codes
 * are.
 */
@Named
@RequestScoped
public class PageTexts {

    static final String BUNDLE = "com.eazybackup.web.messages";
    private static final String PREFIX = "js.";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject Viewer viewer;

    /**
     * @return JSON that may stand inside a script element: nothing in it can end the element
     */
    public String getJson() {
        return json(viewer.getLocale());
    }

    static String json(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale);
        Map<String, String> texts = new TreeMap<>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .forEach(key -> texts.put(key.substring(PREFIX.length()), bundle.getString(key)));
        CodeLabels labels = CodeLabels.in(locale);
        for (JobClassification kind : JobClassification.values()) {
            if (kind != JobClassification.UNKNOWN) {
                texts.put("job.kind." + kind.code(), labels.of(kind));
            }
        }
        try {
            return JSON.writeValueAsString(texts).replace("<", "\\u003c");
        } catch (JsonProcessingException textsAreAlwaysJson) {
            throw new IllegalStateException(textsAreAlwaysJson);
        }
    }
}
