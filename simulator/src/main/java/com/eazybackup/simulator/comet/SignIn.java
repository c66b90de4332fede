package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.http.Form;

/** Who may ask. */
@FunctionalInterface
interface SignIn {

    /**
     * @param path of the request, from the root
     * @throws CallRefused for wrong credentials
     */
    void check(Form form, String path);
}
