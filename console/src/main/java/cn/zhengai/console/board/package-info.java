/** Where everything stands: bands of all series counted by level and point, kept for a few seconds, and what of persons may be shown. Must not know HTTP. Start at {@link cn.zhengai.console.board.BandBoard}. */
@NullMarked
package cn.zhengai.console.board;

import org.jspecify.annotations.NullMarked;
