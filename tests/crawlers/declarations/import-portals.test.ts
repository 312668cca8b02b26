import { describe, expect, it } from 'vitest';
import { importPortals } from '../../../crawlers/declarations/import-portals.ts';
import { parseDeclarations } from '../../../crawlers/declarations/parse-declarations.ts';

const HEADER = 'region\tlevel\thome\treached\tchecked_on\tpolicy_column';
const list = (...rows: readonly string[]): string => [HEADER, ...rows, ''].join('\r\n');

describe('a list of portals', () => {
  it('becomes declarations', () => {
    const { text, count, leftOut } = importPortals(
      list(
        '兰渚市\tprefecture\thttps://www.lanzhu.gov.cn/\tdirect\t2026-04-26\thttps://www.lanzhu.gov.cn/a/',
        '兰渚市/墨池区\tcounty\thttp://www.mochi.lanzhu.gov.cn\tdirect\t2026-04-26\t',
        '兰渚市/天朗区\tcounty\thttp://tianlang.example.com/home/\tnone\t\t',
        '兰渚市/游目地区\tcounty\thttp://lanzhu.gov.cn/youmu/\tdirect\t\t',
        '兰渚市/骋怀示范区\tdistrict\thttp://chenghuai.gov.cn/\tdirect\t\t',
      ),
    );
    expect(leftOut.map(({ reason, ...row }) => ({ ...row, reason: reason.en }))).toEqual([]);
    expect(count).toBe(5);
    const { portals } = parseDeclarations(text, 'x');
    expect(portals.map(({ id, name, level, home, hosts }) => [id, name, level, home, hosts])).toEqual([
      ['lanzhu', '兰渚市人民政府', 'prefecture', 'https://www.lanzhu.gov.cn/', []],
      ['mochi-lanzhu', '兰渚市墨池区人民政府', 'county', 'http://www.mochi.lanzhu.gov.cn/', []],
      [
        'tianlang-example-com',
        '兰渚市天朗区人民政府',
        'county',
        'http://tianlang.example.com/home/',
        ['tianlang.example.com'],
      ],
      ['lanzhu-2', '兰渚市游目地区行政公署', 'county', 'http://lanzhu.gov.cn/youmu/', []],
      ['chenghuai', '兰渚市骋怀示范区管理委员会', null, 'http://chenghuai.gov.cn/', []],
    ]);
  });

  it('writes the codes of places where the list has them', () => {
    const { text } = importPortals(
      'region\tlevel\thome\tcode\n兰渚市\tprefecture\thttps://a.gov.cn/\t3399\n墨池区\tcounty\thttps://b.gov.cn/\tx\n',
    );
    expect(parseDeclarations(text, 'x').portals.map(({ region }) => region)).toEqual(['3399', null]);
  });

  it('keeps out what has no home of its own, and says so by line', () => {
    const { count, leftOut } = importPortals(
      list(
        '兰渚市\tprefecture\thttp://www.lanzhu.gov.cn/',
        '墨池区\tcounty\tnone',
        '天朗区\tcounty\thttp://www.lanzhu.gov.cn',
        '\tcounty\thttp://a.gov.cn/',
      ),
    );
    expect(count).toBe(1);
    expect(leftOut).toEqual([
      {
        line: 3,
        region: '墨池区',
        reason: { zh: '其首页 "none" 不是 http 或 https 网址', en: 'its home "none" is no http or https address' },
      },
      {
        line: 4,
        region: '天朗区',
        reason: {
          zh: '其首页 http://www.lanzhu.gov.cn/ 就是 兰渚市 的首页',
          en: 'its home http://www.lanzhu.gov.cn/ is that of 兰渚市',
        },
      },
      { line: 5, region: '', reason: { zh: '未写地区', en: 'it names no region' } },
    ]);
  });

  it('is refused without the columns it needs', () => {
    expect(() => importPortals('name\thome\n')).toThrow('the list has no column region');
  });
});
