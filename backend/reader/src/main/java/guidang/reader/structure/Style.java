package guidang.reader.structure;

/// How units are numbered, in the order in which they usually nest (GB/T 9704,
/// 7.3.3: 一、 （一） 1. （1）).
enum Style {
    /// 第一部分
    PART(0),
    /// 一、
    HAN(1),
    /// I.
    ROMAN(1),
    /// （一）
    HAN_BRACKETS(2),
    /// a heading without a number
    PLAIN(2),
    /// 1.
    ARABIC(3),
    /// 1.1
    TWO_PARTS(4),
    /// 1)
    HALF_BRACKET(4),
    /// （1）
    ARABIC_BRACKETS(4),
    /// 1.1.1
    THREE_PARTS(5),
    /// ①
    CIRCLE(5),
    /// A.
    LATIN(6),
    /// (a)
    LATIN_BRACKETS(6),
    /// 问题一：
    COUNTED(4),
    /// 第一，
    ORDINAL(7),
    /// 其一，
    OF_THEM(7),
    /// 首先，
    SEQUENCE(7),
    /// 一是
    IS(8),
    /// 一要
    SHALL(8);

    private final int rank;

    Style(int rank) {
        this.rank = rank;
    }

    int rank() {
        return rank;
    }
}
