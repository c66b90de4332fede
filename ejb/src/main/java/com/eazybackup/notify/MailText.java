package com.eazybackup.notify;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param body plain text; an empty line parts paragraphs
 */
record MailText(String subject, String body) {

    private static final String BUNDLE = "com.eazybackup.notify.mail";

    /** Values that are codes, and have a word in the texts. */
    private static final Set<String> WORDS = Set.of("role", "kind");

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cf}]+");

    /**
     * @param values what the names in the text stand for; {@code role} and {@code kind} by their
     *     codes
     */
    static MailText of(String kind, Locale language, Map<String, String> values) {
        ResourceBundle texts =
                ResourceBundle.getBundle(
                        BUNDLE,
                        language,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MailText(
                line(fill(texts.getString(kind + ".subject"), texts, values)),
                fill(texts.getString(kind + ".body"), texts, values));
    }

    private static String fill(String text, ResourceBundle texts, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(value(name.group(1), texts, values)));
    }

    private static String value(String name, ResourceBundle texts, Map<String, String> values) {
        String value = values.getOrDefault(name, "");
        String word = name + "." + value;
        return WORDS.contains(name) && texts.containsKey(word)
                ? texts.getString(word)
                : line(value);
    }

    /** A value is one line: it can begin no header and no paragraph. */
    private static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    /**
     * @return the same as HTML, with nothing in it but paragraphs and links
     */
    String html(String language) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"");
        html.append(language).append("\"><body>");
        for (String paragraph : body.split("\n\n")) {
            html.append("<p>").append(linked(paragraph)).append("</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static String linked(String paragraph) {
        String text = paragraph.strip();
        String safe =
                text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
        // Only a line that is a link and nothing else: what people are called links nowhere.
        return LINK.matcher(text).matches() ? "<a href=\"" + safe + "\">" + safe + "</a>" : safe;
    }
}
