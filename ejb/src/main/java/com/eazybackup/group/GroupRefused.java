package com.eazybackup.group;

/** Not done to a group. The message is fit for whoever asked. */
public class GroupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean conflict;

    private GroupRefused(String sentence, boolean conflict) {
        super(sentence);
        this.conflict = conflict;
    }

    static GroupRefused invalid(String sentence) {
        return new GroupRefused(sentence, false);
    }

    /**
     * @param name of the group that is there
     */
    static GroupRefused taken(String name) {
        return new GroupRefused("There is already a group named \"" + name + "\".", true);
    }

    /**
     * @return whether it is as things stand, and not because of what was sent
     */
    public boolean conflict() {
        return conflict;
    }
}
