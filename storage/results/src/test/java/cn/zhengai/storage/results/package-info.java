@org.jspecify.annotations.NullMarked
package cn.zhengai.storage.results;
