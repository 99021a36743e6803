package cn.zhengai.collector.lineprotocol;

/** Type of a field's value. */
public enum FieldType {
    FLOAT,
    /** 64 bits, written {@code 42i}. */
    INTEGER,
    /** 64 bits without a sign, written {@code 42u}. */
    UNSIGNED,
    BOOLEAN,
    STRING
}
