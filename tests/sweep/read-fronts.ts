import { type GeneratedFront, generateFront } from '../../samples/generator/front-matter/generate-front.ts';
import { extractPage } from '../../src/app/pipeline/extract.ts';
import { isFailure } from '../../src/model/report.ts';

/** How the front matter of one page was read. */
export interface FrontOutcome {
  readonly front: GeneratedFront;
  readonly agency: 'right' | 'doubted' | 'wrong';
  readonly year: 'right' | 'doubted' | 'wrong';
  readonly date: 'right' | 'missing' | 'wrong';
  readonly read: string;
}

const KINDS = /机关|年度/;

/** What is right, or doubted in words that speak of it; what the page does not say is right when it is doubted. */
function judge(read: string | number | null, right: boolean, doubted: boolean): FrontOutcome['agency'] {
  if (right && (read !== null || doubted)) return 'right';
  return doubted ? 'doubted' : 'wrong';
}

export function readFront(seed: number, half: 'open' | 'kept aside'): FrontOutcome {
  const front = generateFront(seed, half);
  const result = extractPage(front.bytes, front.path);
  if (isFailure(result) || result.report === null) throw new Error(`seed ${seed}: not taken for a report`);
  const { agency, year, publishedOn } = result.report;
  const said = result.doubts.filter(({ rule }) => rule === 'DOC-FRONT-MATTER').map(({ message }) => message.zh);
  const speaksOf = (word: string) => said.some((message) => KINDS.test(message) && message.includes(word));
  return {
    front,
    agency: judge(
      agency,
      front.agencies.length === 0 ? agency === null : front.agencies.includes(agency ?? ''),
      speaksOf('机关'),
    ),
    year: judge(year, front.saysYear ? year === front.year : year === null || year === front.year, speaksOf('年度')),
    date: publishedOn === front.publishedOn ? 'right' : publishedOn === null ? 'missing' : 'wrong',
    read: `${agency} ${year} ${publishedOn}; is ${front.agencies[0] ?? 'not named'} ${front.year} ${front.publishedOn} [${front.parts.join(' + ')}]`,
  };
}
