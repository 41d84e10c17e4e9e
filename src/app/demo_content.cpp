#include "app/demo_content.hpp"

namespace meadow::app::demo {
namespace {

constexpr Resident all_residents[] = {
    {"linxi", "林夕", "上海", "周末拍照，平时养花", "natalia-y"},
    {"ahe", "阿禾", "杭州", "把出租屋住成家", "abel-y-costa"},
    {"mia_wong", "Mia Wong", "香港", "Film, ferries and too many plants", "jakob-owens"},
    {"laozhou", "老周", "北京", "修了三十年相机", "jonathan-talbert"},
    {"xiaoman", "小满", "成都", "慢慢走，慢慢买", "michael-guite"},
    {"tang_run", "唐跑跑", "深圳", "全马 3:42，今年想进 3:30", "thomas-serer"},
    {"yuki", "雪野", "南京", "一个人的木工房", "ruslan-bardash"},
    {"noah", "Noah Becker", "上海", "Berliner in Shanghai. Coffee, keyboards, bikes.", "jean-philippe"},
    {"zhizhi", "知知", "广州", "阳台上有四十盆多肉", "annie-spratt"},
    {"daqiao", "大乔", "武汉", "只写用满三个月的东西", ""},
    {"qingcha", "青茶", "苏州", "喜欢旧家具的新主人", "florian-klauer"},
    {"momo", "陌陌陌", "重庆", "山城骑行，膝盖已废", "mikkel-bech"},
    {"sunhao", "孙浩", "西安", "桌面党，线材洁癖", "juan-gomez"},
    {"anna_li", "Anna Li", "北京", "Interior designer who lives in 38 square metres", "paul-weaver"},
    {"xiaokui", "小葵", "厦门", "海边的园丁", "silvia-agrasar"},
    {"guozi", "果子", "长沙", "篮球社副社长（替补）", "tommy-bebo"},
    {"wenxin", "文心", "天津", "胶片、猫、旧书", "vincent-liu"},
    {"baifan", "白帆", "青岛", "露营装备轻量化实践者", "michael-guite"},
    {"jiajia", "佳佳", "杭州", "新手妈妈的客厅改造记", ""},
    {"leo_chen", "Leo 陈", "深圳", "硬件工程师，键盘换轴中", "daniel-korpai"},
    {"yunduo", "云朵", "昆明", "花市常客", "zoltan-kovacs"},
    {"shitou", "石头", "贵阳", "攀岩、滑板、偶尔跑步", "max-tarkhov"},
    {"nanfeng", "南风", "宁波", "极简不是没有，是刚好", ""},
    {"ella", "Ella Zhang", "上海", "I photograph chairs. Yes, chairs.", "andres-jasso"},
    {"ayue", "阿越", "福州", "旁轴党", "brandi-redd"},
    {"tuanzi", "团子", "沈阳", "在北方把兰花养活了", "mark-tegethoff"},
    {"hexiao", "何晓", "合肥", "研究生，宿舍好物", ""},
    {"pipi", "皮皮", "大连", "网球三年级", "ben-hershey"},
    {"songsong", "松松", "拉萨", "高原上的盆栽实验", "charles-deluvio"},
    {"xiaotao", "小桃", "无锡", "什么都想试试", ""},
};

constexpr Store all_stores[] = {
    {Theme::cameras, "暗房旧物", "上海", "每台相机都拆开保养过，附三卷试片", "alexander-andrews"},
    {Theme::cameras, "取景框", "成都", "镜头、脚架与一切让画面稳下来的东西", "zoltan-tasi"},
    {Theme::desk, "桌面研究所", "深圳", "一张桌子，好用十年", "oscar-ivan"},
    {Theme::sport, "出汗社", "广州", "球、绳、手套，和一起练的人", "neonbrand"},
    {Theme::shoes, "跑者脚下", "厦门", "试穿两周，不合脚就退", "nikolai-chern"},
    {Theme::plants, "窗台植物园", "昆明", "从大棚到窗台，带盆发货", "alex-rodriguez"},
    {Theme::rooms, "木与布", "苏州", "老榫卯，新沙发", "kari-shea"},
    {Theme::rooms, "小屋灯火", "杭州", "给三十平米准备的家具", "pierre-chatel"},
};

constexpr Goods all_goods[] = {
    {Theme::cameras, "eniko-kis", "拍立得相机 一次成像 附相纸十张", "digital.cameras", 599, "颜色", "奶白|薄荷|樱粉"},
    {Theme::cameras, "brandi-redd", "定焦人像镜头 50mm f/1.8", "digital.cameras", 1099, "卡口", "E 口|RF 口|Z 口"},
    {Theme::cameras, "jonathan-talbert", "折叠皮腔相机 六十年代 已清洁校准", "digital.cameras", 1880, "", ""},
    {Theme::cameras, "zoltan-tasi", "铝合金三脚架 承重八公斤 可反折", "digital.cameras", 368, "高度", "1.4 米|1.7 米"},
    {Theme::cameras, "jakob-owens", "傻瓜胶片机 自动过片 带闪光灯", "digital.cameras", 329, "", ""},
    {Theme::cameras, "patrick-brinksma", "口袋数码相机 一英寸底", "digital.cameras", 2399, "颜色", "黑|银"},
    {Theme::cameras, "chuttersnap-324234", "机械单反 中画幅 全金属机身", "digital.cameras", 1650, "", ""},
    {Theme::cameras, "robert-shunev", "复古微单 轻便机身 含定焦镜头", "digital.cameras", 3199, "", ""},
    {Theme::cameras, "alexander-andrews", "双反相机 120 胶卷 腰平取景", "digital.cameras", 2280, "", ""},
    {Theme::desk, "derick-david", "轻薄笔记本 14 英寸 一公斤", "digital.phones", 5299, "内存", "16G|32G"},
    {Theme::desk, "kelly-sikkema", "手写平板 11 英寸 附笔", "digital.phones", 2699, "存储", "128G|256G"},
    {Theme::desk, "oscar-ivan", "无线静音鼠标 双模", "digital.phones", 129, "颜色", "白|灰|黑"},
    {Theme::desk, "alexandru-acea", "27 英寸显示器 4K 护眼", "digital.phones", 1799, "", ""},
    {Theme::desk, "juan-gomez", "87 键机械键盘 热插拔", "digital.phones", 459, "轴体", "红轴|茶轴|静音轴"},
    {Theme::desk, "thomas-q", "六类网线 扁平 抗干扰", "digital.phones", 29, "长度", "2 米|5 米|10 米"},
    {Theme::desk, "adam-birkett", "白色充电线 软皮不缠", "digital.phones", 39, "长度", "1 米|2 米"},
    {Theme::desk, "vincent-botta", "3.5 英寸机械硬盘 2TB", "digital.phones", 489, "", ""},
    {Theme::sport, "mikkel-bech", "公路自行车 铝架碳叉 18 速", "leisure.outdoor", 3980, "车架", "48|50|52|54"},
    {Theme::sport, "stoica-ionela", "棉绳跳绳 手柄可调", "leisure.outdoor", 49, "颜色", "橙|黑"},
    {Theme::sport, "neonbrand", "拳击手套 加厚透气", "leisure.outdoor", 259, "盎司", "8|10|12"},
    {Theme::sport, "michael-guite", "双人帐篷 防雨三季 2.1 公斤", "leisure.outdoor", 899, "颜色", "苔绿|沙黄"},
    {Theme::sport, "max-tarkhov", "小鱼板滑板 红色", "leisure.outdoor", 319, "", ""},
    {Theme::sport, "nik-shuliahin", "五号足球 热粘合", "leisure.outdoor", 139, "", ""},
    {Theme::sport, "ben-hershey", "网球 一筒三只 比赛级", "leisure.outdoor", 35, "", ""},
    {Theme::sport, "tommy-bebo", "七号篮球 室内外", "leisure.outdoor", 189, "", ""},
    {Theme::shoes, "chuttersnap-584518", "缓震跑鞋 日常慢跑", "shoes.sports", 569, "尺码", "38|39|40|41|42|43"},
    {Theme::shoes, "imani-clovis", "赤足感跑鞋 轻量", "shoes.sports", 469, "尺码", "38|39|40|41|42"},
    {Theme::shoes, "xavier-teo", "高帮小白鞋 皮面", "shoes.sports", 299, "尺码", "36|37|38|39|40|41"},
    {Theme::shoes, "thomas-serer", "竞速跑鞋 碳板", "shoes.sports", 1099, "尺码", "39|40|41|42|43"},
    {Theme::shoes, "nikolai-chern", "透气训练鞋", "shoes.sports", 389, "尺码", "38|39|40|41|42"},
    {Theme::shoes, "mitch-lensink", "经典帆布鞋 黑色高帮", "shoes.sports", 239, "尺码", "36|37|38|39|40|41|42"},
    {Theme::plants, "charles-deluvio", "小仙人球 带陶盆", "home.plants", 26, "陶盆", "白|赭|灰"},
    {Theme::plants, "natalia-y", "郁金香盆栽 五头", "home.plants", 58, "颜色", "红|黄|白"},
    {Theme::plants, "alex-rodriguez", "垂吊绿萝 带挂篮", "home.plants", 45, "", ""},
    {Theme::plants, "silvia-agrasar", "库拉索芦荟 三年苗", "home.plants", 32, "", ""},
    {Theme::plants, "caleb-george", "南洋杉小苗 室内盆栽", "home.plants", 49, "", ""},
    {Theme::plants, "annie-spratt", "多肉拼盘 六株", "home.plants", 69, "", ""},
    {Theme::plants, "zoltan-kovacs", "蝴蝶兰 双梗带花苞", "home.plants", 128, "颜色", "白|紫红"},
    {Theme::plants, "mark-tegethoff", "小叶榕盆景 十年桩", "home.plants", 388, "", ""},
    {Theme::plants, "neslihan", "园艺小铲 加厚钢", "home.plants", 36, "", ""},
    {Theme::rooms, "florian-klauer", "奶白小木椅 实木", "home.furniture", 429, "", ""},
    {Theme::rooms, "nathan-fertig", "灰色布艺沙发 三人位 可拆洗", "home.furniture", 2980, "尺寸", "1.8 米|2.2 米"},
    {Theme::rooms, "paul-weaver", "头层牛皮沙发 复古棕", "home.furniture", 5680, "", ""},
    {Theme::rooms, "pierre-chatel", "白色吊灯 金属灯罩", "home.decoration", 168, "直径", "30 厘米|40 厘米"},
    {Theme::rooms, "abel-y-costa", "实木边桌 白蜡木", "home.furniture", 659, "", ""},
    {Theme::rooms, "kari-shea", "软包单椅 靠背可靠", "home.furniture", 338, "颜色", "雾蓝|墨绿"},
    {Theme::rooms, "andres-jasso", "黑色伊姆斯椅", "home.furniture", 269, "", ""},
    {Theme::rooms, "ruslan-bardash", "实木高凳 榫卯无钉", "home.furniture", 159, "颜色", "浅灰|原木"},
    {Theme::rooms, "benjamin-voros", "床头小圆几 三脚", "home.furniture", 399, "", ""},
    {Theme::rooms, "jean-philippe", "咖啡馆椅 弧面靠背", "home.furniture", 298, "", ""},
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

constexpr std::string_view all_promises[] = {
    "每台发货前试拍一卷，附样片。\n保修一年，不喜欢七天内退。\n京津沪次日达，其余三天。",
    "原厂包装，序列号可查。\n两年换新，数据线随箱。\n下午四点前下单当天发。",
    "练一个月觉得不合适，换一款。\n材料和重量写在最后一张图。\n大件送货上门。",
    "试穿两周，鞋底干净就能退换。\n尺码偏大半码的会在标题写明。\n每双附一双备用鞋带。",
    "带盆发货，到手就能摆。\n冬天加保温袋，死苗包赔。\n养护卡写着浇水的日子。",
    "实木与布样可先寄一份。\n送货上门并安装，旧家具帮忙搬下楼。\n三年内松动免费上门修。",
};

constexpr City all_cities[] = {
    {"上海", 31.23, 121.47}, {"北京", 39.90, 116.40}, {"南京", 32.06, 118.79}, {"厦门", 24.48, 118.09}, {"合肥", 31.82, 117.23},
    {"大连", 38.91, 121.61}, {"天津", 39.08, 117.20}, {"宁波", 29.87, 121.55}, {"广州", 23.13, 113.26}, {"成都", 30.57, 104.07},
    {"拉萨", 29.65, 91.11}, {"无锡", 31.49, 120.31}, {"昆明", 25.04, 102.71}, {"杭州", 30.27, 120.16}, {"武汉", 30.59, 114.30},
    {"沈阳", 41.80, 123.43}, {"深圳", 22.54, 114.06}, {"福州", 26.07, 119.30}, {"苏州", 31.30, 120.59}, {"西安", 34.34, 108.94},
    {"贵阳", 26.65, 106.63}, {"重庆", 29.56, 106.55}, {"长沙", 28.23, 112.94}, {"青岛", 36.07, 120.38}, {"香港", 22.32, 114.17},
};

constexpr std::string_view all_queries[] = {"胶片相机", "露营", "咖啡", "跑鞋", "小户型", "绿植", "机械键盘", "沙发", "拍立得", "桌面", "蝴蝶兰", "公路车", "多肉"};

}  // namespace

const std::span<const std::string_view> praises = all_praises;
const std::span<const Resident> residents = all_residents;
const std::span<const City> cities = all_cities;
const std::span<const Store> stores = all_stores;
const std::span<const Goods> goods = all_goods;
const std::span<const std::string_view> promises = all_promises;
const std::span<const std::string_view> queries = all_queries;
const std::span<const std::string_view> remarks = all_remarks;
const std::span<const std::string_view> answers = all_answers;

}  // namespace meadow::app::demo
