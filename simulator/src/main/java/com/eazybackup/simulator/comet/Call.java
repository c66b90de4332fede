package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.JsonNode;

/** One API call: form in, JSON out. */
@FunctionalInterface
interface Call {

    /**
     * @throws CallRefused for an answer with an error status
     */
    JsonNode answer(Form form);
}
