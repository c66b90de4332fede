package com.eazybackup.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of our own styles, scripts, fonts and drawings: {@code /assets/<version>/…}. The
 * version is a digest of all of them, in the path and not in a query, so that modules which import
 * each other and styles which name fonts by relative address are versioned with them. Browsers may
 * keep what they got for ever; see {@link AssetServlet}.
 */
@Named
@ApplicationScoped
public class Assets {

    static final String ROOT = "/resources/";
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:.* from )?'\\./([\\w]+\\.js)';", Pattern.MULTILINE);
    private static final int VERSION_BYTES = 5;

    @Inject ServletContext context;

    private final Map<String, List<String>> modules = new ConcurrentHashMap<>();
    private String version;

    @PostConstruct
    void digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : files(ROOT)) {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(read(path));
            }
            version = HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public String version() {
        return version;
    }

    /**
     * @param path under {@code resources}, such as {@code css/base.css}
     */
    public String url(String path) {
        return context.getContextPath() + "/assets/" + version + "/" + path;
    }

    /**
     * @return addresses of a script and of every module that it imports, so that the browser asks
     *     for all of them at once instead of one after the other
     */
    public List<String> modulesOf(String entry) {
        return modules.computeIfAbsent(entry, this::imports);
    }

    private List<String> imports(String entry) {
        String folder = entry.substring(0, entry.lastIndexOf('/') + 1);
        Set<String> found = new LinkedHashSet<>(List.of(entry));
        List<String> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            Matcher matcher =
                    IMPORT.matcher(new String(read(ROOT + open.remove(0)), StandardCharsets.UTF_8));
            while (matcher.find()) {
                if (found.add(folder + matcher.group(1))) {
                    open.add(folder + matcher.group(1));
                }
            }
        }
        return found.stream().map(this::url).toList();
    }

    private Set<String> files(String folder) {
        Set<String> found = new TreeSet<>();
        Set<String> paths = context.getResourcePaths(folder);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                found.addAll(files(path));
            } else {
                found.add(path);
            }
        }
        return found;
    }

    private byte[] read(String path) {
        try (InputStream in = context.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no such file in the application: " + path);
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
