package com.eazybackup.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A browser's request as far as sessions go: the container's rules for them, without a container.
 */
public final class FakeRequest {

    private final String address;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String[]> parameters = new HashMap<>();
    private final Map<String, Runnable> meanwhile = new HashMap<>();
    private String path = "/api/devices";
    private State session;

    private static final class State {
        private String id = UUID.randomUUID().toString();
        private final Map<String, Object> attributes = new HashMap<>();
        private boolean ended;
        private int idleSeconds;

        private String renew() {
            id = UUID.randomUUID().toString();
            return id;
        }

        private Void end() {
            ended = true;
            return null;
        }

        private Void idle(int seconds) {
            idleSeconds = seconds;
            return null;
        }
    }

    public FakeRequest(String address) {
        this.address = address;
    }

    /** A request that comes with a session, as one does whose visitor has seen a page before. */
    public FakeRequest withSession() {
        session = new State();
        return this;
    }

    public FakeRequest at(String asked) {
        path = asked;
        return this;
    }

    public FakeRequest withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Lets something happen in the midst of a request: when that header is read, once. */
    public FakeRequest meanwhile(String header, Runnable happening) {
        meanwhile.put(header, happening);
        return this;
    }

    private String header(String name) {
        Optional.ofNullable(meanwhile.remove(name)).ifPresent(Runnable::run);
        return headers.get(name);
    }

    /** In place of those of the request before. */
    public FakeRequest withParameters(Map<String, String> given) {
        parameters.clear();
        given.forEach((name, value) -> parameters.put(name, new String[] {value}));
        return this;
    }

    /**
     * @return null when there is no session
     */
    public String sessionId() {
        return session == null || session.ended ? null : session.id;
    }

    public int idleSeconds() {
        return session.idleSeconds;
    }

    public void set(String name, Object value) {
        session.attributes.put(name, value);
    }

    public Object get(String name) {
        return session.attributes.get(name);
    }

    public HttpServletRequest asRequest() {
        return proxy(HttpServletRequest.class, this::onRequest);
    }

    private Object onRequest(String method, Object[] arguments) {
        return switch (method) {
            case "getRemoteAddr" -> address;
            case "getParameterValues" -> parameters.get((String) arguments[0]);
            case "getRequestURI" -> path;
            case "getContextPath" -> "";
            case "getHeader" -> header((String) arguments[0]);
            case "getSession" -> session(arguments == null || (Boolean) arguments[0]);
            case "changeSessionId" -> session.renew();
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private HttpSession session(boolean create) {
        if (sessionId() == null) {
            if (!create) {
                return null;
            }
            session = new State();
        }
        State current = session;
        return proxy(HttpSession.class, (method, arguments) -> on(current, method, arguments));
    }

    private static Object on(State state, String method, Object[] arguments) {
        if (state.ended) {
            throw new IllegalStateException("the session has ended");
        }
        return switch (method) {
            case "getId" -> state.id;
            case "getAttribute" -> state.attributes.get((String) arguments[0]);
            case "setAttribute" -> state.attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> state.attributes.remove((String) arguments[0]);
            case "setMaxInactiveInterval" -> state.idle((Integer) arguments[0]);
            case "invalidate" -> state.end();
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}
