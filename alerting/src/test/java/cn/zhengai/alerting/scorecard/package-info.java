@org.jspecify.annotations.NullMarked
package cn.zhengai.alerting.scorecard;
