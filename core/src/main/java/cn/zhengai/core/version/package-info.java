/**
 * The catalogue through time: its versions, which is in force when, and what the rules of today are together with those
 * of before. Knows neither files nor where versions are kept. Start at {@link cn.zhengai.core.version.Timeline}.
 */
@NullMarked
package cn.zhengai.core.version;

import org.jspecify.annotations.NullMarked;
