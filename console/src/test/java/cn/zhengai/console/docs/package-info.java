/** Tests of the contract as people read it. */
package cn.zhengai.console.docs;
