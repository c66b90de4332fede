package com.eazybackup.comet;

import com.eazybackup.comet.CometException.Kind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the methods of an interface of calls work. */
final class CallProxy implements InvocationHandler {

    private final CometTransport transport;
    private final SignIn signIn;
    private final Diagnosis diagnosis;
    private final Map<Method, CallPlan> plans = new ConcurrentHashMap<>();

    private CallProxy(CometTransport transport, SignIn signIn, Diagnosis diagnosis) {
        this.transport = transport;
        this.signIn = signIn;
        this.diagnosis = diagnosis;
    }

    static <T> T of(Class<T> calls, CometTransport transport, SignIn signIn, CometPolicy policy) {
        CallProxy handler =
                new CallProxy(transport, signIn, new Diagnosis(transport, signIn, policy));
        return calls.cast(
                Proxy.newProxyInstance(calls.getClassLoader(), new Class<?>[] {calls}, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] values) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> proxy == values[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "Calls[" + transport + "]";
            };
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, values);
        }
        CallPlan plan = plans.computeIfAbsent(method, CallPlan::of);
        Map<String, String> fields = plan.fields(values == null ? new Object[0] : values);
        try {
            return call(plan, fields);
        } catch (CometException e) {
            throw diagnosis.of(plan, fields, e);
        }
    }

    private Object call(CallPlan plan, Map<String, String> fields) throws CometException {
        if (plan.isPublic()) {
            return read(plan, transport.get(plan.path(), plan.kind()));
        }
        Map<String, String> signed = signed(fields);
        try {
            return post(plan, signed);
        } catch (CometException e) {
            if (e.kind() == Kind.WRONG_CREDENTIALS && signIn.hasEnded(signed)) {
                return post(plan, signed(fields));
            }
            throw e;
        }
    }

    private Object post(CallPlan plan, Map<String, String> form) throws CometException {
        return read(plan, transport.post(plan.path(), form, plan.kind(), plan.safe()));
    }

    private static Object read(CallPlan plan, CometAnswer answer) throws CometException {
        boolean handedOut = false;
        try {
            Object result = Answers.read(answer, plan.answer());
            handedOut = Answers.keptOpen(plan.answer());
            return result;
        } finally {
            if (!handedOut) {
                answer.close();
            }
        }
    }

    /** A call's own field goes first: one call has a SessionKey of its own. */
    private Map<String, String> signed(Map<String, String> fields) throws CometException {
        Map<String, String> all = new HashMap<>(signIn.fields());
        all.putAll(fields);
        return all;
    }
}
