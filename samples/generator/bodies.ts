import type { Rng } from './rng.ts';

/** Publishing bodies. The places are invented; the kinds of body and the way they are named are those of real reports. */

export interface Body {
  readonly name: string;
  /** Provinces and cities may make 规章; nobody else. */
  readonly makesRules: boolean;
  /** How much such a body has to report: multiplies every count. */
  readonly size: 'large' | 'middle' | 'small';
}

const PROVINCES = ['岭东省', '临江省', '沧宁自治区'];
const CITIES = ['云泽市', '望川市', '安澜市', '锦屏市', '霁州市'];
const COUNTIES = ['清溪县', '石门县', '南浦区', '北苑区', '松岭自治县', '河阴市'];
const TOWNS = ['石桥镇', '白鹭乡', '三合镇', '东大街街道', '柳溪街道', '万年镇', '九里街道', '桃花乡'];
const DEPARTMENTS = [
  '教育局',
  '财政局',
  '经济和信息化局',
  '发展和改革委员会',
  '住房和城乡建设局',
  '自然资源和规划局',
  '市场监督管理局',
  '政务服务管理局',
  '审计局',
  '公安局',
  '退役军人事务局',
  '人民政府办公室',
];

const KINDS: readonly ((rng: Rng) => Body)[] = [
  (rng) => ({ name: `${rng.pick(PROVINCES)}人民政府`, makesRules: true, size: 'large' }),
  (rng) => ({ name: `${rng.pick(PROVINCES)}人民政府办公厅`, makesRules: true, size: 'large' }),
  (rng) => ({ name: `${rng.pick(CITIES)}人民政府`, makesRules: true, size: 'large' }),
  (rng) => ({ name: `${rng.pick(CITIES)}${rng.pick(DEPARTMENTS)}`, makesRules: false, size: 'middle' }),
  (rng) => ({ name: `${rng.pick(COUNTIES)}人民政府`, makesRules: false, size: 'middle' }),
  (rng) => ({
    name: `${rng.pick(CITIES)}${rng.pick(COUNTIES)}${rng.pick(DEPARTMENTS)}`,
    makesRules: false,
    size: 'middle',
  }),
  (rng) => ({ name: `国家税务总局${rng.pick(CITIES)}税务局`, makesRules: false, size: 'middle' }),
  (rng) => ({ name: `${rng.pick(CITIES)}高新技术产业开发区管理委员会`, makesRules: false, size: 'middle' }),
  (rng) => town(rng, ''),
  (rng) => town(rng, rng.pick(COUNTIES)),
  (rng) => town(rng, `${rng.pick(CITIES)}${rng.pick(COUNTIES)}`),
];

function town(rng: Rng, above: string): Body {
  const place = rng.pick(TOWNS);
  const office = place.endsWith('街道') ? rng.pick(['', '办事处']) : '人民政府';
  return { name: `${above}${place}${office}`, makesRules: false, size: 'small' };
}

export const randomBody = (rng: Rng): Body => rng.pick(KINDS)(rng);

/** The ways a report is titled (portals.md 12.3).. */
export const TITLES: readonly ((agency: string, year: number) => string)[] = [
  (agency, year) => `${agency}${year}年政府信息公开工作年度报告`,
  (agency, year) => `${agency}${year}年政府信息公开工作年度报告`,
  (agency, year) => `${year}年${agency}政府信息公开工作年度报告`,
  (agency, year) => `${agency}${year}年度政府信息公开工作年度报告`,
  (agency, year) => `${agency}${year}年政府信息公开年度报告`,
  (agency, year) => `${agency}${year}政府信息公开工作年度报告`,
  (agency, year) => `${agency} ${year} 年政府信息公开工作年度报告`,
  (agency, year) => `${agency}${year}年政府信息公开年度工作报告`,
  (agency, year) => `${agency}关于${year}年政府信息公开工作的年度报告`,
  (agency, year) => `${agency}政府信息公开工作年度报告（${year}年）`,
  (agency) => `${agency}政府信息公开工作年度报告`,
];
