/**
 * Whether declared values make sense, alone and together. Reads drafts, changes nothing. Start at {@link
 * cn.zhengai.catalogue.lint.Lint}.
 */
@NullMarked
package cn.zhengai.catalogue.lint;

import org.jspecify.annotations.NullMarked;
