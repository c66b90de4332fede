package com.eazybackup.whmcs;

import com.eazybackup.platform.DatabaseUnavailable;
import com.eazybackup.platform.SqlTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What services are billed by, read from WHMCS's tables; nothing here writes.
 *
 * <p>Cost: six statements for one service, five for any number of them; none is made once for each
 * service. Limits: the statements are not one snapshot. Written in SQL, because whole tables are
 * put together and no row is used alone.
 *
 * <p>Errors: {@link DatabaseUnavailable} when the database does not answer.
 */
@ApplicationScoped
public class ServiceBilling {

    /** With more services than this all rows are read, instead of naming each. */
    private static final int MOST_NAMED = 2_000;

    // A server in several groups tells nothing, unless one of them is the product's own.
    private static final String PROFILE =
            "IF(p.servertype = 'comet', COALESCE("
                    + "(SELECT g.name FROM tblservergroupsrel r JOIN tblservergroups g"
                    + " ON g.id = r.groupid WHERE r.serverid = h.server AND r.groupid = p.servergroup"
                    + " LIMIT 1), (SELECT g.name FROM tblservergroupsrel r JOIN tblservergroups g"
                    + " ON g.id = r.groupid WHERE r.serverid = h.server ORDER BY r.groupid LIMIT 1),"
                    + " (SELECT g.name FROM tblservergroups g WHERE g.id = p.servergroup)), NULL)";

    // As text: WHMCS writes 0000-00-00 for no date.
    private static final String SERVICES =
            "SELECT h.id, h.userid, c.companyname, c.firstname, c.lastname, c.currency, h.username,"
                    + " h.domainstatus, h.billingcycle, h.amount, CAST(h.nextduedate AS CHAR), h.packageid,"
                    + " p.name, "
                    + PROFILE
                    + " FROM tblhosting h JOIN tblclients c ON c.id = h.userid"
                    + " LEFT JOIN tblproducts p ON p.id = h.packageid WHERE ";

    private static final String WORDS =
            "h.id = ? OR h.username LIKE ? ESCAPE '!' OR c.companyname LIKE ? ESCAPE '!'"
                    + " OR CONCAT(c.firstname, ' ', c.lastname) LIKE ? ESCAPE '!'"
                    + " OR c.email LIKE ? ESCAPE '!'";

    private SqlTable tables;
    private OptionCatalogue options;

    ServiceBilling() {}

    @Inject
    public ServiceBilling(DataSource database) {
        this.tables = new SqlTable(database, "WHMCS's services and prices");
        this.options = new OptionCatalogue(tables);
    }

    /**
     * @param more options whose prices and choices are wanted beside the service's own
     * @return empty when WHMCS has no such service
     */
    public Optional<BilledServices> of(ServiceId service, Set<Integer> more) {
        List<BillingCurrency> currencies = currencies();
        List<BilledService> found =
                services(currencies, SERVICES + "h.id = ?", new Object[] {service.value()});
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<ServiceId> one = List.of(service);
        Map<ServiceId, List<ChosenOption>> chosen = chosen(one);
        List<Integer> wanted = new ArrayList<>(more);
        chosen.getOrDefault(service, List.of()).forEach(option -> wanted.add(option.configId()));
        return Optional.of(
                new BilledServices(
                        found, chosen, options.all(), options.choices(wanted), options.prices()));
    }

    /** Those of these services that WHMCS has. */
    public BilledServices of(Collection<ServiceId> services) {
        if (services.isEmpty()) {
            return new BilledServices(List.of(), Map.of(), Map.of(), Map.of(), new OptionPrices());
        }
        List<BilledService> found =
                services(
                        currencies(),
                        SERVICES + "h.id IN " + marks(services.size()),
                        numbers(services));
        return with(found);
    }

    /**
     * @param words in any case, found as they stand in a client's name, person or address or an
     *     account's name; or a service's number. Empty for all services
     */
    public BilledServices matching(String words) {
        String plain = words.strip();
        if (plain.isEmpty()) {
            return with(services(currencies(), SERVICES + "1 = 1"));
        }
        String digits = plain.replaceFirst("^#", "");
        String like = "%" + plain.replaceAll("([!%_])", "!$1") + "%";
        return with(
                services(
                        currencies(),
                        SERVICES + WORDS,
                        digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0,
                        like,
                        like,
                        like,
                        like));
    }

