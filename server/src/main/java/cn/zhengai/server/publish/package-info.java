/**
 * Publishes results for dashboards: what changed goes to a sink of points, again and again the same when it must. Knows no
 * database and no Grafana. Start at {@link cn.zhengai.server.publish.Publisher}.
 */
@NullMarked
package cn.zhengai.server.publish;

import org.jspecify.annotations.NullMarked;
