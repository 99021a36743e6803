package cn.zhengai.console.page;

import cn.zhengai.console.docs.Contract;

/** The contract of the API as a page. */
public record DocsPage(Frame frame, Contract contract) {
    private static final Contract SHIPPED = Contract.read();

    static DocsPage of(Frame frame) {
        return new DocsPage(frame, SHIPPED);
    }
}
