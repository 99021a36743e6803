/** Tests of backups that need no process of their own; those that do are in {@code life}. */
@NullMarked
package cn.zhengai.server.backup;

import org.jspecify.annotations.NullMarked;
