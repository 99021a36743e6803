/** Tests of the package of the same name. */
package cn.zhengai.workbook;
