package com.eazybackup.batch;

/** This node's name, as the server has it. */
final class Nodes {

    private Nodes() {}

    static String own() {
        return System.getProperty("jboss.node.name", "");
    }
}
