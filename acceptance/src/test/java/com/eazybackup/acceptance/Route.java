package com.eazybackup.acceptance;

/**
 * One way into the portal: a method of the API, a servlet's method, a page.
 *
 * @param method of HTTP; {@code PAGE} for a page, which is read with GET and sends itself forms;
 *     {@code PUSH} for an endpoint of WebSockets
 * @param path with {@code {names}} where ids stand
 */
record Route(String method, String path) implements Comparable<Route> {

    boolean api() {
        return path.startsWith("/api/");
    }

    boolean reads() {
        return method.equals("GET") || method.equals("PAGE");
    }

    boolean hasIds() {
        return path.contains("{");
    }

    @Override
    public int compareTo(Route other) {
        int byPath = path.compareTo(other.path);
        return byPath == 0 ? method.compareTo(other.method) : byPath;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
