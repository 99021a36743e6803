/** What people see: models of the pages and their routes; the templates are beside them in {@code src/main/jte}. Must show nothing the API would withhold. Start at {@link cn.zhengai.console.page.PageRoutes}. */
@NullMarked
package cn.zhengai.console.page;

import org.jspecify.annotations.NullMarked;
