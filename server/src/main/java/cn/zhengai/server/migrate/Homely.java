package cn.zhengai.server.migrate;

import cn.zhengai.alerting.warner.Warner;
import cn.zhengai.server.run.SharedStores;
import cn.zhengai.storage.jdbc.LedgerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of the tables of places and of marks: which are those of a home, which the warner's, and how new ones look. */
final class Homely {
    private static final String CONSUMER = "warner ";
    private static final String RULES = Warner.CONSUMER + "/rules/";

    private Homely() {}

    /** Binds the ledger to a data folder or a log, or says which instance does some work. */
    static boolean isOfItsHome(LedgerRow row) {
        return row.table().equals("mark")
                ? SharedStores.isOfItsHome(row.text("name"))
                : row.text("owner").startsWith(CONSUMER)
                        && SharedStores.isOfItsHome(row.text("owner").substring(CONSUMER.length()));
    }

    /** How far the warner is in a partition, or which rules it knows there. */
    static boolean isOfTheWarner(LedgerRow row) {
        return row.table().equals("mark")
                ? row.text("name").startsWith(RULES)
                : row.text("owner").equals(CONSUMER + Warner.CONSUMER);
    }

    /** A remark about the rules: of which partition and point. */
    static Rules rules(LedgerRow row) {
        String rest = row.text("name").substring(RULES.length());
        int slash = rest.indexOf('/');
        return new Rules(Integer.parseInt(rest.substring(0, slash)), rest.substring(slash + 1), row.text("remark"));
    }

    /** The warner's places at the end of a log. */
    static List<LedgerRow> places(List<Long> ends) {
        List<LedgerRow> rows = new ArrayList<>();
        for (int partition = 0; partition < ends.size(); partition++) {
            rows.add(place(Warner.CONSUMER, partition, ends.get(partition)));
        }
        return rows;
    }

    static LedgerRow place(String consumer, int partition, long upTo) {
        return new LedgerRow(
                "place", new TreeMap<>(Map.of("owner", CONSUMER + consumer, "part", (long) partition, "up_to", upTo)));
    }

    static LedgerRow mark(String name, String remark) {
        return new LedgerRow("mark", new TreeMap<>(Map.of("name", name, "remark", remark)));
    }

    /** The rules a warner knows of a point in a partition, by their digest. */
    record Rules(int partition, String point, String digest) {
        LedgerRow row() {
            return mark(RULES + partition + "/" + point, digest);
        }
    }
}
