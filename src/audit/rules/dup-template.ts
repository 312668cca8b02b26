import type { Section } from '../../model/report.ts';
import { quote } from '../../model/text/quote.ts';
import { type Facts, flagged, PASSED, type Rule, WHOLE_REPORT } from '../rule.ts';

/** Addresses may hold anything. */
const ADDRESS = /(?:https?:\/\/|www\.)[\w.:/?#@!$&'()*+,;=%~-]+|(?<![\w.+-])[\w.+-]+@[\w.-]+/giu;
/** What a filled report no longer holds. Two of a mark, for one may be a multiplication sign or a bullet. */
const LEFTOVERS =
  /(?<![A-Za-z\d])20[XxＸ×Ｘ]{2}|(?<![A-Za-zＸ×.*])[XＸ×✕]{2,}(?![A-Za-z\d])|(?<=\p{Script=Han})[xｘ]{2,}(?=\p{Script=Han})|[_＿]{2,}|某某|[（([【]\s*(?:示例|单位名称|机关名称|填写[^）)\]】]{0,12}|此处[^）)\]】]{0,12})\s*[）)\]】]|示例[:：]|填[表报写]说明|请填写/gu;

const ANY_LEFTOVER = new RegExp(LEFTOVERS.source, 'u');

interface Place {
  readonly found: string;
  readonly context: string;
}

function placesIn(text: string): Place[] {
  // Nearly every text holds none, and to strip its addresses costs more than to see that.
  if (!ANY_LEFTOVER.test(text)) return [];
  const plain = text.replace(ADDRESS, ' ');
  return [...plain.matchAll(LEFTOVERS)].map(({ 0: found, index }) => ({
    found,
    context: quote(plain.slice(Math.max(0, index - 12), index + found.length + 12)),
  }));
}

const textsOf = ({ report, sections }: Facts): readonly string[] => [
  report.title ?? '',
  ...sections.flatMap(({ heading, text }: Section) => [heading, text]),
];

const SHOWN = 5;

export const dupTemplate: Rule<null> = {
  code: 'DUP-TEMPLATE',
  title: { zh: '残留的模板文字', en: 'Words of a template left over' },
  severity: 'warning',
  scope: 'report',
  table: null,
  needs: ['sections'],
  explanation: {
    zh: '正文和标题中不应留有 XX、××、＿＿、20XX、某某、示例、填表说明、（单位名称）等模板文字。',
    en: 'Title and prose hold no XX, ××, ＿＿, 20XX, 某某, 示例, 填表说明 or （单位名称） of a template.',
  },
  basis: { zh: '已公布年报中所见', en: 'Seen in published reports' },
  notWhen: null,
  subjects: () => WHOLE_REPORT,
  check(_, facts) {
    const places = textsOf(facts).flatMap(placesIn);
    if (places.length === 0) return PASSED;
    const shown = places.slice(0, SHOWN).map(({ context }) => `“${context}”`);
    const more = places.length > SHOWN;
    return flagged({
      cells: [],
      message: {
        zh: `残留模板文字 ${places.length} 处：${shown.join('、')}${more ? '等' : ''}`,
        en: `${places.length} ${places.length === 1 ? 'place' : 'places'} of a template left over: ${shown.join(', ')}${more ? ', …' : ''}`,
      },
      observed: [...new Set(places.map(({ found }) => found))].slice(0, SHOWN).join(' '),
      expected: null,
    });
  },
};
