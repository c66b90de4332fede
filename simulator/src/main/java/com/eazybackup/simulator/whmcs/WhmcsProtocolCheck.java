package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.eazybackup.simulator.whmcs.ActionShapes.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Listens in: holds the parameters of every request against the documented ones and notes what does
 * not fit. It changes nothing about what is answered.
 *
 * <p>Guarantee: a complaint names the action, the parameter and the rule, never a value, so no
 * secret. Each different complaint is noted once, the first thousand.
 */
public final class WhmcsProtocolCheck {

    private static final int MOST = 1_000;
    private static final Set<String> OF_EVERY_CALL =
            Set.of("identifier", "secret", "accesskey", "action", "responsetype");
    private static final Pattern MEMBER = Pattern.compile("([a-z_0-9]+)\\[([^\\[\\]]+)]");

    private final ActionShapes shapes = ActionShapes.read();
    private final Set<String> complaints = new LinkedHashSet<>();
    private final Set<String> seen = new TreeSet<>();

    /** What did not fit, in order; empty when all did. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Actions of the table that were asked, as documented. */
    public synchronized Set<String> actionsSeen() {
        return new TreeSet<>(seen);
    }

    /** Every action of the table. */
    public Set<String> allActions() {
        return new TreeSet<>(shapes.actions().keySet());
    }

    /** Forgets what was noted so far. */
    public synchronized void clear() {
        complaints.clear();
        seen.clear();
    }

    void request(Form form) {
        String action = form.text("action");
        Map<String, Parameter> parameters = shapes.actions().get(action);
        if (parameters == null) {
            note(action.replaceAll("[^A-Za-z]", ""), "is not in the table");
            return;
        }
        synchronized (this) {
            seen.add(action);
        }
        if (!form.text("responsetype").equals("json")) {
            note(action, "does not ask for JSON");
        }
        Set<String> given = new LinkedHashSet<>();
        form.fields()
                .forEach(
                        (name, value) -> {
                            if (!OF_EVERY_CALL.contains(name)) {
                                given.add(base(name));
                                check(action, parameters.get(base(name)), name, value);
                            }
                        });
        for (Parameter parameter : parameters.values()) {
            if (parameter.required() && !given.contains(parameter.name()) && !waived(form)) {
                note(action, "lacks " + parameter.name());
            }
        }
        form.repeated().forEach(name -> note(action, "has " + name + " more than once"));
    }

    /** Documented of AddClient: skipvalidation lifts what is required. */
    private static boolean waived(Form form) {
        return form.text("skipvalidation").equals("1");
    }

    private static String base(String name) {
        Matcher member = MEMBER.matcher(name);
        return member.matches() ? member.group(1) : name;
    }

    private void check(String action, Parameter parameter, String name, String value) {
        if (parameter == null) {
            note(action, "has " + base(name) + ", which it does not take");
        } else if (parameter.list() != name.contains("[")) {
            note(
                    action,
                    parameter.list()
                            ? "has " + name + " without an index"
                            : "has " + base(name) + " with an index");
        } else if (!fits(parameter.member(), value)) {
            note(action, "has a " + parameter.name() + " that is no " + parameter.member());
        }
    }

    private static boolean fits(String type, String value) {
        return switch (type) {
            case "int" -> value.matches("\\d{1,10}");
            // PHP takes the text false for true.
            case "bool" -> value.matches("[01]");
            case "decimal" -> value.matches("-?\\d{1,12}(\\.\\d{1,2})?");
            case "date" -> value.matches("\\d{4}-\\d{2}-\\d{2}");
            case "php" -> isPhp(value);
            default -> true;
        };
    }

    private static boolean isPhp(String value) {
        try {
            return PhpArray.read(value) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private synchronized void note(String action, String text) {
        if (complaints.size() < MOST) {
            complaints.add(action + " " + text);
        }
    }
}
