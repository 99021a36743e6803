package cn.zhengai.console.page;

import cn.zhengai.console.http.Fault;

/** Why a page cannot be shown, and where to go. */
public record ErrorPage(Frame frame, Fault fault, String detail) {}
