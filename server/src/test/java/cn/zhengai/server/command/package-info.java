/** Commands as a person at a terminal runs them: exit codes and what is left behind. Start at a test. */
@NullMarked
package cn.zhengai.server.command;

import org.jspecify.annotations.NullMarked;
