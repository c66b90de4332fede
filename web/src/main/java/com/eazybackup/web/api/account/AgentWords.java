package com.eazybackup.web.api.account;

import java.util.List;
import java.util.Map;

/**
 * What a browser calls itself, in the words that its owner would use. Good for knowing one's own
 * devices again and for nothing else: a browser may say what it likes. Browsers have frozen these
 * texts, so that a library with a thousand rules would tell no more.
 *
 * @param browser empty when the text tells none
 * @param system empty when the text tells none
 */
record AgentWords(String browser, String system) {

    // In this order: each of them calls itself by the names of those below, too.
    private static final List<Map.Entry<String, String>> BROWSERS =
            List.of(
                    Map.entry("Edg/", "Edge"),
                    Map.entry("EdgA/", "Edge"),
                    Map.entry("EdgiOS/", "Edge"),
                    Map.entry("OPR/", "Opera"),
                    Map.entry("SamsungBrowser/", "Samsung Internet"),
                    Map.entry("FxiOS/", "Firefox"),
                    Map.entry("Firefox/", "Firefox"),
                    Map.entry("CriOS/", "Chrome"),
                    Map.entry("Chrome/", "Chrome"),
                    Map.entry("Safari/", "Safari"),
                    Map.entry("curl/", "curl"),
                    Map.entry("Java-http-client/", "Java"),
                    Map.entry("python-requests/", "Python"));

    private static final List<Map.Entry<String, String>> SYSTEMS =
            List.of(
                    Map.entry("iPhone", "iPhone"),
                    Map.entry("iPad", "iPad"),
                    Map.entry("Android", "Android"),
                    Map.entry("Windows", "Windows"),
                    Map.entry("CrOS", "ChromeOS"),
                    Map.entry("Macintosh", "macOS"),
                    Map.entry("Linux", "Linux"));

    static AgentWords of(String agent) {
        return new AgentWords(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    private static String first(List<Map.Entry<String, String>> words, String agent) {
        return words.stream()
                .filter(word -> agent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
