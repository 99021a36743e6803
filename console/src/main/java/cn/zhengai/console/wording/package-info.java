/** How figures, lines and times are written for people: cut, never rounded up; in the college's zone. Pure. Start at {@link cn.zhengai.console.wording.Figures}. */
@NullMarked
package cn.zhengai.console.wording;

import org.jspecify.annotations.NullMarked;
