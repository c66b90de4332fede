package com.eazybackup.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the reader wants to see pages: language, theme, width of the sidebar. All of it comes from
 * cookies, so that the server writes it into the page and nothing jumps when scripts start; none of
 * it is a secret.
 */
@Named
@RequestScoped
public class Viewer {

    private HttpServletRequest request;

    Viewer() {}

    @Inject
    Viewer(HttpServletRequest request) {
        this.request = request;
    }

    public Language language() {
        return cookie(Language.COOKIE)
                .flatMap(Language::ofTag)
                .orElseGet(() -> Language.best(Collections.list(request.getLocales())));
    }

    public Locale getLocale() {
        return language().locale();
    }

    public String getLanguageTag() {
        return language().tag();
    }

    public String getLanguageShort() {
        return language().letters();
    }

    /** A language in the menu. */
    public record Choice(String tag, String name, boolean current) {

        public String getTag() {
            return tag;
        }

        public String getName() {
            return name;
        }

        public boolean isCurrent() {
            return current;
        }
    }

    public List<Choice> getLanguages() {
        Language spoken = language();
        return Arrays.stream(Language.values())
                .map(one -> new Choice(one.tag(), one.ownName(), one == spoken))
                .toList();
    }

    /**
     * @return {@code dark} or {@code light} when chosen; empty while the system decides
     */
    public String getTheme() {
        return cookie("eb_theme").filter(List.of("dark", "light")::contains).orElse("");
    }

    /**
     * @return {@code narrow} or {@code wide}
     */
    public String getSide() {
        return cookie("eb_side").filter("narrow"::equals).orElse("wide");
    }

    /**
     * @return this page's own address, for forms that come back to it
     */
    public String getHere() {
        return OwnPages.any(OwnPages.asked(request)).orElse("/");
    }

    /**
     * @return this page's own path
     */
    public String getPage() {
        return OwnPages.asked(request).replaceFirst("\\?.*", "");
    }

    /**
     * @return the page that was asked for before this one, if it is one of ours
     */
    public String getNext() {
        return OwnPages.afterSignIn(request.getParameter("next")).orElse("");
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(one -> one.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