    /**
     * @return what a service has chosen at this moment
     */
    public List<ChosenOption> chosenBy(ServiceId service) {
        return chosen(List.of(service)).getOrDefault(service, List.of());
    }

    /**
     * @return what a service costs each time it renews, as WHMCS's table has it; empty when there
     *     is no such service
     */
    public Optional<BigDecimal> amountOf(ServiceId service) {
        return tables
                .read(
                        "SELECT amount FROM tblhosting WHERE id = ?",
                        row -> row.getBigDecimal(1),
                        service.value())
                .stream()
                .findFirst();
    }

    /**
     * @param subIds sub-options
     * @return of those that there are, what they are called
     */
    public Map<Integer, String> choiceNames(Set<Integer> subIds) {
        return options.choiceNames(subIds);
    }

    private BilledServices with(List<BilledService> found) {
        List<ServiceId> ids = found.stream().map(BilledService::id).toList();
        return new BilledServices(found, chosen(ids), options.all(), Map.of(), options.prices());
    }

    private List<BilledService> services(
            List<BillingCurrency> currencies, String sql, Object... values) {
        return tables.read(sql + " ORDER BY h.id", row -> service(row, currencies), values);
    }

    private static BilledService service(ResultSet row, List<BillingCurrency> currencies)
            throws SQLException {
        int client = row.getInt(2);
        return new BilledService(
                new ServiceId(row.getInt(1)),
                new ClientId(client),
                ClientRow.name(
                        client,
                        text(row.getString(3)),
                        text(row.getString(4)),
                        text(row.getString(5))),
                text(row.getString(7)).strip(),
                Optional.ofNullable(row.getString(14)).filter(name -> !name.isBlank()),
                row.getInt(12),
                text(row.getString(13)),
                text(row.getString(8)),
                text(row.getString(9)),
                BillingCurrency.of(row.getInt(6), currencies),
                day(text(row.getString(11))),
                row.getBigDecimal(10));
    }

    private List<BillingCurrency> currencies() {
        return tables.read(
                "SELECT id, code, prefix, `default` FROM tblcurrencies ORDER BY id",
                row ->
                        new BillingCurrency(
                                row.getInt(1),
                                text(row.getString(2)),
                                text(row.getString(3)),
                                row.getBoolean(4)));
    }

    /** Where WHMCS has an option twice, the first row counts. */
    private Map<ServiceId, List<ChosenOption>> chosen(List<ServiceId> services) {
        if (services.isEmpty()) {
            return Map.of();
        }
        boolean named = services.size() <= MOST_NAMED;
        record Row(int service, ChosenOption option) {}
        Map<ServiceId, Map<Integer, ChosenOption>> found = new HashMap<>();
        tables
                .read(
                        "SELECT relid, configid, optionid, qty FROM tblhostingconfigoptions"
                                + (named ? " WHERE relid IN " + marks(services.size()) : "")
                                + " ORDER BY relid, id",
                        row ->
                                new Row(
                                        row.getInt(1),
                                        new ChosenOption(
                                                row.getInt(2), row.getInt(3), row.getInt(4))),
                        named ? numbers(services) : new Object[0])
                .stream()
                .filter(row -> row.service() > 0)
                .forEach(
                        row ->
                                found.computeIfAbsent(
                                                new ServiceId(row.service()),
                                                id -> new LinkedHashMap<>())
                                        .putIfAbsent(row.option().configId(), row.option()));
        return found.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, one -> List.copyOf(one.getValue().values())));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.startsWith("0000") || text.length() < 10
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String marks(int count) {
        return "(" + "?,".repeat(count - 1) + "?)";
    }

    private static Object[] numbers(Collection<ServiceId> services) {
        return services.stream().map(ServiceId::value).toArray();
    }

    static String text(String value) {
        return value == null ? "" : value;
    }
}
