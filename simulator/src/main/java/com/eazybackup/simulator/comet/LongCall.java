package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.http.Form;

/** A call whose answer may be too long to be held: form in, members one after the other. */
@FunctionalInterface
interface LongCall {

    /**
     * @throws CallRefused for an answer with an error status
     */
    LongAnswer answer(Form form);
}
