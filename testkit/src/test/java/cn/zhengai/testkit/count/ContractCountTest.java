package cn.zhengai.testkit.count;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.testkit.ledger.OutboxContract;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

class ContractCountTest {
    @Test
    void anInheritedTestCountsForTheOutermostClassThatInheritsIt() throws ClassNotFoundException {
        Class<?> outer = Class.forName("cn.zhengai.testkit.ledger.MemoryLedgerTest");
        Class<?> adapter = Stream.of(outer.getDeclaredClasses())
                .filter(OutboxContract.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
        Method contract = Stream.of(OutboxContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .findFirst()
                .orElseThrow();

        assertThat(ContractCount.adapter(MethodSource.from(adapter, contract))).contains("MemoryLedgerTest");
        assertThat(ContractCount.adapter(ClassSource.from(adapter))).isEmpty();
    }

    @Test
    void anAdaptersOwnTestDoesNotCount() throws NoSuchMethodException {
        Method own = ContractCountTest.class.getDeclaredMethod("anAdaptersOwnTestDoesNotCount");

        assertThat(ContractCount.adapter(MethodSource.from(ContractCountTest.class, own)))
                .isEmpty();
    }
}
