package com.eazybackup.simulator.protocol;

/**
 * A form field of a call, or a member of a type.
 *
 * @param optional may be left out
 */
record Field(String name, boolean optional, Shape shape) {

    /**
     * @param name with a question mark at its end when the field may be left out
     */
    static Field parse(String name, String shape) {
        boolean optional = name.endsWith("?");
        return new Field(
                optional ? name.substring(0, name.length() - 1) : name,
                optional,
                Shape.parse(shape));
    }
}
