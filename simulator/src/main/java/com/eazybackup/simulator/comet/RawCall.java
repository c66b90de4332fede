package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.http.Form;

/** A call whose success is a file: form in, bytes out. */
@FunctionalInterface
interface RawCall {

    /**
     * @throws CallRefused for an answer with an error status, which is JSON
     */
    RawAnswer answer(Form form);
}
