import { describe, expect, it } from 'vitest';
import { readHeading } from '../../../extractors/mapping/section-roles.ts';

describe('headings', () => {
  it.each([
    ['一、总体情况', '一', '总体情况', 'overview'],
    ['五、存在的主要问题及改进情况', '五', '存在的主要问题及改进情况', 'problems'],
    ['五、信息公开责任追究', '五', '信息公开责任追究', 'extra'],
    ['六、存在问题和不足', '六', '存在问题和不足', 'problems'],
    ['（六）其他需要报告的事项', '（六）', '其他需要报告的事项', 'other_matters'],
    [
      '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '四',
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      'disputes',
    ],
    ['三．收到和处理政府信息公开申请情况：', '三', '收到和处理政府信息公开申请情况', 'requests'],
    ['总体情况', null, '总体情况', 'overview'],
    [
      '三、收到和处理政府信息公开申请情况（数据准确、要素齐全）',
      '三',
      '收到和处理政府信息公开申请情况（数据准确、要素齐全）',
      'requests',
    ],
    ['总体情况【已核】', null, '总体情况【已核】', 'overview'],
    ['|五、存在的主要问题及改进情况', '五', '存在的主要问题及改进情况', 'problems'],
    ['l六、其他需要报告的事项', '六', '其他需要报告的事项', 'other_matters'],
    ['丨 六、其他需要报告的事项', '六', '其他需要报告的事项', 'other_matters'],
    ['## 二、主动公开政府信息情况', '二', '主动公开政府信息情况', 'proactive'],
  ])('%s', (line, number, text, role) => {
    expect(readHeading(line)).toEqual({ number, text, role, rest: '' });
  });

  it('parts a heading from text in the same line', () => {
    expect(readHeading('一、总体情况。2020年，我街道认真贯彻条例。')).toMatchObject({
      text: '总体情况',
      rest: '2020年，我街道认真贯彻条例。',
    });
  });

  it.each([
    ['一、本年新收政府信息公开申请数量', 'a row of table 3'],
    ['三、本年度办理结果', 'a group of table 3'],
    ['四、结转下年度继续办理', 'a row of table 3'],
    ['（二）依申请公开情况', 'a part of the overview'],
    ['（一）主动公开情况', 'a part of the overview'],
    ['一是加强组织领导，确保人员到位。', 'a sentence'],
    ['二、加强领导，落实责任，扎实推进，取得实效。', 'a sentence'],
    ['1.属于国家秘密', 'a row'],
    ['三、加强领导，落实责任，扎实推进（见附件）', 'a sentence with a remark'],
  ])('%s is none: %s', (line) => {
    expect(readHeading(line)).toBeNull();
  });
});
