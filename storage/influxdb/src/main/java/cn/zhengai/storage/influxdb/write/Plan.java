package cn.zhengai.storage.influxdb.write;

import cn.zhengai.core.reading.Logged;
import cn.zhengai.storage.influxdb.table.Chain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is to be written of a delivery. Chains go to the history before anything that is shown is overwritten.
 *
 * @param chains of instants with more than one reading, the whole chain each
 * @param shown to be shown, where nothing is or in place of another
 */
record Plan(List<List<Logged>> chains, List<Logged> shown) {

    /**
     * @param delivered readings of the delivery by series and instant
     * @param standing what stands there, of those keys at which something may
     */
    static Plan of(Map<Key, List<Logged>> delivered, Map<Key, Standing> standing) {
        Plan plan = new Plan(new ArrayList<>(), new ArrayList<>());
        delivered.forEach((key, readings) -> plan.put(readings, standing.getOrDefault(key, new Standing())));
        return plan;
    }

    private void put(List<Logged> readings, Standing there) {
        Chain chain = there.chain();
        readings.forEach(chain::add);
        Logged prevails = Chain.inForce(chain.all()).orElseThrow();
        if (chain.size() > 1 && !there.hasHistory()) {
            chains.add(chain.all());
        }
        if (!there.shows(prevails)) {
            shown.add(prevails);
        }
    }
}
