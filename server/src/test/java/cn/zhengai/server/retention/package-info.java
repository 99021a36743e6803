/** Tests of seals; whole runs are tested in {@code life}. */
@NullMarked
package cn.zhengai.server.retention;

import org.jspecify.annotations.NullMarked;
