/**
 * What people are told: warnings with their life, the facts of that life, notices. Values only; how they come about is
 * alerting's business. Start at {@link cn.zhengai.core.warning.Warning}.
 */
@NullMarked
package cn.zhengai.core.warning;

import org.jspecify.annotations.NullMarked;
