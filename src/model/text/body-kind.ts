/**
 * What kind of public body a Chinese name denotes, and at which level of government it stands, from the name alone.
 * The deadlines of Article 49 hang on it, so a name that does not tell gets `other` or a null level, never a guess.
 */
export interface BodyKind {
  /** A government of county level or above; one of its departments; a town or township; a subdistrict; none of these. */
  readonly kind: 'government' | 'department' | 'town' | 'subdistrict' | 'other';
  readonly level: 'national' | 'province' | 'prefecture' | 'county' | 'township' | null;
}

/** 市 is a word for three levels: four municipalities, the prefecture-level cities below, and county-level cities. */
const MUNICIPALITIES = new Set(['北京', '上海', '天津', '重庆']);
/** All 293 of them, province by province. */
const PREFECTURE_CITIES = new Set(
  `石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
  呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳
  盘锦 铁岭 朝阳 葫芦岛 长春 吉林 四平 辽源 通化 白山 松原 白城 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯
  七台河 牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州
  绍兴 金华 衢州 舟山 台州 丽水 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 福州
  厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 济南 青岛 淄博 枣庄
  东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河
  三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 长沙 株洲 湘潭 衡阳
  邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源
  阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚
  三沙 儋州 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水
  遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 拉萨 日喀则 昌都 林芝 山南 那曲 西安 铜川 宝鸡 咸阳 渭南
  延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠
  固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密`.split(/\s+/),
);

/**
 * One region at the head of a name, the shortest that ends in a word for a region. 沙市区 and 红旗区 are one region each;
 * a 开发区, 社区, 园区 or 新区 is none, but for the few districts that are called so.
 */
const REGION =
  /^(\p{Script=Han}{1,15}?)(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|省|县(?![区市])|盟|市(?!区|(?<=^津市)市)(?<!^城市)|州(?=人民政府|政府|$)|旗(?![区县])|(?<=浦东新|滨海新|沈北新|清新|绿园|梁园|下花园)区|(?<![社园发护景假新范税作验管能聚务])区(?![划域]))/u;
const REGION_LEVELS: Readonly<Record<string, Level>> = {
  省: 'province',
  自治区: 'province',
  特别行政区: 'province',
  自治州: 'prefecture',
  州: 'prefecture',
  地区: 'prefecture',
  盟: 'prefecture',
  县: 'county',
  自治县: 'county',
  旗: 'county',
  自治旗: 'county',
  林区: 'county',
  区: 'county',
};

type Level = BodyKind['level'];

/** Splits the regions off the head of a name: 淮安市洪泽区人民政府 is 人民政府 at county level. */
function splitRegions(name: string): { level: Level; rest: string } {
  let level: Level = null;
  let rest = name;
  for (let match = REGION.exec(rest); match !== null; match = REGION.exec(rest)) {
    const [whole, place = '', word = ''] = match;
    level = word === '市' ? cityLevel(place) : (REGION_LEVELS[word] ?? null);
    rest = rest.slice(whole.length);
  }
  return { level, rest };
}

function cityLevel(place: string): Level {
  if (MUNICIPALITIES.has(place)) return 'province';
  return PREFECTURE_CITIES.has(place) ? 'prefecture' : 'county';
}

interface NamePattern {
  readonly kind: BodyKind['kind'];
  readonly pattern: RegExp;
  /** `region`: the level of the regions that head the name. */
  readonly level: Level | 'region';
}

/** For the whole name, the first that fits. What is no government body in the sense of Article 49 comes first. */
const WHOLE: readonly NamePattern[] = [
  {
    kind: 'other',
    level: 'region',
    pattern: /^(?:中共|中国共产党)|党委|纪委|党工委$|人大|人民代表大会|政协|法院|检察院/u,
  },
  { kind: 'subdistrict', level: 'township', pattern: /街道[^局委厅]{0,16}$/u },
  { kind: 'town', level: 'township', pattern: /(?:镇|乡|苏木)(?:人民)?政府[^局委厅]{0,16}$|民族乡$|苏木$/u },
  { kind: 'government', level: 'national', pattern: /^(?:中华人民共和国)?国务院$/u },
];

const AREA =
  '(?:开发|高新|高新技术产业|园|新|保税|度假|示范|管理|功能|集聚|景|风景|合作|试验|保护|商务)区|工业园|产业园';

/** For what is left of the name behind its regions. */
const BEHIND_REGIONS: readonly NamePattern[] = [
  { kind: 'government', level: 'region', pattern: /^(?:人民政府|行政公署|政府)?$/u },
  { kind: 'town', level: 'township', pattern: /^\p{Script=Han}{1,8}[镇乡]$/u },
  { kind: 'other', level: 'region', pattern: new RegExp(`(?:${AREA})(?:党工委)?(?:管理委员会|管委会)?$`, 'u') },
  { kind: 'other', level: 'region', pattern: /管委会$/u },
  { kind: 'other', level: 'region', pattern: /(?:红十字会|联合会|工会|妇联|残联|医院|学校|大学|学院|集团|公司)$/u },
  {
    kind: 'department',
    level: 'region',
    pattern: /(?:局|委|厅|办|中心|委员会|办公厅|办公室|行政公署办公厅|审计署|总署|部)$/u,
  },
];

/** Departments of the State Council bear no region's name. */
const NATIONAL =
  /^(?:国家|国务院|中华人民共和国|中国人民银行|中国民用航空局)|^(?:外交|国防|教育|科学技术|科技|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部|^(?:海关总署|审计署)$/u;

/** What may stand before the regions: a party committee's mark, or the national body that leads a local one. */
const BEFORE_REGIONS = /^(?:中共|中国共产党|国家\p{Script=Han}{2,8}?局(?=\p{Script=Han}))/u;

/** The kind and level of the body a name denotes. White space is ignored, and what no name is as long as. */
export function bodyKind(name: string): BodyKind {
  const plain = name.replace(/\s+/gu, '').slice(0, 80);
  const local = plain.replace(BEFORE_REGIONS, '');
  if (local === '') return { kind: 'other', level: null };
  const { level, rest } = splitRegions(local);
  const found =
    WHOLE.find(({ pattern }) => pattern.test(plain)) ?? BEHIND_REGIONS.find(({ pattern }) => pattern.test(rest));
  if (found?.level !== undefined && found.level !== 'region') return { kind: found.kind, level: found.level };
  const national = level === null && local === plain && NATIONAL.test(plain);
  return { kind: found?.kind ?? 'other', level: national ? 'national' : level };
}
