package cn.zhengai.collector.push;

import cn.zhengai.collector.intake.Outcomes;
import cn.zhengai.collector.intake.Tally;
import cn.zhengai.core.reading.Rejection;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers a result per row for the answer. Of up to {@link #MOST_ROWS} rows every one is listed; of more, only the
 * rejected ones, and of those the first {@code MOST_ROWS}; {@code listed} says which. For one thread.
 */
final class RowResults implements Outcomes {
    /** Rows that are listed one by one. */
    static final int MOST_ROWS = 10_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String digest;
    private List<Result> results = new ArrayList<>();
    private boolean listsAccepted;
    private boolean cut;

    /** @param listsAccepted the answer's format tells of accepted rows at all */
    RowResults(String digest, boolean listsAccepted) {
        this.digest = digest;
        this.listsAccepted = listsAccepted;
    }

    @Override
    public void rejected(Rejection rejection) {
        if (makeRoom()) {
            results.add(new Result(rejection.row(), false, rejection.reason().name(), rejection.detail()));
        } else {
            cut = true;
        }
    }

    @Override
    public void judged(int row, int accepted, int rejected) {
        if (!listsAccepted || (accepted == 0 && rejected > 0)) {
            return;
        }
        if (makeRoom() && listsAccepted) {
            results.add(new Result(row, true, "", ""));
        }
    }

    private boolean makeRoom() {
        if (results.size() >= MOST_ROWS && listsAccepted) {
            listsAccepted = false;
            results = new ArrayList<>(results.stream().filter(r -> !r.accepted).toList());
        }
        return results.size() < MOST_ROWS;
    }

    /** The answer as JSON: batch, counts, digest of the body, results. */
    String answer(Tally tally) {
        ObjectNode answer = MAPPER.createObjectNode();
        answer.put("batch", tally.head().id());
        answer.put("accepted", tally.accepted());
        answer.put("rejected", tally.rejections());
        answer.put("digest", digest);
        answer.put("listed", listsAccepted ? "all" : cut ? "first-rejected" : "rejected");
        ArrayNode list = answer.putArray("results");
        for (Result result : results) {
            ObjectNode one = list.addObject();
            one.put("row", result.row);
            one.put("status", result.accepted ? "accepted" : "rejected");
            if (!result.accepted) {
                one.put("reason", result.reason);
                one.put("message", result.message);
            }
        }
        return answer.toString();
    }

    /** One row, or one measure of it, in the answer. */
    private record Result(int row, boolean accepted, String reason, String message) {}
}
