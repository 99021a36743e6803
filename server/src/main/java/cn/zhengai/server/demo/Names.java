package cn.zhengai.server.demo;

import java.util.List;
import java.util.Map;

/** Names a demo college is made of; every person is invented. */
final class Names {
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建文辉力鹏飞宇浩然子涵欣怡梓萱雨泽晨阳思博雅婷佳琪俊熙诗若彤嘉宁安晓东春梅志国庆立新海波云帆天佑";

    /** By the starter catalogue's sections: programs, then courses. */
    private static final Map<String, List<String>> PROGRAMS = Map.ofEntries(
            Map.entry("hl-jc", List.of("护理")),
            Map.entry("hl-lc", List.of("护理（老年方向）")),
            Map.entry("hl-zc", List.of("助产")),
            Map.entry("ym-mr", List.of("医学美容技术")),
            Map.entry("ym-yx", List.of("人物形象设计")),
            Map.entry("kf-kf", List.of("康复治疗技术", "中医康复技术")),
            Map.entry("kf-yx", List.of("药学", "药品经营与管理")),
            Map.entry("zn-rj", List.of("软件技术", "大数据技术")),
            Map.entry("zn-zd", List.of("机电一体化技术", "工业机器人技术")),
            Map.entry("zn-qc", List.of("新能源汽车技术")),
            Map.entry("jg-kj", List.of("大数据与会计")),
            Map.entry("jg-ds", List.of("电子商务", "现代物流管理")),
            Map.entry("jy-xq", List.of("学前教育", "早期教育")),
            Map.entry("jy-ys", List.of("视觉传达设计")));

    private static final Map<String, List<String>> COURSES = Map.ofEntries(
            Map.entry(
                    "hl-jc",
                    List.of("护理学基础", "人体解剖学", "生理学", "病理学", "护理礼仪", "健康评估", "护理心理学", "微生物与免疫学", "急救护理", "护理伦理")),
            Map.entry(
                    "hl-lc",
                    List.of("内科护理", "外科护理", "儿科护理", "急危重症护理", "老年护理", "社区护理", "精神科护理", "传染病护理", "手术室护理", "护理管理")),
            Map.entry("hl-zc", List.of("助产学", "妇产科护理", "母婴保健", "产科急救", "新生儿护理", "优生优育", "围产期营养", "助产技能实训")),
            Map.entry("ym-mr", List.of("美容皮肤科学", "美容中医技术", "美容仪器使用", "皮肤护理", "美容药物学", "美容营养学", "美容心理学", "美容院管理")),
            Map.entry("ym-yx", List.of("化妆造型", "发型设计", "色彩基础", "服饰搭配", "形象管理", "摄影基础", "新媒体美妆", "舞台造型")),
            Map.entry("kf-kf", List.of("康复评定技术", "运动治疗技术", "作业治疗技术", "物理因子治疗", "言语治疗技术", "传统康复技术", "康复辅具应用", "社区康复")),
            Map.entry("kf-yx", List.of("药理学", "药物化学", "药剂学", "药物分析", "中药学", "药事管理", "药品营销", "医院药学实务", "天然药物化学")),
            Map.entry(
                    "zn-rj",
                    List.of("程序设计基础", "数据库应用", "网页设计", "数据结构", "操作系统", "软件测试", "大数据基础", "云计算技术", "移动应用开发", "网络技术")),
            Map.entry("zn-zd", List.of("机械制图", "电工电子技术", "数控编程", "液压与气动", "工业机器人应用", "自动控制", "传感器技术", "可编程控制器")),
            Map.entry("zn-qc", List.of("汽车构造", "新能源汽车技术", "汽车电器", "汽车检测与维修", "汽车营销", "动力电池技术", "底盘维修", "智能网联汽车")),
            Map.entry("jg-kj", List.of("基础会计", "财务会计", "成本会计", "税务实务", "财务管理", "审计基础", "管理会计", "会计信息系统", "经济法")),
            Map.entry("jg-ds", List.of("电子商务基础", "网店运营", "市场营销", "直播电商", "跨境电商", "物流管理", "仓储与配送", "客户服务", "商务数据分析")),
            Map.entry("jy-xq", List.of("学前心理学", "学前教育学", "幼儿园教育活动设计", "幼儿卫生与保育", "幼儿文学", "幼儿园环境创设", "声乐", "钢琴", "舞蹈")),
            Map.entry("jy-ys", List.of("美术基础", "构成设计", "字体与版式", "视觉设计", "插画设计", "包装设计", "数字摄影", "品牌设计")),
            Map.entry("gg-sz", List.of("思想道德与法治", "毛泽东思想概论", "形势与政策", "职业生涯规划", "创新创业基础", "大学生心理健康", "军事理论", "劳动教育")),
            Map.entry("gg-ty", List.of("体育与健康", "大学英语", "高等数学", "信息技术", "大学语文", "应用文写作", "羽毛球", "篮球", "英语口语")));

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

    /** Names of the programs that a section of the starter catalogue teaches; none for public courses. */
    static List<String> programs(String section) {
        return PROGRAMS.getOrDefault(section, List.of());
    }

    /** Name of a section's course number {@code which}, from 0; further classes of a course are numbered. */
    static String course(String section, int which) {
        List<String> names = COURSES.getOrDefault(section, List.of("专业课程"));
        int round = which / names.size();
        return names.get(which % names.size()) + (round == 0 ? "" : "（" + (round + 1) + "班）");
    }
}
