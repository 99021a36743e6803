@org.jspecify.annotations.NullMarked
package cn.zhengai.benchmarks.college;
