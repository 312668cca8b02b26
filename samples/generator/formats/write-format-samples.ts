import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRng } from '../rng.ts';
import { type Expected, expectedOf, type SampleCard } from '../sample-files.ts';
import { FORMAT_SAMPLES, type FormatSample } from './format-samples.ts';
import { type MessyDraft, messyDraft } from './messy-draft.ts';

/**
 * Writes the samples of other formats than HTML, with what must be read in them taken from what was written into them.
 * Run by hand on a machine that has Chromium, LibreOffice and wkhtmltopdf: it takes the folder `samples`, and the names of
 * samples if not all are to be written.
 */

const WRITTEN_ON = '2026-11-22';

/** A report with something in it, yet short enough to read. */
function isTelling({ draft: { truth } }: MessyDraft): boolean {
  const filled = Object.values(truth.figures).filter(({ printed }) => /[1-9１-９]/.test(printed)).length;
  const received = truth.figures['requests.received.total']?.value ?? 0;
  return filled >= 20 && filled <= 90 && received >= 5 && truth.publishedOn !== null;
}

function draftOf({ from, messes, fits, draft }: FormatSample): MessyDraft {
  if (draft) return { seed: from, draft: draft(), messes, readable: true, rng: seededRng(from) };
  for (let seed = from; seed < from + 500; seed += 1) {
    const messy = messyDraft(seed, [], messes);
    if (isTelling(messy) && (fits?.(messy.draft) ?? true)) return messy;
  }
  throw new Error(`no telling report among 500 seeds from ${from} on; loosen isTelling`);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

async function save(folder: string, sample: FormatSample): Promise<void> {
  const { draft, rng, readable } = draftOf(sample);
  const bytes = await sample.write(draft, rng);
  const card: SampleCard = {
    title: draft.truth.title,
    origin: 'written for this project',
    shows: sample.shows,
    date: WRITTEN_ON,
  };
  const expected: Expected | null = sample.isNoReport
    ? null
    : expectedOf(draft.truth, readable, draft.headings, {
        mustDoubt: sample.mustDoubt ?? [],
        mustFlag: sample.mustFlag ?? [],
        mustNotFlag: [],
      });
  const home = join(folder, sample.name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, `source.${sample.ending}`), bytes);
  writeFileSync(join(home, 'sample.json'), json(card));
  writeFileSync(join(home, 'expected.json'), json(expected));
}

const [, , folder, ...names] = process.argv;
if (!folder) throw new Error('say which folder the samples go to: write-format-samples.ts samples');
for (const sample of FORMAT_SAMPLES) {
  if (names.length === 0 || names.includes(sample.name)) await save(folder, sample);
}
