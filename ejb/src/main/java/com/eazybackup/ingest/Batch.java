package com.eazybackup.ingest;

import java.util.List;

/**
 * News that are written together.
 *
 * @param told by the stream; else asked for, which says nothing of what the stream has not told
 */
record Batch(List<News> news, boolean told) {

    Batch part(int from, int to) {
        return new Batch(news.subList(from, to), told);
    }
}
