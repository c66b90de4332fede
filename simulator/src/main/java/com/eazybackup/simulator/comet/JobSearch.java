package com.eazybackup.simulator.comet;

import com.eazybackup.simulator.search.SearchClause;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.function.Function;
import java.util.function.Predicate;

/** Searches over jobs, whose fields are written {@code BackupJobDetail.<Field>}. */
final class JobSearch {

    private static final String PREFIX = "BackupJobDetail.";

    private JobSearch() {}

    /**
     * @throws IllegalArgumentException for a clause that is none
     */
    static Predicate<JsonNode> parse(String query) {
        SearchClause clause = SearchClause.parse(query);
        return job -> clause.matches(fieldsOf(job));
    }

    static Function<String, JsonNode> fieldsOf(JsonNode job) {
        return name ->
                name.startsWith(PREFIX)
                        ? job.path(name.substring(PREFIX.length()))
                        : MissingNode.getInstance();
    }
}
