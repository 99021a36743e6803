/**
 * From readings to episodes, and from episodes to warnings with their facts. Pure: no clock, no port, no thread. The
 * state machine is {@link cn.zhengai.alerting.engine.Phase} with one file per state; new readings and readings taken
 * from history go through the same one. Start at {@link cn.zhengai.alerting.engine.SeriesFold}.
 */
@NullMarked
package cn.zhengai.alerting.engine;

import org.jspecify.annotations.NullMarked;
