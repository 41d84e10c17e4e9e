#include "app/demo_content.hpp"

namespace meadow::app::demo {
namespace {

constexpr Resident all_residents[] = {
    {"linxi", "林夕", "上海", "周末拍照，平时养花"},
    {"ahe", "阿禾", "杭州", "把出租屋住成家"},
    {"mia_wong", "Mia Wong", "香港", "Film, ferries and too many plants"},
    {"laozhou", "老周", "北京", "修了三十年相机"},
    {"xiaoman", "小满", "成都", "慢慢走，慢慢买"},
    {"tang_run", "唐跑跑", "深圳", "全马 3:42，今年想进 3:30"},
    {"yuki", "雪野", "南京", "一个人的木工房"},
    {"noah", "Noah Becker", "上海", "Berliner in Shanghai. Coffee, keyboards, bikes."},
    {"zhizhi", "知知", "广州", "阳台上有四十盆多肉"},
    {"daqiao", "大乔", "武汉", "只写用满三个月的东西"},
    {"qingcha", "青茶", "苏州", "喜欢旧家具的新主人"},
    {"momo", "陌陌陌", "重庆", "山城骑行，膝盖已废"},
    {"sunhao", "孙浩", "西安", "桌面党，线材洁癖"},
    {"anna_li", "Anna Li", "北京", "Interior designer who lives in 38 square metres"},
    {"xiaokui", "小葵", "厦门", "海边的园丁"},
    {"guozi", "果子", "长沙", "篮球社副社长（替补）"},
    {"wenxin", "文心", "天津", "胶片、猫、旧书"},
    {"baifan", "白帆", "青岛", "露营装备轻量化实践者"},
    {"jiajia", "佳佳", "杭州", "新手妈妈的客厅改造记"},
    {"leo_chen", "Leo 陈", "深圳", "硬件工程师，键盘换轴中"},
    {"yunduo", "云朵", "昆明", "花市常客"},
    {"shitou", "石头", "贵阳", "攀岩、滑板、偶尔跑步"},
    {"nanfeng", "南风", "宁波", "极简不是没有，是刚好"},
    {"ella", "Ella Zhang", "上海", "I photograph chairs. Yes, chairs."},
    {"ayue", "阿越", "福州", "旁轴党"},
    {"tuanzi", "团子", "沈阳", "在北方把兰花养活了"},
    {"hexiao", "何晓", "合肥", "研究生，宿舍好物"},
    {"pipi", "皮皮", "大连", "网球三年级"},
    {"songsong", "松松", "拉萨", "高原上的盆栽实验"},
    {"xiaotao", "小桃", "无锡", "什么都想试试"},
};

constexpr Store all_stores[] = {
    {Theme::cameras, "暗房旧物", "上海", "每台相机都拆开保养过，附三卷试片"},
    {Theme::cameras, "取景框", "成都", "镜头、脚架与一切让画面稳下来的东西"},
    {Theme::desk, "桌面研究所", "深圳", "一张桌子，好用十年"},
    {Theme::sport, "出汗社", "广州", "球、绳、手套，和一起练的人"},
    {Theme::shoes, "跑者脚下", "厦门", "试穿两周，不合脚就退"},
    {Theme::plants, "窗台植物园", "昆明", "从大棚到窗台，带盆发货"},
    {Theme::rooms, "木与布", "苏州", "老榫卯，新沙发"},
    {Theme::rooms, "小屋灯火", "杭州", "给三十平米准备的家具"},
};

constexpr Goods all_goods[] = {
    {Theme::cameras, "eniko-kis", "拍立得相机 一次成像 附相纸十张", "拍立得", "instant camera", "digital.cameras", 599, "颜色", "奶白|薄荷|樱粉"},
    {Theme::cameras, "brandi-redd", "定焦人像镜头 50mm f/1.8", "50 定焦", "50 mm lens", "digital.cameras", 1099, "卡口", "E 口|RF 口|Z 口"},
    {Theme::cameras, "jonathan-talbert", "折叠皮腔相机 六十年代 已清洁校准", "皮腔机", "folding camera", "digital.cameras", 1880, "", ""},
    {Theme::cameras, "zoltan-tasi", "铝合金三脚架 承重八公斤 可反折", "三脚架", "tripod", "digital.cameras", 368, "高度", "1.4 米|1.7 米"},
    {Theme::cameras, "jakob-owens", "傻瓜胶片机 自动过片 带闪光灯", "傻瓜机", "point-and-shoot", "digital.cameras", 329, "", ""},
    {Theme::cameras, "patrick-brinksma", "口袋数码相机 一英寸底", "口袋相机", "pocket camera", "digital.cameras", 2399, "颜色", "黑|银"},
    {Theme::cameras, "chuttersnap-324234", "机械单反 全金属机身 含 35mm 镜头", "机械单反", "mechanical SLR", "digital.cameras", 1650, "", ""},
    {Theme::cameras, "robert-shunev", "轻便单反套机 双镜头", "轻便单反", "compact SLR", "digital.cameras", 3199, "", ""},
    {Theme::cameras, "alexander-andrews", "双反相机 120 胶卷 腰平取景", "双反", "twin-lens reflex", "digital.cameras", 2280, "", ""},
    {Theme::desk, "derick-david", "轻薄笔记本 14 英寸 一公斤", "轻薄本", "laptop", "digital.phones", 5299, "内存", "16G|32G"},
    {Theme::desk, "kelly-sikkema", "手写平板 11 英寸 附笔", "手写平板", "tablet", "digital.phones", 2699, "存储", "128G|256G"},
    {Theme::desk, "oscar-ivan", "无线静音鼠标 双模", "静音鼠标", "silent mouse", "digital.phones", 129, "颜色", "白|灰|黑"},
    {Theme::desk, "alexandru-acea", "27 英寸显示器 4K 护眼", "4K 显示器", "4K monitor", "digital.phones", 1799, "", ""},
    {Theme::desk, "juan-gomez", "87 键机械键盘 热插拔", "机械键盘", "mechanical keyboard", "digital.phones", 459, "轴体", "红轴|茶轴|静音轴"},
    {Theme::desk, "thomas-q", "六类网线 扁平 抗干扰", "扁平网线", "flat network cable", "digital.phones", 29, "长度", "2 米|5 米|10 米"},
    {Theme::desk, "adam-birkett", "编织充电线 100W", "编织线", "braided cable", "digital.phones", 39, "长度", "1 米|2 米"},
    {Theme::desk, "vincent-botta", "移动硬盘 2TB 防摔", "移动硬盘", "portable drive", "digital.phones", 489, "", ""},
    {Theme::sport, "mikkel-bech", "公路自行车 铝架碳叉 18 速", "公路车", "road bike", "leisure.outdoor", 3980, "车架", "48|50|52|54"},
    {Theme::sport, "stoica-ionela", "轴承跳绳 钢丝可调", "跳绳", "skipping rope", "leisure.outdoor", 49, "颜色", "黑|橙"},
    {Theme::sport, "neonbrand", "拳击手套 加厚透气", "拳套", "boxing gloves", "leisure.outdoor", 259, "盎司", "8|10|12"},
    {Theme::sport, "michael-guite", "双人帐篷 防雨三季 2.1 公斤", "双人帐", "two-person tent", "leisure.outdoor", 899, "颜色", "苔绿|沙黄"},
    {Theme::sport, "max-tarkhov", "小鱼板滑板 枫木", "小鱼板", "cruiser board", "leisure.outdoor", 319, "", ""},
    {Theme::sport, "nik-shuliahin", "五号足球 热粘合", "五号足球", "football", "leisure.outdoor", 139, "", ""},
    {Theme::sport, "ben-hershey", "网球 一筒三只 比赛级", "网球", "tennis balls", "leisure.outdoor", 35, "", ""},
    {Theme::sport, "tommy-bebo", "七号篮球 室内外", "七号篮球", "basketball", "leisure.outdoor", 189, "", ""},
    {Theme::shoes, "chuttersnap-584518", "缓震跑鞋 日常慢跑", "缓震跑鞋", "cushioned runners", "shoes.sports", 569, "尺码", "38|39|40|41|42|43"},
    {Theme::shoes, "imani-clovis", "赤足感跑鞋 轻量", "赤足跑鞋", "barefoot runners", "shoes.sports", 469, "尺码", "38|39|40|41|42"},
    {Theme::shoes, "xavier-teo", "高帮帆布鞋", "高帮帆布鞋", "hi-tops", "shoes.sports", 299, "尺码", "36|37|38|39|40|41"},
    {Theme::shoes, "thomas-serer", "竞速跑鞋 碳板", "碳板鞋", "carbon racers", "shoes.sports", 1099, "尺码", "39|40|41|42|43"},
    {Theme::shoes, "nikolai-chern", "透气训练鞋", "训练鞋", "trainers", "shoes.sports", 389, "尺码", "38|39|40|41|42"},
    {Theme::shoes, "mitch-lensink", "经典帆布鞋 低帮", "低帮帆布鞋", "canvas shoes", "shoes.sports", 239, "尺码", "36|37|38|39|40|41|42"},
    {Theme::plants, "charles-deluvio", "小仙人球 带陶盆", "仙人球", "cactus", "home.plants", 26, "陶盆", "白|赭|灰"},
    {Theme::plants, "natalia-y", "郁金香盆栽 五头", "郁金香", "tulips", "home.plants", 58, "颜色", "粉|黄|白"},
    {Theme::plants, "alex-rodriguez", "垂吊绿萝 带挂篮", "垂吊绿萝", "hanging pothos", "home.plants", 45, "", ""},
    {Theme::plants, "silvia-agrasar", "库拉索芦荟 三年苗", "芦荟", "aloe vera", "home.plants", 32, "", ""},
    {Theme::plants, "caleb-george", "波士顿蕨 净化空气", "波士顿蕨", "Boston fern", "home.plants", 49, "", ""},
    {Theme::plants, "annie-spratt", "多肉拼盘 六株", "多肉拼盘", "succulents", "home.plants", 69, "", ""},
    {Theme::plants, "zoltan-kovacs", "蝴蝶兰 双梗带花苞", "蝴蝶兰", "moth orchid", "home.plants", 128, "颜色", "白|紫红"},
    {Theme::plants, "mark-tegethoff", "小叶榕盆景 十年桩", "小叶榕盆景", "ficus bonsai", "home.plants", 388, "", ""},
    {Theme::plants, "neslihan", "园艺小铲 榉木柄", "园艺铲", "hand trowel", "home.plants", 36, "", ""},
    {Theme::rooms, "florian-klauer", "气球椅 单人休闲", "气球椅", "balloon chair", "home.furniture", 429, "", ""},
    {Theme::rooms, "nathan-fertig", "灰色布艺沙发 三人位 可拆洗", "布艺沙发", "fabric sofa", "home.furniture", 2980, "尺寸", "1.8 米|2.2 米"},
    {Theme::rooms, "paul-weaver", "头层牛皮沙发 复古棕", "皮沙发", "leather sofa", "home.furniture", 5680, "", ""},
    {Theme::rooms, "pierre-chatel", "藤编灯罩 手工", "藤编灯罩", "woven lampshade", "home.decoration", 168, "直径", "30 厘米|40 厘米"},
    {Theme::rooms, "abel-y-costa", "实木边桌 白蜡木", "白蜡木边桌", "ash side desk", "home.furniture", 659, "", ""},
    {Theme::rooms, "kari-shea", "软包餐椅 靠背可靠", "软包餐椅", "padded chair", "home.furniture", 338, "颜色", "燕麦|墨绿"},
    {Theme::rooms, "andres-jasso", "黑色伊姆斯椅", "黑椅", "black chair", "home.furniture", 269, "", ""},
    {Theme::rooms, "ruslan-bardash", "实木小凳 榫卯无钉", "榫卯小凳", "wooden stool", "home.furniture", 159, "木料", "橡木|胡桃"},
    {Theme::rooms, "benjamin-voros", "床头柜 带抽屉", "床头柜", "bedside table", "home.furniture", 399, "", ""},
    {Theme::rooms, "jean-philippe", "咖啡馆椅 弯曲木", "咖啡馆椅", "café chair", "home.furniture", 298, "", ""},
};

constexpr Words all_words[] = {
    {Theme::cameras, false, "{p}的第一卷，废片也舍不得删", "拿到{p}的那个下午就出门了。阴天，ISO 400，走到江边刚好放晴。\n慢下来以后，一卷拍了三天。#胶片日常 #摄影"},
    {Theme::cameras, false, "用了半年，说说{p}值不值", "优点：手感扎实，出片有性格。\n缺点：得适应，前两周几乎都失焦。\n如果你也在犹豫{p}，先借一台试试再决定。#摄影 #用满三个月"},
    {Theme::cameras, false, "带着{p}去了一趟老城", "不修图，只裁了边。清晨六点的巷子，卖豆浆的阿姨问我这东西还能用吗。能，而且很好用。#旅行 #摄影"},
    {Theme::cameras, true, "A week with the {p}", "No screen, no second guesses. I came home with twelve frames and liked nine of them. The {p} makes you stand still for a moment. #film #摄影"},
    {Theme::desk, false, "桌面终于理清了，主角是{p}", "线全部走桌下，{p}放中间。花了一个周末，现在每天早上坐下来都很开心。#桌面 #居家办公"},
    {Theme::desk, false, "{p}三个月真实感受", "每天用八小时，没有掉链子。唯一的小毛病写在评论里。预算有限的话，先升级它，其他的可以等。#数码 #用满三个月"},
    {Theme::desk, false, "学生党也能用好的{p}", "宿舍只有八十厘米的桌子，{p}刚好放下。附上我的走线和尺寸，照着抄就行。#宿舍好物 #桌面"},
    {Theme::desk, true, "Why I kept the {p}", "I return most gadgets within the fortnight. The {p} stayed, because I stopped noticing it. That is the highest praise I have. #desk #数码"},
    {Theme::sport, false, "新手第一个月，{p}怎么练", "第一周每天十分钟，第二周加到二十。{p}不难，难的是出门。打卡第三十天，体重没变，睡得好多了。#运动打卡"},
    {Theme::sport, false, "周末就该带{p}出门", "早上七点，人少，风好。练完在路边吃了一碗牛肉粉，这就是完整的周末。#周末去哪儿 #户外"},
    {Theme::sport, false, "{p}买前看这一篇", "比了五款，最后选了它：用料、手感、售后，按这个顺序看。便宜的那款我也买过，三个月就坏了。#装备 #运动打卡"},
    {Theme::sport, true, "Small joys: a {p} and an empty morning", "Six thirty, nobody around, the light just right. I never regret the mornings I go. #outdoors #户外"},
    {Theme::shoes, false, "{p}跑了三百公里以后", "鞋底磨损在前掌外侧，中底还有弹性。日常慢跑完全够用，速度课我会换另一双。#跑步 #用满三个月"},
    {Theme::shoes, false, "脚宽的人选{p}要注意什么", "我平时 41，{p}建议大半码。前掌略窄，穿两次就好。附上脚型图和实测数据。#跑鞋 #避坑"},
    {Theme::shoes, false, "{p}的五种日常搭配", "通勤、散步、接娃、约会、赶飞机。鞋子舒服，人就不急。#穿搭 #日常"},
    {Theme::shoes, true, "300 km in the {p}", "Still bouncy, a little worn at the outer edge, no blisters. Go half a size up if your feet are wide. #running #跑步"},
    {Theme::plants, false, "{p}养活指南，新手照着做", "一、见干见湿；二、别放空调底下；三、每周转一次方向。做到这三条，{p}会很给面子。#绿植 #新手养花"},
    {Theme::plants, false, "窗台上的{p}，今天开了", "等了四十天。早上拉开窗帘的那一刻，觉得这个月的加班都可以原谅。#花开了 #阳台花园"},
    {Theme::plants, false, "北方暖气房里也能养{p}", "秘诀是托盘加水和一台小加湿器。去年冬天它没掉一片叶子。#绿植 #过冬"},
    {Theme::plants, true, "How not to kill a {p}", "Water less than you think, turn the pot every Sunday, forget it the rest of the week. Mine is three years old now. #plants #绿植"},
    {Theme::rooms, false, "三十八平，放下了{p}", "量了四次尺寸才下单。{p}进门那天，客厅突然像个家了。改造前后对比在图二。#小户型 #家居改造"},
    {Theme::rooms, false, "{p}：住进来两年后的评价", "木头有了自己的颜色，布面洗过三次没有变形。贵的那部分，时间会还给你。#家具 #用满三个月"},
    {Theme::rooms, false, "租房也值得一件好家具", "搬了三次家，只有{p}一直跟着我。挑能拆、能搬、不挑风格的，就不会后悔。#租房改造 #家居"},
    {Theme::rooms, true, "The {p} that made the room", "I measured four times and still held my breath when it came through the door. It fits with two centimetres to spare. #interiors #家居改造"},
};

constexpr std::string_view all_remarks[] = {
    "谢谢分享，正好在纠结这个", "照片好舒服，是什么时间拍的？", "同款，用了半年，没后悔", "已经收藏，等发工资", "请问尺寸是多少呀",
    "写得很实在，比广告有用", "被你种草了", "我家猫会喜欢吗哈哈", "第三张图绝了", "想知道和便宜的那款差在哪里",
    "踩过坑的来点个赞", "终于有人说这个缺点了", "收到了，和图上一样", "可以出一期教程吗", "这个颜色在自然光下也这样吗",
    "学到了，回去试试", "已下单，到了来汇报", "好治愈", "请问在哪个城市？感觉光线很好", "看完想去跑步了",
    "Lovely light in the second picture", "Does it come in other sizes?", "Same here, still happy after a year", "You convinced me",
    "How long did delivery take?", "Saving this for the weekend", "Honest review, thank you", "That corner is perfect",
};
constexpr std::string_view all_answers[] = {
    "谢谢喜欢！下午四点左右拍的", "尺寸写在商品页里啦，放心", "有问题随时问我", "哈哈哈欢迎汇报", "缺点就是要等，别的都好", "Thank you! It took three days", "好建议，下次写一篇详细的",
};

constexpr std::string_view all_praises[] = {
    "比想象的好，包装很用心", "用了一周再来评价：值这个价", "颜色和图上一样，没有色差", "朋友看到也下单了", "物流很快，第二天就到了", "小瑕疵一处，客服马上处理了",
    "做工扎实，会回购", "Exactly as in the note that led me here", "Solid, quiet, and nicely packed", "Good, though a little smaller than I thought",
};

}  // namespace

const std::span<const std::string_view> praises = all_praises;
const std::span<const Resident> residents = all_residents;
const std::span<const Store> stores = all_stores;
const std::span<const Goods> goods = all_goods;
const std::span<const Words> words = all_words;
const std::span<const std::string_view> remarks = all_remarks;
const std::span<const std::string_view> answers = all_answers;

}  // namespace meadow::app::demo
