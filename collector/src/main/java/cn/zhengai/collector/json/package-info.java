/**
 * JSON documents and JSON lines as rows. Knows nothing of requests and of control points. Start at {@link
 * cn.zhengai.collector.json.JsonRows}.
 */
@NullMarked
package cn.zhengai.collector.json;

import org.jspecify.annotations.NullMarked;
