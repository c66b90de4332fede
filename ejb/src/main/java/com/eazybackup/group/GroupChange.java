package com.eazybackup.group;

/**
 * What is to be otherwise with a group.
 *
 * @param name cannot be taken away
 */
public record GroupChange(Patch<GroupName> name, Patch<GroupColor> color, Patch<GroupIcon> icon) {

    /**
     * @throws GroupRefused when it names nothing, or takes the name away
     */
    public GroupChange {
        if (!name.named() && !color.named() && !icon.named()) {
            throw GroupRefused.invalid("One of name, color and icon says what is to be changed.");
        }
        if (name.named() && name.value().isEmpty()) {
            throw GroupRefused.invalid(GroupName.NEEDED);
        }
    }
}
