/**
 * The commands of the command line; each reads its options, calls one thing and maps what went wrong to an exit code and a sentence in Chinese. Start at {@link cn.zhengai.server.command.ExitCode}.
 */
@NullMarked
package cn.zhengai.server.command;

import org.jspecify.annotations.NullMarked;
