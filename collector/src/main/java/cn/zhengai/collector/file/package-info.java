/**
 * CSV files as rows: what encoding they are in, what their header lacks, which row is broken, and which source a file
 * belongs to. Used by the drop folder and by the one-shot import. Knows nothing of where files come from or go. Start at
 * {@link cn.zhengai.collector.file.FileIntake}.
 */
@NullMarked
package cn.zhengai.collector.file;

import org.jspecify.annotations.NullMarked;
