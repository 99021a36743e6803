/**
 * What people do about rejected rows: put one right and send it again, send many again after the mapping or the catalogue
 * was put right, or dismiss one; always with who and why. Knows nothing of HTTP and of the command line. Start at {@link
 * cn.zhengai.collector.rejection.RejectionDesk}.
 */
@NullMarked
package cn.zhengai.collector.rejection;

import org.jspecify.annotations.NullMarked;
