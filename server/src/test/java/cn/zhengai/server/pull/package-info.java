/** Pulling from real databases: writers that commit out of order, kills of both sides, presets of well-known systems. */
@NullMarked
package cn.zhengai.server.pull;

import org.jspecify.annotations.NullMarked;
