package cn.zhengai.server.demo;

import java.util.List;

/** Names a demo college is made of; every person is invented. */
final class Names {
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建文辉力鹏飞宇浩然子涵欣怡梓萱雨泽晨阳思博雅婷佳琪俊熙诗若彤嘉宁安晓东春梅志国庆立新海波云帆天佑";

    private static final List<String> COURSES = List.of(
            "高等数学",
            "大学英语",
            "信息技术",
            "思想道德与法治",
            "体育与健康",
            "机械制图",
            "电工电子技术",
            "数控编程",
            "液压与气动",
            "工业机器人应用",
            "汽车构造",
            "新能源汽车技术",
            "程序设计基础",
            "数据库应用",
            "网络技术",
            "网页设计",
            "大数据基础",
            "基础会计",
            "财务管理",
            "市场营销",
            "电子商务",
            "物流管理",
            "护理学基础",
            "人体解剖学",
            "健康评估",
            "药理学",
            "学前心理学",
            "幼儿园教育活动设计",
            "建筑制图",
            "工程测量",
            "工程造价",
            "建筑材料",
            "美术基础",
            "视觉设计",
            "旅游概论",
            "酒店服务",
            "食品检测",
            "化学基础",
            "创新创业",
            "职业生涯规划");

    private static final List<String> PROGRAMS = List.of(
            "机电一体化技术",
            "数控技术",
            "工业机器人技术",
            "新能源汽车技术",
            "汽车检测与维修技术",
            "软件技术",
            "大数据技术",
            "计算机网络技术",
            "大数据与会计",
            "电子商务",
            "现代物流管理",
            "护理",
            "药学",
            "学前教育",
            "建筑工程技术",
            "工程造价",
            "视觉传达设计",
            "旅游管理",
            "酒店管理与数字化运营",
            "食品检验检测技术");

    private Names() {}

    static String person(Dice dice, String about, int which) {
        String surname = one(SURNAMES, dice.roll(about + "/surname", which, SURNAMES.length()));
        String first = one(GIVEN, dice.roll(about + "/given", which, GIVEN.length()));
        boolean two = dice.roll(about + "/two", which, 3) > 0;
        return surname + first + (two ? one(GIVEN, dice.roll(about + "/second", which, GIVEN.length())) : "");
    }

    private static String one(String from, int index) {
        return from.substring(index, index + 1);
    }

    static String program(int which) {
        return PROGRAMS.get(which % PROGRAMS.size());
    }

    static String course(int which) {
        int round = which / COURSES.size();
        return COURSES.get(which % COURSES.size()) + (round == 0 ? "" : "（" + (round + 1) + "班）");
    }
}
