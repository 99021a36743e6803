/** Real database servers for tests: started on a loopback port in a folder of their own, and killed on demand. */
@NullMarked
package cn.zhengai.testkit.database;

import org.jspecify.annotations.NullMarked;
