package com.eazybackup.simulator.whmcs;

import com.eazybackup.simulator.switches.Trouble;
import com.eazybackup.simulator.switches.Unsettled;

/**
 * How WHMCS's API behaves where its documentation and its users do not agree, and how it
 * misbehaves. Each field may be changed at any time, from any thread. First values are what the
 * documentation shows.
 */
public final class WhmcsSwitches {

    @Unsettled("Numbers come as text: \"109\" instead of 109.")
    public volatile boolean idsAsText;

    @Unsettled("Yes and no come as the texts true and false.")
    public volatile boolean flagsAsText;

    @Unsettled("Lists come as flattened keys: clients[client][0][id].")
    public volatile boolean flatLists;

    @Unsettled("A list of one entry comes as that entry, without a list around it.")
    public volatile boolean loneEntryIsObject;

    @Unsettled("An empty list comes as an empty text.")
    public volatile boolean emptyListIsText;

    @Unsettled("Lists come as objects with the keys \"0\", \"1\" and so on.")
    public volatile boolean numberedLists;

    @Unsettled("Texts come with HTML's entities: Smith &amp; Sons.")
    public volatile boolean entitiesInText;

    @Unsettled("A caller who is not accepted is told so with HTTP 403; else with 200.")
    public volatile boolean refusalsAreHttp403 = true;

    @Unsettled("SendEmail and SendAdminEmail obey the undocumented address in \"to\".")
    public volatile boolean toObeyed = true;

    @Unsettled("UpdateClientProduct obeys the undocumented nextinvoicedate.")
    public volatile boolean nextInvoiceDateObeyed = true;

    @Unsettled("UpdateClientProduct obeys configoptions, keyed as UpgradeProduct's.")
    public volatile boolean configOptionsObeyed = true;

    @Unsettled("AddOrder names the services in serviceids; before WHMCS 7.8 in productids.")
    public volatile boolean serviceIdsNamed = true;

    @Unsettled("A password that WHMCS cannot open comes as an empty text; else as an error.")
    public volatile boolean unopenedPasswordIsEmpty = true;

    @Trouble("No e-mail leaves: every sending fails.")
    public volatile boolean mailFails;

    @Trouble("The module behind the products fails: nothing is set up, nothing suspended.")
    public volatile boolean moduleFails;

    @Trouble("Clients may not sign in by token.")
    public volatile boolean signOnBlocked;

    @Trouble(
            value =
                    "The access key that every caller needs; empty = the caller's address is known.",
            positions = {"", "portal-key"})
    public volatile String accessKey = "";

    @Trouble(
            value = "The one action that the credentials' role does not allow; empty = all are.",
            positions = {"", "AddOrder"})
    public volatile String forbiddenAction = "";
}
