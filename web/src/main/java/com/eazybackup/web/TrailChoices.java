package com.eazybackup.web;

import com.eazybackup.access.Action;
import com.eazybackup.access.Permission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the filters of the audit trail offer, in the reader's language and order. */
@Named
@RequestScoped
public class TrailChoices {

    private static final List<String> AT_THE_DOOR = List.of("sign-in", "sign-out");
    private static final List<String> RESULTS =
            List.of("ok", "asked", "refused", "not-found", "throttled", "unreachable");
    private static final List<String> LOOKS =
            List.of(Action.VIEW_AS.code(), Action.STOP_VIEWING.code());

    @Inject Viewer viewer;

    /** One of them. */
    public record Choice(String value, String words) {

        public String getValue() {
            return value;
        }

        public String getWords() {
            return words;
        }
    }

    /**
     * @return for an administrator
     */
    public List<Choice> getActions() {
        return actions(action -> true);
    }

    /**
     * @return for a client, who does nothing with the portal itself but is looked at
     */
    public List<Choice> getOwnActions() {
        return actions(
                action ->
                        action.permission().of() != Permission.Of.PORTAL
                                || LOOKS.contains(action.code()));
    }

    public List<Choice> getResults() {
        TrailWords words = new TrailWords(viewer.getLocale());
        return RESULTS.stream().map(word -> new Choice(word, words.result(word))).toList();
    }

    private List<Choice> actions(Predicate<Action> wanted) {
        TrailWords words = new TrailWords(viewer.getLocale());
        Collator order = Collator.getInstance(viewer.getLocale());
        return Stream.concat(
                        AT_THE_DOOR.stream(),
                        Arrays.stream(Action.values()).filter(wanted).map(Action::code))
                .distinct()
                .map(code -> new Choice(code, words.action(code)))
                .sorted(Comparator.comparing(Choice::words, order))
                .toList();
    }
}
