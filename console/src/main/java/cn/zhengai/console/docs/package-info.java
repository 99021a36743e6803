/**
 * The contract of the API, {@code openapi.json}, as something people can read. Knows nothing of pages or routes. Start at
 * {@link cn.zhengai.console.docs.Contract}.
 */
@NullMarked
package cn.zhengai.console.docs;

import org.jspecify.annotations.NullMarked;
