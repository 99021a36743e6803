/**
 * A seeded college with two years of history: catalogue files and the rows its business systems would send. Knows nothing of how they are stored. Start at {@link cn.zhengai.server.demo.DemoCollege}.
 */
@NullMarked
package cn.zhengai.server.demo;

import org.jspecify.annotations.NullMarked;
