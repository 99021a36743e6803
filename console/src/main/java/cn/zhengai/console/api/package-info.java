/** What machines may ask: catalogue, series, bands, warnings, sources, assessments, health. The contract is {@code openapi.json}. Start at {@link cn.zhengai.console.api.ApiRoutes}. */
@NullMarked
package cn.zhengai.console.api;

import org.jspecify.annotations.NullMarked;
