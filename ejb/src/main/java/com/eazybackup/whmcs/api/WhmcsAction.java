package com.eazybackup.whmcs.api;

import java.time.Duration;

/** The actions that the portal knows, with what decides about waiting and repeating. */
enum WhmcsAction {
    DECRYPT_PASSWORD("DecryptPassword", Effect.NONE),
    // WHMCS counts wrong logins and bans addresses: asking twice would count twice.
    VALIDATE_LOGIN("ValidateLogin", Effect.QUICK),
    CREATE_SSO_TOKEN("CreateSsoToken", Effect.QUICK),
    ADD_CLIENT("AddClient", Effect.SLOW),
    GET_CLIENTS("GetClients", Effect.NONE),
    GET_CLIENTS_DETAILS("GetClientsDetails", Effect.NONE),
    UPDATE_CLIENT("UpdateClient", Effect.QUICK),
    ADD_CLIENT_NOTE("AddClientNote", Effect.QUICK),
    GET_USERS("GetUsers", Effect.NONE),
    GET_PRODUCTS("GetProducts", Effect.NONE),
    ADD_ORDER("AddOrder", Effect.SLOW),
    ACCEPT_ORDER("AcceptOrder", Effect.SLOW),
    CANCEL_ORDER("CancelOrder", Effect.SLOW),
    GET_ORDERS("GetOrders", Effect.NONE),
    GET_CLIENTS_PRODUCTS("GetClientsProducts", Effect.NONE),
    UPDATE_CLIENT_PRODUCT("UpdateClientProduct", Effect.QUICK),
    MODULE_SUSPEND("ModuleSuspend", Effect.SLOW),
    GET_EMAIL_TEMPLATES("GetEmailTemplates", Effect.NONE),
    SEND_EMAIL("SendEmail", Effect.SLOW),
    SEND_ADMIN_EMAIL("SendAdminEmail", Effect.SLOW),
    OPEN_TICKET("OpenTicket", Effect.SLOW),
    GET_PAY_METHODS("GetPayMethods", Effect.NONE),
    ADD_PAY_METHOD("AddPayMethod", Effect.SLOW),
    UPDATE_INVOICE("UpdateInvoice", Effect.QUICK);

    private enum Effect {
        NONE,
        QUICK,
        /** WHMCS speaks to a mail server, a gateway or a Comet Server before it answers. */
        SLOW
    }

    private static final Duration USUAL = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final String documentedName;
    private final Effect effect;

    WhmcsAction(String documentedName, Effect effect) {
        this.documentedName = documentedName;
        this.effect = effect;
    }

    /** As WHMCS's documentation writes it. */
    String documentedName() {
        return documentedName;
    }

    /** Whether asking again changes nothing. */
    boolean repeatable() {
        return effect == Effect.NONE;
    }

    /** How long an answer is waited for. */
    Duration patience() {
        return effect == Effect.SLOW ? LONG : USUAL;
    }
}
