package com.eazybackup.platform;

import java.util.List;

/** The environment is not fit to start with. The message has one sentence for each variable. */
public class BadSettings extends IllegalStateException {

    private final transient List<String> problems;

    BadSettings(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * @return one sentence each, naming the variable and never the value of a secret
     */
    public List<String> problems() {
        return problems;
    }
}
