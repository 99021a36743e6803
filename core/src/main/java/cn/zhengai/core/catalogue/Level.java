package cn.zhengai.core.catalogue;

/** The five levels of diagnosis (层面), Art. 5-9. */
public enum Level {
    SCHOOL("学校", false),
    PROGRAM("专业", false),
    COURSE("课程", false),
    TEACHER("教师", true),
    STUDENT("学生", true);

    private final String chinese;
    private final boolean personal;

    Level(String chinese, boolean personal) {
        this.chinese = chinese;
        this.personal = personal;
    }

    public String chinese() {
        return chinese;
    }

    /** Its subjects are persons: values never leave the college's own mail, and groups under five are withheld. */
    public boolean personal() {
        return personal;
    }
}
