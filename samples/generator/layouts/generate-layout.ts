import type { Block, Prose } from '../draft.ts';
import type { Generated } from '../generate.ts';
import { layOut } from '../layout.ts';
import { seededRng } from '../rng.ts';
import { randomTruth } from '../truth.ts';
import { TEXT_LAYOUTS } from './text-layouts.ts';

const isProse = (block: Block): block is Prose => block.kind === 'prose';

/** A clean report as text, its three tables in a layout. The same seed always gives the same document. */
export function generateLayout(seed: number, name: string): Generated {
  const layout = TEXT_LAYOUTS.find((one) => one.name === name);
  if (!layout) throw new RangeError(`there is no text layout ${JSON.stringify(name)}`);
  const rng = seededRng(seed).fork(`layout ${name}`);
  const truth = {
    ...randomTruth(rng.fork('truth'), rng.fork('edition').pick(['2019', '2021'] as const)),
    publishedOn: null,
  };
  const gap = rng.chance(0.5) ? '\n\n' : '\n';
  const blocks = layOut(truth).map((block) =>
    isProse(block) ? block.text : layout.draw(block, rng.fork('table')).join('\n'),
  );
  return {
    seed,
    bytes: new TextEncoder().encode(`${[truth.title, ...blocks].join(gap)}\n`),
    path: `layout-${seed}.txt`,
    truth,
    messes: [name],
    readable: true,
    headings: 'kept',
  };
}
