import { describe, expect, it } from 'vitest';
import { bodyKind } from '../../../src/model/text/body-kind.ts';

const CASES: readonly (readonly [name: string, kind: string, level: string | null])[] = [
  ['国务院', 'government', 'national'],
  ['浙江省人民政府', 'government', 'province'],
  ['内蒙古自治区', 'government', 'province'],
  ['上海市人民政府', 'government', 'province'],
  ['绍兴市人民政府', 'government', 'prefecture'],
  ['景德镇市', 'government', 'prefecture'],
  ['新乡市', 'government', 'prefecture'],
  ['大兴安岭地区行政公署', 'government', 'prefecture'],
  ['锡林郭勒盟行政公署', 'government', 'prefecture'],
  ['西双版纳傣族自治州', 'government', 'prefecture'],
  ['恩施州人民政府', 'government', 'prefecture'],
  ['浙江省诸暨市人民政府', 'government', 'county'],
  ['湖南省常德市津市市人民政府', 'government', 'county'],
  ['洪泽区人民政府', 'government', 'county'],
  ['淮安市洪泽区人民政府', 'government', 'county'],
  ['济南市市中区', 'government', 'county'],
  ['荆州市沙市区', 'government', 'county'],
  ['新乡市红旗区', 'government', 'county'],
  ['浦东新区', 'government', 'county'],
  ['赣州市赣县区', 'government', 'county'],
  ['东乡族自治县', 'government', 'county'],
  ['镇平县人民政府', 'government', 'county'],
  ['双江拉祜族佤族布朗族傣族自治县', 'government', 'county'],
  ['科尔沁左翼中旗人民政府', 'government', 'county'],
  ['国务院办公厅', 'department', 'national'],
  ['财政部', 'department', 'national'],
  ['国家税务总局', 'department', 'national'],
  ['上海市人民政府办公厅', 'department', 'province'],
  ['浙江省教育厅', 'department', 'province'],
  ['北京市城市管理委员会', 'department', 'province'],
  ['绍兴市财政局', 'department', 'prefecture'],
  ['绍兴市市场监督管理局', 'department', 'prefecture'],
  ['新乡市乡村振兴局', 'department', 'prefecture'],
  ['国家税务总局绍兴市税务局', 'department', 'prefecture'],
  ['绍兴市政务服务中心', 'department', 'prefecture'],
  ['柯桥区人民政府办公室', 'department', 'county'],
  ['绍兴市柯桥区住房和城乡建设局', 'department', 'county'],
  ['财政局', 'department', null],
  ['市财政局', 'department', null],
  ['城镇建设局', 'department', null],
  ['兰亭镇', 'town', 'township'],
  ['绍兴市柯桥区平水镇人民政府', 'town', 'township'],
  ['某某乡人民政府党政综合办公室', 'town', 'township'],
  ['某某民族乡', 'town', 'township'],
  ['乌兰苏木', 'town', 'township'],
  ['兰亭街道', 'subdistrict', 'township'],
  ['绍兴市柯桥区人民政府兰亭街道办事处', 'subdistrict', 'township'],
  ['上虞区崧厦街道党政办', 'subdistrict', 'township'],
  ['兰亭 街道\n办事处', 'subdistrict', 'township'],
  ['雄安新区管理委员会', 'other', null],
  ['杭州经济技术开发区管理委员会', 'other', null],
  ['绍兴市高新区管委会', 'other', 'prefecture'],
  ['中共绍兴市委宣传部', 'other', 'prefecture'],
  ['绍兴市中级人民法院', 'other', 'prefecture'],
  ['绍兴市红十字会', 'other', 'prefecture'],
  ['浙江大学', 'other', null],
  ['', 'other', null],
  ['县', 'other', null],
  ['$(rm -rf) [](', 'other', null],
];

describe('bodyKind', () => {
  it.each(CASES)('%s is %s, %s', (name, kind, level) => {
    expect(bodyKind(name)).toEqual({ kind, level });
  });

  it('takes a name of any length', () => {
    expect(bodyKind('某市县'.repeat(100_000))).toMatchObject({ level: 'county' });
  });
});
