import { expect, test } from 'vitest';
import { type BodyEvidence, placeBody } from '../../../src/model/bodies/body-place.ts';
import { type DeclaredSite, knownSites, siteNamePlace } from '../../../src/model/bodies/known-sites.ts';
import { placeCode, siteIdPlace } from '../../../src/model/bodies/region-code.ts';
import { type Likeness, likeness } from '../../../src/model/bodies/same-body.ts';

const site = (name: string, host: string, region: string | null, level: DeclaredSite['level'] = null) => ({
  ...{ name, home: `https://${host}/`, region, level },
});

/** 石浦市 with its district and county, and a city elsewhere with a district of the same name. */
const { ownerOf, placeOf } = knownSites([
  site('石浦市人民政府门户网站', 'www.shipu.gov.cn', '3306', 'prefecture'),
  site('城河区人民政府', 'www.chenghe.gov.cn', '330602', 'county'),
  site('青岚县人民政府', 'www.qinglan.gov.cn', '330626', 'county'),
  site('白榆县人民政府', 'www.baiyu.gov.cn', null, 'county'),
  site('碚州市人民政府', 'www.beizhou.gov.cn', '4103', 'prefecture'),
  site('碚州市城河区人民政府', 'www.bzchenghe.gov.cn', '410302', 'county'),
  site('石洲市南河区人民政府', 'www.nanhe-sz.gov.cn', null),
  site('荆南市南河区人民政府', 'www.nanhe-jn.gov.cn', null),
  site('西河区人民政府', 'www.xihe-a.gov.cn', null),
  site('西河区人民政府', 'www.xihe-b.gov.cn', null),
  site('浙江省人民政府', 'www.zj.gov.cn', '33', 'province'),
]);

interface Said {
  readonly host?: string;
  readonly folder?: string;
  readonly code?: string;
  readonly siteName?: string;
  readonly region?: string;
}

const evidence = (name: string, { host, folder, code, siteName, region }: Said): BodyEvidence => ({
  name,
  site: code === undefined && siteName === undefined ? null : { code: code ?? null, name: siteName ?? null },
  owner: host === undefined ? null : ownerOf(host),
  origin: host ?? folder ?? null,
  region: region ?? null,
});

/** Two districts of one name whose portals have no codes. */
const NANHE = { host: 'www.nanhe-sz.gov.cn' };
const NANHE_ELSEWHERE = { host: 'www.nanhe-jn.gov.cn' };
const SHORT = { host: 'www.xihe-a.gov.cn' };
const SHORT_ELSEWHERE = { host: 'www.xihe-b.gov.cn' };

const SHIPU = { host: 'www.shipu.gov.cn' };
const CHENGHE = { host: 'www.chenghe.gov.cn' };
const QINGLAN = { host: 'www.qinglan.gov.cn' };
const BAIYU = { host: 'www.baiyu.gov.cn' };
const BEIZHOU = { host: 'www.beizhou.gov.cn' };
const HOSTING = { host: 'pt.hosting.com.cn' };

type Mention = readonly [name: string, said: Said];

