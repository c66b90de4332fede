package com.eazybackup.ingest;

import com.eazybackup.comet.CometException;
import com.eazybackup.comet.CometUsername;
import com.eazybackup.comet.ProfileName;
import com.eazybackup.comet.stream.TargetSource.NoTarget;
import com.eazybackup.comet.user.UserCalls;
import com.eazybackup.platform.Setting;
import com.eazybackup.platform.Settings;
import com.eazybackup.whmcs.CometUser;
import com.eazybackup.whmcs.ServiceAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds the tables against what the Comet Servers list, for who does that in his own time and
 * portions: the nightly sync. Reads with the intake's own client and writes through its own writer,
 * so a live event that comes meanwhile is not turned back.
 *
 * <p>Guarantee: written twice is written once; a list that fails, breaks off or lost suspiciously
 * many accounts takes nothing away (see {@link DropRule}). Writing waits for the database as long
 * as it is away. Runs in no transaction of the caller's: its rows are committed when a method
 * returns.
 *
 * <p>Limit: knows the Comet Servers whose intakes run on this node.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class FleetReconciliation {

    private Intakes intakes;
    private ServiceAccounts services;
    private int jobDays;
    private DropRule drop = DropRule.STANDARD;
    private Patience patience;

    FleetReconciliation() {}

    @Inject
    FleetReconciliation(Intakes intakes, ServiceAccounts services, Settings settings) {
        this(
                intakes,
                services,
                settings.number(Setting.EB_SYNC_JOB_DAYS),
                new DropRule(settings.number(Setting.EB_SYNC_DROP_PERCENT)));
        // Two misses are as far apart as the heartbeat's: the two count together.
        this.patience =
                Patience.nightly(
                        settings.number(Setting.EB_DEVICE_OFFLINE_STRIKES),
                        settings.duration(Setting.EB_HEARTBEAT_INTERVAL).dividedBy(2));
    }

    /** For tests. */
    public FleetReconciliation(
            Intakes intakes, ServiceAccounts services, int jobDays, DropRule drop) {
        this.intakes = intakes;
        this.services = services;
        this.jobDays = jobDays;
        this.drop = drop;
        this.patience = Patience.nightly(1, Duration.ZERO);
    }

    /**
     * @return in the order of the settings
     */
    public List<ProfileName> profiles() {
        return intakes.all().stream().map(CometIntake::profile).toList();
    }

    /**
     * Begins to read, or goes on. No call is made yet.
     *
     * @param from where it was left
     * @param dryRun for one that writes nothing and counts what it would have written
     * @param unregistered whether devices that no Comet Server is known to have are looked at, too:
     *     only when no server's list has failed
     * @throws ListsUnreadable when nobody knows where the server is
     */
    public ServerLists open(
            ProfileName profile, SyncPlace from, boolean dryRun, boolean unregistered)
            throws ListsUnreadable, SQLException {
        CometIntake intake = intake(profile);
        try {
            return new ServerLists(
                    profile,
                    intake.server().client(),
                    intake.tools(),
                    intake.writer(dryRun),
                    intake.rollCall(dryRun),
                    new ServerLists.Context(
                            services.of(profile),
                            services.all(),
                            services,
                            drop,
                            jobDays,
                            unregistered,
                            patience,
                            intake.threads()),
                    from);
        } catch (NoTarget e) {
            throw new ListsUnreadable(e);
        }
    }

    /**
     * @return the next thing, empty after the last one
     */
    public Optional<Listed> next(ServerLists lists)
            throws ListsUnreadable, SQLException, InterruptedException {
        try {
            return lists.next();
        } catch (CometException e) {
            throw new ListsUnreadable(e);
        }
    }

    /** Makes the tables say what these things say; of a dry run, counts what that would write. */
    public Reconciled write(ServerLists lists, List<Listed> things)
            throws SQLException, InterruptedException {
        Map<String, Integer> skipped = new HashMap<>();
        Map<CometUsername, CometUser> owners = lists.owners(accounts(things));
        List<News> news = new ArrayList<>();
        List<News> orphans = new ArrayList<>();
        int processed = 0;
        for (Listed thing : things) {
            String reason = reason(thing, lists, owners);
            if (!reason.isEmpty()) {
                skipped.merge(reason, 1, Integer::sum);
                continue;
            }
            (thing.kind() == Listed.Kind.ORPHANS ? orphans : news).add(thing.news());
            processed += thing.kind() == Listed.Kind.PRESENCE ? 0 : 1;
        }
        RowTally rows = lists.takePresence();
        lists.writer().writeAsked(news, rows);
        RowTally unpaid = new RowTally();
        lists.writer().writeAsked(orphans, unpaid);
        rows.add(unpaid);
        return new Reconciled(
                processed - orphans.size(), skipped, Repaired.of(rows, unpaid.devices()));
    }

    /** Empty for what is written. */
    private static String reason(
            Listed thing, ServerLists lists, Map<CometUsername, CometUser> owners) {
        if (thing.news() == null) {
            return Reconciled.INCOMPLETE;
        }
        if (thing.news() instanceof News.Job job) {
            String name = job.job().username();
            boolean owned = !name.isEmpty() && owners.containsKey(new CometUsername(name));
            return owned ? "" : Reconciled.JOB_OF_NO_CLIENT;
        }
        if (thing.news() instanceof News.Profile profile) {
            CometUser owner = owners.get(new CometUsername(profile.profile().username()));
            if (owner == null) {
                return Reconciled.NO_CLIENT;
            }
            return lists.paidFor(owner) ? "" : Reconciled.NO_ACTIVE_SERVICE;
        }
        return "";
    }

    private static Set<CometUsername> accounts(List<Listed> things) {
        Set<String> names = new LinkedHashSet<>();
        for (Listed thing : things) {
            if (thing.news() instanceof News.Job job) {
                names.add(job.job().username());
            } else if (thing.news() instanceof News.Profile profile) {
                names.add(profile.profile().username());
            }
        }
        names.remove("");
        return names.stream().map(CometUsername::new).collect(Collectors.toSet());
    }

    /**
     * Takes the accounts away that a suspicious list had lost, after an operator has looked. Asks
     * the server again first: when it is not the very same accounts that are gone now, nothing is
     * taken away.
     *
     * @param shown the fingerprint of those that the suspicious list had lost
     * @return what the server lists now, suspicious when nothing was done; and what was done
     */
    public Removal removeGone(ProfileName profile, String shown)
            throws ListsUnreadable, SQLException, InterruptedException {
        CometIntake intake = intake(profile);
        WriterTools tools = intake.tools();
        try {
            Instant began = tools.clock().instant();
            Set<String> names =
                    new HashSet<>(intake.server().client().calls(UserCalls.class).names());
            VanishedAccounts vanished = VanishedAccounts.find(tools.database(), profile, names);
            AccountDrop now = AccountDrop.of(vanished, false);
            boolean others =
                    names.isEmpty() || (now.gone() > 0 && !now.fingerprint().equals(shown));
            RowTally rows = new RowTally();
            if (!others) {
                intake.writer(false)
                        .writeAsked(News.AccountRemoved.missing(vanished.gone(), began), rows);
            }
            return new Removal(AccountDrop.of(vanished, others), Repaired.of(rows, 0));
        } catch (CometException | NoTarget e) {
            throw new ListsUnreadable(e);
        }
    }

    /**
     * Takes the devices away that nobody pays for and that a run had left because they were
     * suspiciously many, after an operator has looked. WHMCS is asked again first: when it is not
     * the very same devices now, nothing is taken away.
     *
     * @param shown those that the run had left
     * @return those that are left now, and what was done
     */
    public UnpaidRemoval removeUnpaid(ProfileName profile, UnpaidDevices shown)
            throws SQLException, InterruptedException {
        CometIntake intake = intake(profile);
        WriterTools tools = intake.tools();
        List<String> found =
                OrphanDevices.find(tools.database(), profile, services.all(), shown.everywhere())
                        .ids();
        UnpaidDevices now = UnpaidDevices.of(found, shown.everywhere());
        if (now.count() > 0 && !now.fingerprint().equals(shown.fingerprint())) {
            return new UnpaidRemoval(now, Repaired.NOTHING);
        }
        RowTally rows = new RowTally();
        if (!found.isEmpty()) {
            News.Orphans orphans = new News.Orphans(Set.copyOf(found), tools.clock().instant());
            intake.writer(false).writeAsked(List.of(orphans), rows);
        }
        return new UnpaidRemoval(UnpaidDevices.NONE, Repaired.of(rows, rows.devices()));
    }

    /** What {@link #removeGone} found and did. */
    public record Removal(AccountDrop drop, Repaired repaired) {}

    /** What {@link #removeUnpaid} has left and done. */
    public record UnpaidRemoval(UnpaidDevices left, Repaired repaired) {}

    private CometIntake intake(ProfileName profile) {
        return intakes.of(profile)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "this node has no intake of " + profile));
    }
}
