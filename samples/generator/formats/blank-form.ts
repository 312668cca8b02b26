import { variablesOf } from '../../../src/model/forms/variables.ts';
import type { Draft } from '../draft.ts';
import { layOut } from '../layout.ts';
import type { Section } from '../prose.ts';
import { blankDraft } from './messy-draft.ts';

/** The twin of the form of 2021 as it is handed out to be filled in: headings, tables and hints, and nobody's report. */

const HINT = '（在此说明）';

const SECTIONS: readonly Section[] = [
  { number: '一', heading: '总体情况', role: 'overview', paragraphs: [HINT] },
  { number: '二', heading: '主动公开政府信息情况', role: 'proactive', paragraphs: [] },
  { number: '三', heading: '收到和处理政府信息公开申请情况', role: 'requests', paragraphs: [] },
  { number: '四', heading: '政府信息公开行政复议、行政诉讼情况', role: 'disputes', paragraphs: [] },
  { number: '五', heading: '存在的主要问题及改进情况', role: 'problems', paragraphs: [HINT] },
  {
    number: '六',
    heading: '其他需要报告的事项',
    role: 'other_matters',
    paragraphs: ['（在此说明，收过信息处理费的也写在这里）'],
  },
];

/** The form has no preamble. */
export function blankForm(): Draft {
  const draft = blankDraft({
    title: '政府信息公开工作年度报告样表',
    agency: '',
    year: 2021,
    editions: { proactive: '2021', requests: '2021', disputes: '2021' },
    publishedOn: null,
    figures: Object.fromEntries(
      variablesOf('2021').map(({ key }) => [key, { value: null, printed: '', statuses: ['blank'] }]),
    ),
    preamble: '',
    sections: SECTIONS,
  });
  return { ...draft, blocks: layOut(draft.truth).slice(1) };
}
