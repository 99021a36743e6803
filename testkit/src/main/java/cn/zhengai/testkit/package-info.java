/**
 * Contracts every adapter must pass, fixtures, fakes and a settable time. Knows core and the test libraries, never an
 * adapter or a feature.
 */
@NullMarked
package cn.zhengai.testkit;

import org.jspecify.annotations.NullMarked;
