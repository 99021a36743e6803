/**
 * From the catalogue, readings and warnings to the points that are published. Pure; no name or id of a person comes out
 * of it, and no count of one to four persons. Start at {@link cn.zhengai.dashboards.publish.SharePoints}.
 */
@NullMarked
package cn.zhengai.dashboards.publish;

import org.jspecify.annotations.NullMarked;
