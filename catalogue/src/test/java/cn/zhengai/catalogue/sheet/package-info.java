/** Catalogues out into workbooks and back. */
package cn.zhengai.catalogue.sheet;
