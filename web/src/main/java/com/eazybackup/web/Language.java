package com.eazybackup.web;

import java.util.Locale;
import java.util.Optional;

/** A language that the pages speak. Adding one means one line here and one bundle. */
public enum Language {
    ENGLISH("en-CA", "English"),
    FRENCH("fr-CA", "Français");

    /** Cookie with the choice; without it the browser's own preference decides. */
    static final String COOKIE = "eb_lang";

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    /**
     * @return BCP 47 tag, also the value of the page's {@code lang} attribute
     */
    public String tag() {
        return locale.toLanguageTag();
    }

    /**
     * @return the language's name in itself
     */
    public String ownName() {
        return ownName;
    }

    Locale locale() {
        return locale;
    }

    /**
     * @return two capital letters for the topbar
     */
    String letters() {
        return locale.getLanguage().toUpperCase(Locale.ROOT);
    }

    static Optional<Language> ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag().equalsIgnoreCase(tag)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /**
     * The first of the reader's languages that the pages speak.
     *
     * @param wanted from {@code Accept-Language}, best first; regions do not matter
     */
    static Language best(Iterable<Locale> wanted) {
        for (Locale locale : wanted) {
            for (Language language : values()) {
                if (language.locale.getLanguage().equals(locale.getLanguage())) {
                    return language;
                }
            }
        }
        return ENGLISH;
    }
}
