package cn.zhengai.console.docs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.docs.Contract.Answer;
import cn.zhengai.console.docs.Contract.Body;
import cn.zhengai.console.docs.Contract.Operation;
import cn.zhengai.console.docs.Contract.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever reads the contract learns what to send and what comes back. */
class ContractReadingTest {
    private final List<Operation> operations = Contract.read().groups().stream()
            .flatMap(g -> g.operations().stream())
            .toList();

    private Operation operation(String method, String path) {
        return operations.stream()
                .filter(o -> o.method().equals(method) && o.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyParameterIsNamedPlacedAndExplained() {
        assertThat(operations).hasSizeGreaterThan(25);
        for (Operation operation : operations) {
            assertThat(operation.parameters()).allSatisfy(p -> {
                assertThat(p.name()).isNotBlank();
                assertThat(p.in()).matches("路径|查询参数|请求头");
                assertThat(p.description())
                        .as(operation.path() + " " + p.name())
                        .containsPattern("\\p{IsHan}");
            });
        }
        assertThat(operation("GET", "/api/v1/rejections").parameters())
                .extracting(Parameter::name)
                .contains("source", "offset", "limit");
        assertThat(operation("GET", "/api/v1/warnings/{id}").parameters())
                .extracting(Parameter::in, Parameter::required)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("路径", true));
    }

    @Test
    void whatIsSentAndAnsweredHasAnExample() {
        for (Operation operation : operations) {
            assertThat(operation.answers()).as(operation.path()).isNotEmpty();
            operation
                    .requests()
                    .forEach(b -> assertThat(b.example())
                            .as(operation.path() + " " + b.mediaType())
                            .isNotBlank());
            for (Answer answer : operation.answers()) {
                answer.bodies().stream()
                        .filter(b -> b.mediaType().equals("application/json"))
                        .forEach(b -> assertThat(b.example())
                                .as(operation.path() + " " + answer.status())
                                .startsWith("{"));
            }
        }
        assertThat(operation("POST", "/write").requests())
                .extracting(Body::example)
                .containsExactly("course.attendance,subject=c1 numerator=46,denominator=48 1772323200000000000");
        assertThat(operation("GET", "/api/v1/bands")
                        .answers()
                        .get(0)
                        .bodies()
                        .get(0)
                        .example())
                .contains("\"ON_TARGET\" : 1", "2026-03-01T00:00:00Z");
    }
}
