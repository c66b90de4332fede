package com.eazybackup.web.account;

/** What was typed on the page "Sign-in and security"; none of it is ever shown again. */
public class SecurityFields {

    private String current;
    private String wanted;
    private String proof;
    private String proofCode;
    private String code;

    void forget() {
        current = null;
        wanted = null;
        proof = null;
        proofCode = null;
        code = null;
    }

    String proofCode() {
        return proofCode == null ? "" : proofCode;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getProof() {
        return proof;
    }

    public void setProof(String proof) {
        this.proof = proof;
    }

    public String getProofCode() {
        return proofCode;
    }

    public void setProofCode(String proofCode) {
        this.proofCode = proofCode;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
