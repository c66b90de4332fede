package com.eazybackup.platform;

import java.io.IOException;

/** The portal does not connect there. The message is a sentence for the operator. */
public class AddressRefused extends IOException {

    private static final long serialVersionUID = 1L;

    public AddressRefused(String sentence) {
        super(sentence);
    }
}
