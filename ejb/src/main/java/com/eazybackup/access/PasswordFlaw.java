package com.eazybackup.access;

/** Why a password is not taken. The sentence is fit for whoever chose it. */
public enum PasswordFlaw {
    TOO_SHORT("The password needs at least 12 characters."),
    TOO_LONG("The password may have at most 128 characters."),
    /** It, or what it is made of, is among those that are tried first. */
    COMMON("This password is easy to guess: others use it, or something like it."),
    ABOUT_YOU("Leave your e-mail address and the name of the product out of the password."),
    /** The one that is to be replaced. */
    UNCHANGED("This is the password that you have now.");

    private final String sentence;

    PasswordFlaw(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
