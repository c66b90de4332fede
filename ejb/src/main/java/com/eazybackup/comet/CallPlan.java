package com.eazybackup.comet;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a method of an interface says about its call.
 *
 * @param path from the root of the server
 * @param names of the fields, in the order of the parameters
 */
record CallPlan(String path, CallKind kind, boolean safe, List<String> names, Type answer) {

    static CallPlan of(Method method) {
        String prefix = method.getDeclaringClass().getAnnotation(CallsOf.class).value();
        Call call = method.getAnnotation(Call.class);
        return new CallPlan(
                prefix + call.value(),
                call.kind(),
                call.safe(),
                Stream.of(method.getParameters()).map(CallPlan::name).toList(),
                method.getGenericReturnType());
    }

    private static String name(Parameter parameter) {
        return parameter.getAnnotation(Field.class).value();
    }

    Map<String, String> fields(Object[] values) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            FormFields.text(values[i]).ifPresent(text -> fields.put(name, text));
        }
        return fields;
    }

    boolean isPublic() {
        return path.startsWith(CallsOf.PUBLIC);
    }

    boolean isForUser() {
        return path.startsWith(CallsOf.USER);
    }
}
