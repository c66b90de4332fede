package com.eazybackup.simulator.protocol;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Listens in: holds every request's form against the table of calls and every answer against the
 * table of types, and notes what does not fit. It changes nothing about what is answered.
 *
 * <p>Guarantee: a complaint names the call, the field and the rule, never a value, so no secret.
 * Each different complaint is noted once. Limits: of a long list or map the first 300 members are
 * looked at; raw answers and what a fault does to an answer on its way out are not.
 */
public final class ProtocolCheck {

    private static final int MOST = 1_000;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final ProtocolTables tables = ProtocolTables.read();
    private final Set<String> complaints = new LinkedHashSet<>();
    private final Set<String> seen = new TreeSet<>();
    private final Set<String> fieldsMet = new TreeSet<>();

    /** What did not fit, in order; empty when all did. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Paths that were asked and are in the table, for example {@code /api/v1/admin/list-users}. */
    public synchronized Set<String> callsSeen() {
        return new TreeSet<>(seen);
    }

    /** Fields that were in an answer and were not null, for example {@code OSInfo.arch}. */
    public synchronized Set<String> fieldsMet() {
        return new TreeSet<>(fieldsMet);
    }

    /** Every field that an answer to a call of the table can have, however deep. */
    public Set<String> fieldsOfAnswers() {
        Set<String> fields = new TreeSet<>();
        tables.calls().forEach(call -> addFields(call.answer(), fields));
        return fields;
    }

    private void addFields(Shape shape, Set<String> fields) {
        if (shape instanceof Shape.ListOf list) {
            addFields(list.member(), fields);
        } else if (shape instanceof Shape.MapOf map) {
            addFields(map.member(), fields);
        } else if (shape instanceof Shape.Named named) {
            for (Field field : tables.fields(named.type()).values()) {
                if (fields.add(named.type() + "." + field.name())) {
                    addFields(field.shape(), fields);
                }
            }
        }
    }

    /** Forgets what was noted so far. */
    public synchronized void clear() {
        complaints.clear();
        seen.clear();
        fieldsMet.clear();
    }

    /** Every path of the table. */
    public Set<String> allCalls() {
        Set<String> paths = new TreeSet<>();
        tables.calls().forEach(call -> paths.add(call.path()));
        return paths;
    }

    /**
     * The form fields that a call needs, without those that sign in.
     *
     * @throws java.util.NoSuchElementException for a path that is not in the table
     */
    public List<String> neededFields(String path) {
        return tables.call(path).orElseThrow().parameters().stream()
                .filter(field -> !field.optional())
                .map(Field::name)
                .toList();
    }

    /** Whether a member of that name is a map, whose keys are data, in whatever type has it. */
    public static boolean isMap(String member) {
        return ProtocolTables.read().isMap(member);
    }

    /** Whether a call answers with a map. */
    public boolean answersMap(String path) {
        return tables.call(path).filter(call -> call.answer() instanceof Shape.MapOf).isPresent();
    }

    /** Whether a call answers with bytes that are no JSON. */
    public boolean isRaw(String path) {
        return tables.call(path).filter(call -> call.answer() == Shape.Simple.RAW).isPresent();
    }

    /**
     * @param path from the root
     * @param contentType of the request, "" for none
     * @param query of the address, "" for none
     */
    public void request(String path, String contentType, String query, Form form) {
        Consumer<String> note = text -> note(path + " " + text);
        if (!query.isEmpty()) {
            note.accept("has parameters in its address");
        }
        tables.call(path)
                .ifPresentOrElse(
                        call -> {
                            if (call.signsIn() && !isForm(contentType)) {
                                note.accept("is not sent as " + FORM);
                            }
                            new FormCheck(tables, call, note).check(form);
                            saw(path);
                        },
                        () -> note.accept("is no call"));
    }

    /** An answer as JSON, before any fault is played on it. */
    public void answer(String path, JsonNode answer) {
        answerComplaints(path, answer).forEach(this::note);
    }

    /** What does not fit about an answer; for whoever has it from the wire. */
    public Collection<String> answerComplaints(String path, JsonNode answer) {
        return tables.call(path)
                .map(call -> json(path + " answered:", call.answer(), answer))
                .orElse(List.of());
    }

    /**
     * What does not fit about any value.
     *
     * @param shape for example {@code map<UserProfileConfig>}
     */
    public Collection<String> valueComplaints(String shape, JsonNode value) {
        return json(shape, Shape.parse(shape), value);
    }

    private Collection<String> json(String place, Shape shape, JsonNode value) {
        Collection<String> found = new ArrayList<>();
        new JsonCheck(tables, true, found::add, this::meet).check(place, shape, value);
        return found;
    }

    private static boolean isForm(String contentType) {
        return contentType.startsWith(FORM);
    }

    private synchronized void note(String complaint) {
        if (complaints.size() < MOST) {
            complaints.add(complaint);
        }
    }

    private synchronized void meet(String field) {
        fieldsMet.add(field);
    }

    private synchronized void saw(String path) {
        seen.add(path);
    }
}
