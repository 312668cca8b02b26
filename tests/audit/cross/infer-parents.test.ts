import { expect, it } from 'vitest';
import { inferParents } from '../../../src/audit/cross/infer-parents.ts';
import { nameParts } from '../../../src/model/bodies/name-parts.ts';
import { bodyKind } from '../../../src/model/text/body-kind.ts';

it.each([
  ['绍兴市柯桥区财政局', ['绍兴市', '柯桥区'], '财政局'],
  ['荆州市沙市区人民政府办公室', ['荆州市', '沙市区'], '人民政府办公室'],
  ['津市市人民政府', ['津市市'], '人民政府'],
  ['济南市市中区教育局', ['济南市', '市中区'], '教育局'],
  ['绍兴市市场监督管理局', ['绍兴市'], '市场监督管理局'],
  ['绍兴市城市管理局', ['绍兴市'], '城市管理局'],
  ['杭州市教育局', ['杭州市'], '教育局'],
  ['延边朝鲜族自治州人民政府', ['延边朝鲜族自治州'], '人民政府'],
  ['国家税务总局云泽市税务局', ['云泽市'], '税务局'],
  ['安澜市高新技术产业开发区管理委员会', ['安澜市'], '高新技术产业开发区管理委员会'],
  ['石桥镇人民政府', [], '石桥镇人民政府'],
])('%s taken apart', (name, regions, rest) => {
  expect(nameParts(name)).toEqual({ regions, rest });
});

const CORPUS: readonly (readonly [name: string, region: string | null])[] = [
  ['浙江省人民政府', '330000'],
  ['绍兴市人民政府', '330600'],
  ['柯桥区人民政府', '330603'],
  ['上海市人民政府', '310000'],
  ['浦东新区人民政府', '310115'],
  ['鼓楼区人民政府', '320106'],
  ['鼓楼区人民政府', '350102'],
  ['云泽市人民政府', null],
];
it('finds the government of the place that is known of a body whose name says none', () => {
  const bodies = [
    ['云泽市人民政府', null],
    ['财政局', '云泽市'],
    ['财政局', null],
  ].map(([name = '', place], id) => ({
    ...{ id, name: String(name), regionCode: null, place: place ?? null },
    ...bodyKind(String(name)),
  }));
  expect([...inferParents(bodies).values()]).toEqual([null, 0, null]);
});

const parentOf = (name: string, region: string | null): string | null => {
  const bodies = [...CORPUS, [name, region] as const].map(([name, regionCode], id) => ({
    ...{ id, name, regionCode },
    ...bodyKind(name),
  }));
  const parent = inferParents(bodies).get(bodies.length - 1) ?? null;
  return parent === null ? null : `${bodies[parent]?.name} ${bodies[parent]?.regionCode}`;
};

it.each([
  ['a bureau of a district named with its city', '绍兴市柯桥区财政局', '330603', '柯桥区人民政府 330603'],
  ['a bureau of a city', '绍兴市财政局', '330600', '绍兴市人民政府 330600'],
  ['a bureau that names no region', '财政局', '330603', '柯桥区人民政府 330603'],
  ['a government’s office', '柯桥区人民政府办公室', '330603', '柯桥区人民政府 330603'],
  ['a street by its region', '柯岩街道办事处', '330603', '柯桥区人民政府 330603'],
  ['a street by a code of nine digits', '柯岩街道办事处', '330603001', '柯桥区人民政府 330603'],
  ['a district found on its city’s portal', '越城区人民政府', '330600', '绍兴市人民政府 330600'],
  ['a city', '杭州市人民政府', '330100', '浙江省人民政府 330000'],
  ['a district of a municipality', '黄浦区人民政府', '310101', '上海市人民政府 310000'],
  ['a district whose name is many places', '鼓楼区财政局', '320106', '鼓楼区人民政府 320106'],
  ['a bureau of a city without codes', '云泽市审计局', null, '云泽市人民政府 null'],
  ['the same without a code: unknown', '鼓楼区财政局', null, null],
  ['a street found on a city’s portal: unknown', '兰亭街道办事处', '330600', null],
  ['a bureau whose government is not held', '杭州市教育局', '330100', null],
  ['a bureau that a national one leads: unknown', '国家税务总局绍兴市税务局', '330600', null],
  ['a province', '江苏省人民政府', '320000', null],
])('the parent of %s', (_, name, region, parent) => {
  expect(parentOf(name, region)).toBe(parent);
});
