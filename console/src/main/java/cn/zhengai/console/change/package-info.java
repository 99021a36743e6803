/** What changed since: values that are not what they were, the warnings they moved and the results that do not know them, as JSON and as a page. Start at {@link cn.zhengai.console.change.ChangeRoutes}. */
@NullMarked
package cn.zhengai.console.change;

import org.jspecify.annotations.NullMarked;
