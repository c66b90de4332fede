package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.http.Form;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;

/** One action of the API. */
interface Action {

    /**
     * @return the documented shape; {@link Shapes} makes the other ones of it
     * @throws ActionRefused when WHMCS would say no
     */
    ObjectNode act(Form form) throws SQLException;
}
