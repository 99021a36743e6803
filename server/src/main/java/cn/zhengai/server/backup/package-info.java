/**
 * Copies of a data folder that can be trusted: made while the process runs, checked by reading them back, restored
 * elsewhere. Must not know what the stores hold beyond counts and fingerprints. Start at
 * {@link cn.zhengai.server.backup.Backup}.
 */
@NullMarked
package cn.zhengai.server.backup;

import org.jspecify.annotations.NullMarked;
