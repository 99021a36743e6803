/** The schemas themselves. */
package cn.zhengai.catalogue.schema;
