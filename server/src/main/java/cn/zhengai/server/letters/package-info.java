/**
 * Dead letters of a distributed run at the terminal: list, show, drive again. Works beside running instances, for Kafka
 * alone is asked. Start at {@link cn.zhengai.server.letters.DeadLettersCommand}.
 */
@NullMarked
package cn.zhengai.server.letters;

import org.jspecify.annotations.NullMarked;