const PAIRS: readonly (readonly [a: Mention, b: Mention, as: Likeness])[] = [
  // The place from the name itself.
  [['青岚县', QINGLAN], ['青岚县人民政府', QINGLAN], 'same'],
  [['青岚县财政局', {}], ['青岚县财政局', QINGLAN], 'same'],
  [['青岚县财政局', {}], ['碚州市青岚县财政局', {}], 'same'],
  [['青岚县财政局', {}], ['青岚县教育局', {}], 'other'],
  [['青岚县财政局', {}], ['白榆县财政局', {}], 'other'],
  [['石浦市财政局', CHENGHE], ['财政局', SHIPU], 'same'],
  [['石浦市财政局', CHENGHE], ['财政局', CHENGHE], 'other'],
  [['城河区财政局', SHIPU], ['财政局', SHIPU], 'other'],
  [['城河区财政局', SHIPU], ['财政局', CHENGHE], 'same'],
  [['城河区财政局', { ...SHIPU, code: '3306000001' }], ['财政局', CHENGHE], 'same'],
  [['石浦市城河区财政局', {}], ['碚州市城河区财政局', {}], 'other'],
  [['城河区财政局', SHIPU], ['城河区财政局', BEIZHOU], 'other'],
  [['石浦市城河区人民政府', {}], ['城河区人民政府', CHENGHE], 'same'],
  // The owner of the host.
  [['石浦市应急管理局', SHIPU], ['应急管理局', SHIPU], 'same'],
  [['应急管理局', SHIPU], ['应急管理局', CHENGHE], 'other'],
  [['应急管理局', QINGLAN], ['应急管理局', BAIYU], 'other'],
  [['财政局', BAIYU], ['白榆县财政局', {}], 'same'],
  [['城关镇', QINGLAN], ['城关镇人民政府', BAIYU], 'other'],
  [['城关镇', QINGLAN], ['青岚县城关镇人民政府', {}], 'same'],
  [['县财政局', QINGLAN], ['财政局', QINGLAN], 'same'],
  [['县财政局', QINGLAN], ['县财政局', BAIYU], 'other'],
  [['市财政局', CHENGHE], ['财政局', CHENGHE], 'other'],
  [['财政局', { host: 'czj.qinglan.gov.cn' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { host: 'old.qinglan.gov.cn' }], ['青岚县财政局', {}], 'same'],
  [['财政局', { host: 'www.foo.zj.gov.cn' }], ['财政局', { host: 'www.zj.gov.cn' }], 'other'],
  // The page's SiteIDCode and SiteName.
  [['财政局', { ...QINGLAN, code: '3306260001' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { ...QINGLAN, code: '0000000000' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { ...QINGLAN, code: '3306000001' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { ...QINGLAN, code: '3306760001' }], ['青岚县财政局', {}], 'same'],
  [['财政局', { ...QINGLAN, code: 'bm01000001' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { ...SHIPU, code: '3306260003' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { ...SHIPU, code: '3306260003' }], ['财政局', SHIPU], 'other'],
  [['财政局', { ...SHIPU, siteName: '青岚县政府网' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { ...HOSTING, code: '3306260003' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { ...HOSTING, siteName: '青岚县人民政府门户网站' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { ...HOSTING, code: '3306260003' }], ['财政局', { ...HOSTING, code: '3306270003' }], 'other'],
  [['财政局', { ...HOSTING, code: '3306000003' }], ['财政局', { ...HOSTING, code: '3306260003' }], 'other'],
  [['青岚县财政局', { ...HOSTING, code: '3306000003' }], ['财政局', { ...HOSTING, code: '3306000003' }], 'other'],
  // Host, folder, nothing.
  [['财政局', HOSTING], ['财政局', HOSTING], 'same'],
  [['财政局', HOSTING], ['财政局', { host: 'www.other.com.cn' }], 'other'],
  [['财政局', { folder: '/a' }], ['财政局', { folder: '/a' }], 'same'],
  [['财政局', { folder: '/a' }], ['财政局', { folder: '/b' }], 'other'],
  [['财政局', {}], ['财政局', {}], 'other'],
  [['财政局', { region: '330626' }], ['财政局', QINGLAN], 'same'],
  [['财政局', { region: '330626' }], ['财政局', { region: '330627' }], 'other'],
  [['财政局', { region: '330626' }], ['财政局', {}], 'other'],
  // Districts of one name.
  [['财政局', NANHE], ['财政局', NANHE_ELSEWHERE], 'other'],
  [['南河区财政局', NANHE], ['财政局', NANHE_ELSEWHERE], 'other'],
  [['南河区财政局', NANHE], ['石洲市南河区财政局', {}], 'same'],
  [['财政局', SHORT], ['财政局', SHORT_ELSEWHERE], 'doubtful'],
  // Towns and streets lie in counties.
  [
    ['兰亭街道', { code: '3300000001', folder: '/a' }],
    ['兰亭街道办事处', { code: '3300000001', folder: '/b' }],
    'other',
  ],
  [
    ['兰亭街道', { code: '3306030001', folder: '/a' }],
    ['兰亭街道办事处', { code: '3306030001', folder: '/b' }],
    'same',
  ],
  // Codes against names.
  [['青岚县财政局', { region: '330626' }], ['青岚县财政局', { region: '410326' }], 'doubtful'],
  [['鼓楼区财政局', { region: '320106' }], ['鼓楼区财政局', { region: '320302' }], 'other'],
  [['鼓楼区财政局', { region: '320106' }], ['南京市鼓楼区财政局', {}], 'same'],
];

test.each(PAIRS)('%j and %j: %s', ([a, said], [b, otherwise], as) => {
  const [left, right] = [placeBody(evidence(a, said), placeOf), placeBody(evidence(b, otherwise), placeOf)];
  expect(likeness(left, right)).toBe(as);
  expect(likeness(right, left)).toBe(as);
});

test.each([
  ['330600', '3306'],
  ['330601', '3306'],
  ['3306', '3306'],
  ['330603', '330603'],
  ['330603100', '330603'],
  ['330000', '33'],
  ['33', '33'],
  ['110000', '11'],
  ['110101', '110101'],
  ['420100', '4201'],
  ['4201', '4201'],
  ['990101', null],
  ['330014', null],
  ['3', null],
  ['浙江', null],
  [null, null],
])('the place of the code %s is %s', (code, place) => expect(placeCode(code)).toBe(place));

test.each([
  ['3306030001', '330603'],
  [' 3306000001 ', '3306'],
  ['1234567890', null],
  ['1111111111', null],
  ['0000000000', null],
  ['3300147008', null],
  ['bm01000001', null],
  ['33060300', null],
  ['', null],
])('the SiteIDCode %s says %s', (code, place) => expect(siteIdPlace(code)).toBe(place));

test.each([
  ['石浦市人民政府门户网站', '石浦市'],
  ['石浦市政府网', '石浦市'],
  ['石浦市人民政府', '石浦市'],
  ['中国·石浦市', '石浦市'],
  ['青岚县财政局信息公开专栏', '青岚县'],
  ['绍兴市柯桥区人民政府_门户', '柯桥区'],
  ['首都之窗', null],
  ['', null],
])('the site %s is of %s', (name, place) => expect(siteNamePlace(name).place).toBe(place));

test('a host that portals of two places share is no one’s', () => {
  const shared = knownSites([
    site('青岚县人民政府', 'www.x.gov.cn', '330626'),
    site('白榆县人民政府', 'x.gov.cn', null),
  ]);
  expect(shared.ownerOf('www.x.gov.cn')).toBeNull();
});
