package cn.zhengai.core.reading;

/** Why a row is not a reading. The constant labels the metric, the log line and the sentence on the page. */
public enum Reason {
    UNREADABLE_ROW("这一行无法读取"),
    BAD_ENCODING("文字编码无法识别"),
    ROW_TOO_LONG("这一行过长"),
    NO_POINT("缺少质控点"),
    UNKNOWN_POINT("质控点未在目录中登记"),
    POINT_SWITCHED_OFF("质控点已停用，不采集"),
    FORBIDDEN_POINT("该数据来源无权报送此质控点"),
    NO_SUBJECT("缺少诊改主体"),
    UNKNOWN_SUBJECT("诊改主体未在目录中登记"),
    NOT_APPLICABLE("该质控点不适用于此诊改主体"),
    NOT_ALIVE("诊改主体在该时间不存在（尚未设立或已经结束）"),
    NO_INSTANT("缺少时间"),
    BAD_INSTANT("时间无法识别"),
    IN_FUTURE("时间在将来"),
    BEYOND_RETENTION("时间早于保存期限"),
    NO_VALUE("缺少数值"),
    NOT_A_NUMBER("数值不是数"),
    NOT_FINITE("数值是 NaN 或无穷大"),
    TOO_FINE("小数超过六位；请在映射中声明 decimals"),
    TOO_LARGE("数值过大"),
    NO_DENOMINATOR("比率类质控点缺少分子或分母"),
    BAD_DENOMINATOR("分母必须大于零"),
    WRONG_UNIT("计量单位与目录不符"),
    IMPLAUSIBLE("数值超出合理范围"),
    BAD_REVISION("更正号无法识别"),
    /** In a log of several partitions, by somebody who does not spread series as we do. */
    MISPLACED("消息不在该序列应在的分区"),
    /** Another source is the master of the point, and something is known of that instant already. */
    NOT_MASTER("该质控点以另一来源为准");

    private final String chinese;

    Reason(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
