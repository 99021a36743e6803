package cn.zhengai.core.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node of the organisation tree (单位).
 *
 * @param id stable, e.g. {@code jwc}
 * @param name full Chinese name, e.g. 教务处
 * @param parent id of the unit above; empty for the root (the committee)
 * @param aliases other names that sources and documents use for it
 * @param head name of the head of unit; empty when not stated
 * @param contacts where its notices go
 * @param life when it exists
 */
public record OrgUnit(
        String id,
        String name,
        Kind kind,
        Optional<String> parent,
        List<String> aliases,
        Optional<String> head,
        List<Contact> contacts,
        Life life) {
    /** One that always exists. */
    public OrgUnit(
            String id,
            String name,
            Kind kind,
            Optional<String> parent,
            List<String> aliases,
            Optional<String> head,
            List<Contact> contacts) {
        this(id, name, kind, parent, aliases, head, contacts, Life.ALWAYS);
    }

    public OrgUnit {
        aliases = List.copyOf(aliases);
        contacts = List.copyOf(contacts);
    }

    /** The same with further aliases. */
    public OrgUnit alsoNamed(List<String> former) {
        List<String> all = new ArrayList<>(aliases);
        all.addAll(former);
        return former.isEmpty() ? this : new OrgUnit(id, name, kind, parent, all, head, contacts, life);
    }

    /** What sort of unit it is. */
    public enum Kind {
        COMMITTEE("质量管理委员会"),
        DEPARTMENT("部门"),
        SECTION("教研室"),
        COURSE_TEAM("课程团队");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /**
     * One address of a unit.
     *
     * @param channel {@code mail} or {@code webhook}: the name of a notifier
     * @param address a mail address, or the name of a webhook declared in the settings (its URL is a credential)
     */
    public record Contact(String channel, String address) {}
}
