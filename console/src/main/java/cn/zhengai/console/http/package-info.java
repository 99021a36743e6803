/** What every route shares: how routes are declared, bodies read, parameters parsed, refusals answered, requests measured and browsers kept honest. Knows nothing of what the routes are about. Start at {@link cn.zhengai.console.http.Route}. */
@NullMarked
package cn.zhengai.console.http;

import org.jspecify.annotations.NullMarked;
