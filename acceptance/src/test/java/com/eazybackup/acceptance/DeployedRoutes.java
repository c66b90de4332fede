package com.eazybackup.acceptance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/**
 * Every way into the portal, read from the archive that the server has deployed: its resources,
 * servlets, pages and push endpoints. What cannot be read from there with certainty is an error, so
 * that nothing slips past.
 */
final class DeployedRoutes {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName HTTP_METHOD = DotName.createSimple("jakarta.ws.rs.HttpMethod");
    private static final DotName SERVLET =
            DotName.createSimple("jakarta.servlet.annotation.WebServlet");
    private static final DotName SOCKET =
            DotName.createSimple("jakarta.websocket.server.ServerEndpoint");
    private static final DotName APPLICATION_PATH =
            DotName.createSimple("jakarta.ws.rs.ApplicationPath");

    /** The annotations that make a resource's method a route. */
    private static final Map<DotName, String> METHODS =
            Map.of(
                    method("GET"), "GET",
                    method("POST"), "POST",
                    method("PUT"), "PUT",
                    method("PATCH"), "PATCH",
                    method("DELETE"), "DELETE",
                    method("HEAD"), "HEAD",
                    method("OPTIONS"), "OPTIONS");

    private static final Pattern SERVLET_METHOD = Pattern.compile("do(Get|Post|Put|Delete|Patch)");
    private static final Pattern PAGE = Pattern.compile("(?!WEB-INF/|resources/)(.+)\\.xhtml");
    private static final Pattern SERVLET_CLASS =
            Pattern.compile("<servlet-class>\\s*([\\w.$]+)\\s*</servlet-class>");
    private static final String FACES = "jakarta.faces.webapp.FacesServlet";

    private final SortedSet<Route> routes = new TreeSet<>();
    private final List<String> unclear = new ArrayList<>();
    private final Indexer classes = new Indexer();

    private DeployedRoutes() {}

    /**
     * @param archive the EAR
     * @throws IllegalStateException when something in it may be a way in and is none that is known
     *     here
     */
    static SortedSet<Route> of(Path archive) throws IOException {
        DeployedRoutes found = new DeployedRoutes();
        try (InputStream ear = Files.newInputStream(archive)) {
            found.open(ear);
        }
        found.readClasses();
        if (!found.unclear.isEmpty()) {
            throw new IllegalStateException(
                    "teach DeployedRoutes what these are: " + found.unclear);
        }
        return found.routes;
    }

    /** Modules and our own libraries; those of others have no routes, and would take a minute. */
    private void open(InputStream archive) throws IOException {
        ZipInputStream entries = new ZipInputStream(archive);
        for (ZipEntry entry = entries.getNextEntry();
                entry != null;
                entry = entries.getNextEntry()) {
            String name = entry.getName();
            String file = name.substring(name.lastIndexOf('/') + 1);
            if (name.endsWith(".war") || file.matches("(com\\.eazybackup-)?eazybackup-.*\\.jar")) {
                open(new ByteArrayInputStream(entries.readAllBytes()));
            } else if (name.endsWith(".class") && !file.equals("module-info.class")) {
                classes.index(new ByteArrayInputStream(entries.readAllBytes()));
            } else if (name.equals("WEB-INF/web.xml")) {
                readDescriptor(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            } else {
                Matcher page = PAGE.matcher(name);
                if (page.matches()) {
                    routes.add(new Route("PAGE", "/" + page.group(1)));
                }
            }
        }
    }

    private void readDescriptor(String xml) {
        Matcher servlet = SERVLET_CLASS.matcher(xml);
        while (servlet.find()) {
            if (!servlet.group(1).equals(FACES)) {
                unclear.add("servlet in web.xml: " + servlet.group(1));
            }
        }
        if (xml.contains("SOCKET_ENDPOINT_ENABLED")) {
            routes.add(new Route("PUSH", "/omnifaces.push/{channel}"));
        }
    }

    private void readClasses() {
        Index index = classes.complete();
        String root =
                index.getAnnotations(APPLICATION_PATH).stream()
                        .map(annotation -> "/" + trimmed(annotation.value().asString()))
                        .reduce((first, second) -> first + " and " + second)
                        .orElse("");
        index.getAnnotations(HTTP_METHOD)
                .forEach(own -> unclear.add("a method of our own: " + own.target()));
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.declaredAnnotation(PATH) != null) {
                readResource(type, root + "/" + trimmed(value(type.declaredAnnotation(PATH))));
            }
            if (type.declaredAnnotation(SERVLET) != null) {
                readServlet(type, type.declaredAnnotation(SERVLET));
            }
            if (type.declaredAnnotation(SOCKET) != null) {
                routes.add(
                        new Route("PUSH", "/" + trimmed(value(type.declaredAnnotation(SOCKET)))));
            }
        }
    }

    private void readResource(ClassInfo type, String base) {
        for (MethodInfo method : type.methods()) {
            List<String> verbs =
                    METHODS.keySet().stream()
                            .filter(method::hasDeclaredAnnotation)
                            .map(METHODS::get)
                            .toList();
            AnnotationInstance path = method.declaredAnnotation(PATH);
            if (verbs.isEmpty() && path != null) {
                unclear.add("a resource inside a resource: " + type.name() + "." + method.name());
            }
            String full = path == null ? base : base + "/" + trimmed(value(path));
            // A pattern behind a name ({id: \d+}) is not part of the name.
            String named = full.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*\\}", "{$1}");
            verbs.forEach(verb -> routes.add(new Route(verb, named)));
        }
    }

    private void readServlet(ClassInfo type, AnnotationInstance servlet) {
        List<String> patterns = new ArrayList<>();
        for (String name : List.of("value", "urlPatterns")) {
            AnnotationValue value = servlet.value(name);
            patterns.addAll(value == null ? List.of() : Arrays.asList(value.asStringArray()));
        }
        List<String> verbs =
                type.methods().stream()
                        .map(method -> SERVLET_METHOD.matcher(method.name()))
                        .filter(Matcher::matches)
                        .map(name -> name.group(1).toUpperCase(Locale.ROOT))
                        .toList();
        if (verbs.isEmpty() || type.methods().stream().anyMatch(m -> m.name().equals("service"))) {
            unclear.add("a servlet that answers otherwise: " + type.name());
        }
        patterns.forEach(path -> verbs.forEach(verb -> routes.add(new Route(verb, path))));
    }

    private static DotName method(String name) {
        return DotName.createSimple("jakarta.ws.rs." + name);
    }

    private static String value(AnnotationInstance annotation) {
        return annotation.value().asString();
    }

    private static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
