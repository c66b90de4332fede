package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.browse.Snapshots;
import com.eazybackup.simulator.fleet.Fleet;
import com.eazybackup.simulator.protocol.ProtocolCheck;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Map;

/** Every call of the server: the administrator's, the accounts', either's and anybody's. */
final class Families {

    private final Fleet fleet;
    private final Switches switches;
    private final SignIns signIns;
    private final ProtocolCheck protocol;
    private final Accounts accounts;
    private final UserCalls users;
    private final SessionCalls sessions;
    private final Map<String, Api> byPrefix;

    /**
     * @param news told of everybody who signs in
     */
    Families(
            Fleet fleet,
            Switches switches,
            SignIns signIns,
            ProtocolCheck protocol,
            MetaCalls meta,
            SignInNews news) {
        this.fleet = fleet;
        this.switches = switches;
        this.signIns = signIns;
        this.protocol = protocol;
        this.accounts = new Accounts(fleet, switches);
        this.users = new UserCalls(fleet, switches, accounts);
        this.sessions = new SessionCalls(accounts, signIns.sessions(), signIns.admin(), news);
        this.byPrefix =
                Map.of(
                        Api.ADMIN,
                        api(
                                Methods.POST,
                                admin(meta),
                                (form, path) ->
                                        news.admin(Proof.of(form), path, signIns.admin()::check)),
                        Api.USER_WEB,
                        api(
                                Methods.POST,
                                userWeb(),
                                (form, path) ->
                                        news.user(Proof.of(form), path, signIns.users()::check)),
                        Api.HYBRID,
                        api(
                                Methods.POST,
                                hybrid(),
                                (form, path) -> signIns.checkEither(Proof.of(form))),
                        Api.PUBLIC,
                        api(Methods.GET, open(), (form, path) -> {}));
    }

    /** What answers below each of the prefixes that {@link Api} names. */
    Map<String, Api> byPrefix() {
        return byPrefix;
    }

    private Api api(HttpString method, Calls calls, SignIn signIn) {
        return new Api(method, calls, signIn, switches, protocol);
    }

    private Calls admin(MetaCalls meta) {
        Calls calls = new Calls();
        meta.register(calls);
        sessions.registerAdmin(calls);
        users.register(calls);
        new AccountCalls(fleet, switches, accounts, signIns).register(calls);
        new ItemCalls(accounts).register(calls);
        new EmailReportCalls(fleet, accounts).register(calls);
        new JobCalls(fleet, switches, accounts).register(calls);
        new DispatcherCalls(fleet, switches, accounts).register(calls);
        new ProviderCalls(fleet, switches, accounts, signIns).register(calls);
        devices(calls);
        return calls;
    }

    private void devices(Calls calls) {
        Targets targets = new Targets(fleet, switches);
        Browsing browsing = new Browsing(targets);
        Snapshots snapshots = new Snapshots(fleet);
        new SnapshotCalls(browsing, snapshots).register(calls);
        new DeviceBrowseCalls(fleet, browsing, switches).register(calls);
        new NetworkBrowseCalls(browsing).register(calls);
        new OfficeCalls(fleet, browsing).register(calls);
        new BackupCalls(fleet, switches, targets, snapshots).register(calls);
        new VaultCommandCalls(fleet, targets, snapshots, switches).register(calls);
        new ConnectionCalls(fleet, switches, targets, signIns.passwords()).register(calls);
        new DeviceTestCalls(fleet, targets).register(calls);
    }

    private Calls userWeb() {
        Calls calls = new Calls();
        sessions.registerUserWeb(calls);
        users.registerUserWeb(calls);
        new TotpCalls(switches, accounts, signIns.userCodes()).registerUserWeb(calls);
        return calls;
    }

    private Calls hybrid() {
        Calls calls = new Calls();
        sessions.registerHybrid(calls);
        return calls;
    }

    private Calls open() {
        Calls calls = new Calls();
        new PublicCalls(fleet, switches).register(calls);
        return calls;
    }
}
