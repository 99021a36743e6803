/**
 * The example with real input, end to end: the learning system's export through the drop folder to bands, episodes and
 * roll-ups, held against answers that plain SQL gives over the raw files. The SQL ({@code *.sql} beside the test's
 * resources) must know neither the product nor the exporter. Start at {@code OuladTest}.
 */
@NullMarked
package cn.zhengai.server.oulad;

import org.jspecify.annotations.NullMarked;
