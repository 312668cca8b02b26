import { type Cell, changeCells } from '../draft.ts';
import { EVERYWHERE, type Mess } from '../mess.ts';
import type { Rng } from '../rng.ts';

/** Labels in other words than the form's, and labels misprinted. The wordings are those of forms.md, section 9. */

const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  规范性文件: ['行政规范性文件'],
  行政规范性文件: ['规范性文件'],
  '（六）其他处理': ['（六）其他', '六、其他处理', '（六）其它处理'],
  '3.危及“三安全一稳定”': ['3.危及"三安全一稳定"', '3.危及‘三安全一稳定’', '3.危及三安全一稳定', '3.三安全、一稳定'],
  '2.其他法律行政法规禁止公开': ['2.其他法律、行政法规禁止公开', '2.其它法律行政法规禁止公开'],
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': [
    '1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请',
    '1.逾期不补正',
  ],
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': [
    '2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请',
    '2.申请人逾期未按收费通知要求缴纳费用',
  ],
  '3.其他': ['3.其它'],
  '（二）部分公开（区分处理的，只计这一情形，不计其他情形）': [
    '（二）部分公开',
    '（二）部分公开(区分处理的,只计这一情形,不计其他情形)',
  ],
  社会公益组织: ['社会公益', '公益组织'],
  法律服务机构: ['法律服务'],
  商业企业: ['企业'],
  科研机构: ['科研单位'],
  '一、本年新收政府信息公开申请数量': ['一、本年新收申请数量', '一、本年新收'],
  '二、上年结转政府信息公开申请数量': ['二、上年结转申请数量', '二、上年结转'],
  '三、本年度办理结果': ['三、本年办理结果', '三、办理结果'],
  '四、结转下年度继续办理': ['四、结转下年度继续办理数量', '四、结转下年度'],
  未经复议直接起诉: ['直接起诉', '未经复议而直接起诉'],
  复议后起诉: ['行政复议后起诉'],
  '本年增/减': ['本年增减', '本年增／减', '本年增、减'],
  对外公开总数量: ['对外公开总数'],
  '本年收费金额（单位：万元）': ['本年收费金额(万元)', '本年收费金额'],
  其他结果: ['其它结果'],
  '7.属于行政执法案卷': ['7.行政执法案卷', '7.属于行政执法案卷信息'],
  '8.属于行政查询事项': ['8.行政查询事项'],
  '1.属于国家秘密': ['1.国家秘密'],
};

export const variantLabels: Mess = {
  name: 'variant-labels',
  readable: true,
  formats: EVERYWHERE,
  holds: ['words'],
  apply: (draft, rng) => {
    const likely = rng.pick([0.3, 0.7, 1]);
    const chosen = Object.fromEntries(Object.entries(VARIANTS).map(([label, others]) => [label, rng.pick(others)]));
    return changeCells(draft, (one) => {
      const other = ['label', 'group', 'header'].includes(one.kind) ? chosen[one.text] : undefined;
      return other && rng.chance(likely) ? { ...one, text: other } : one;
    });
  },
};

export const otherTotals: Mess = {
  name: 'other-totals',
  readable: true,
  formats: EVERYWHERE,
  holds: ['totals'],
  apply: (draft, rng) => {
    const word = rng.pick(['合计', '合计', '共计', '总数']);
    return changeCells(draft, (one) => (one.kind === 'value' ? one : { ...one, text: one.text.replace('总计', word) }));
  },
};

const LOOKALIKES = [
  '予于',
  '申甲',
  '未末',
  '构够',
  '需须',
  '仍任',
  '类累',
  '己已',
  '法发',
  '证政',
  '案按',
  '新薪',
  '结洁',
  '其共',
  '公共',
  '理埋',
  '审宙',
  '维唯',
  '然燃',
  '业叶',
  '科料',
  '研妍',
];

function misprint(text: string, rng: Rng): string {
  const characters = Array.from(text);
  const hanzi = characters.flatMap((character, place) => (/[一-龥]/.test(character) && place > 1 ? [place] : []));
  const place = hanzi.length > 0 ? rng.pick(hanzi) : -1;
  const character = characters[place];
  if (character === undefined) return text;
  const like = LOOKALIKES.find((pair) => pair.startsWith(character))?.slice(1);
  const changes = [
    character + character,
    like ?? '',
    text.length > 10 && rng.chance(0.4) ? '' : (like ?? character + character),
  ];
  return characters.with(place, rng.pick(changes)).join('');
}

/** Labels short enough that one wrong character makes another word of them are left alone. */
const canBeMisprinted = (one: Cell): boolean =>
  ['label', 'group', 'header'].includes(one.kind) &&
  one.text.replace(/^[（(]?[一二三四五六七\d][）)、.]?/, '').length >= 4;

export const misprintedLabels: Mess = {
  name: 'misprinted-labels',
  readable: true,
  formats: EVERYWHERE,
  holds: ['words'],
  apply: (draft, rng) => {
    const likely = rng.pick([0.08, 0.2]);
    return changeCells(draft, (one) =>
      canBeMisprinted(one) && rng.chance(likely) ? { ...one, text: misprint(one.text, rng) } : one,
    );
  },
};
