import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from './draft.ts';
import { encode } from './encode.ts';
import { type Generated, generate } from './generate.ts';
import { LANTING_FLAGS, lantingHtml, lantingText } from './lanting.ts';
import { MESSES, messOf } from './messes/catalogue.ts';
import { DESCRIPTIONS } from './messes/descriptions.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { seededRng } from './rng.ts';
import { type Expected, expectedOf, type Finding, type SampleCard } from './sample-files.ts';

/**
 * Writes the samples, with what must be read in them taken from what was written into them, never from the reader.
 * Run by hand when a mess is added, then review what changed: it takes the folder `samples` as its only argument
 * (Node 22.18 and later run the file as it is).
 */

const WRITTEN_ON = '2026-11-22';

type Findings = Pick<Expected, 'mustDoubt' | 'mustFlag' | 'mustNotFlag' | 'quiet'>;

const NOTHING: Findings = { mustDoubt: [], mustFlag: [], mustNotFlag: [] };

/** Findings that a mess must lead to, where the catalogue of rules says which. */
const FINDINGS: Readonly<Record<string, (document: Generated) => Partial<Findings>>> = {
  'mixed-editions': () => ({ mustFlag: [{ rule: 'ST-EDITION-YEAR', cells: [] }] }),
  'late-edition': () => ({ mustFlag: [{ rule: 'ST-EDITION-YEAR', cells: [] }] }),
  'vague-values': (document) => ({
    mustFlag: keysOf(document, 'unreadable').map((key): Finding => ({ rule: 'VAL-UNREADABLE', cells: [key] })),
  }),
  'lost-rows': (document) => ({ mustDoubt: keysOf(document, 'missing').map((key): Finding => ({ cells: [key] })) }),
  'lying-charset': () => ({ mustDoubt: [{ rule: 'EX-CHARSET', cells: [] }] }),
};

function keysOf({ truth }: Generated, status: string): string[] {
  return Object.entries(truth.figures).flatMap(([key, { statuses }]) =>
    statuses.some((one) => one === status) ? [key] : [],
  );
}

/** A report with something in it, yet short enough to read. */
function isTelling({ truth }: Generated): boolean {
  const filled = Object.values(truth.figures).filter(({ printed }) => /[1-9]/.test(printed)).length;
  const received = truth.figures['requests.received.total']?.value ?? 0;
  return filled >= 20 && filled <= 90 && received >= 5 && truth.publishedOn !== null;
}

const plainOf = (seed: number): Generated => generate(seed, { messes: [] });

/** The first document of a mess that is telling and that the mess has changed. */
function documentOf(name: string, from: number): Generated {
  for (let seed = from; seed < from + 500; seed += 1) {
    const document = generate(seed, { messes: [name] });
    const fits = messOf(name).fits?.(plainOf(seed).truth) ?? true;
    const changed = !Buffer.from(document.bytes).equals(Buffer.from(plainOf(seed).bytes));
    if (fits && changed && isTelling(plainOf(seed)) && document.readable === messOf(name).readable) return document;
  }
  throw new Error(`no telling document of ${name} among 500 seeds; loosen isTelling`);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

function save(
  folder: string,
  name: string,
  ending: string,
  bytes: Uint8Array,
  card: SampleCard,
  expected: Expected,
): void {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, `source.${ending}`), bytes);
  writeFileSync(join(home, 'sample.json'), json(card));
  writeFileSync(join(home, 'expected.json'), json(expected));
}

const cardOf = (title: string, shows: string): SampleCard => ({
  title,
  origin: 'written for this project',
  shows,
  date: WRITTEN_ON,
});

function saveGenerated(folder: string, name: string, document: Generated, shows: string, findings: Findings): void {
  const expected = expectedOf(document.truth, document.readable, document.headings, findings);
  const ending = document.path.slice(document.path.lastIndexOf('.') + 1);
  save(folder, name, ending, document.bytes, cardOf(document.truth.title, shows), expected);
}

function saveLanting(folder: string, name: string, draft: Draft, ending: string, shows: string): void {
  const render = ending === 'html' ? renderHtml : renderText;
  const bytes = encode(render(draft, seededRng(2020)), draft);
  const findings = {
    mustDoubt: [],
    mustFlag: LANTING_FLAGS,
    mustNotFlag: ['PUB-LATE-LOCAL', 'PUB-LATE-DEPT', 'PUB-LATE-GOV', 'PUB-EARLY'],
  };
  save(folder, name, ending, bytes, cardOf(draft.truth.title, shows), expectedOf(draft.truth, true, 'kept', findings));
}

function main(folder: string): void {
  const shows =
    'A street office’s report with the faults of the worked example: six sums that do not hold, an amount without a unit, headings in disorder';
  saveLanting(folder, 'lanting-2020-html', lantingHtml(), 'html', `${shows}; as a page of its portal.`);
  saveLanting(folder, 'lanting-2020-text', lantingText(), 'txt', `${shows}; as a text whose cells ran together.`);
  const clean = (edition: string, from: number) => {
    for (let seed = from; ; seed += 1) {
      const document = plainOf(seed);
      if (document.truth.editions.requests === edition && isTelling(document)) return document;
    }
  };
  for (const edition of ['2019', '2021']) {
    const text = `A page as the form of ${edition} prints it: every sum holds, nothing is to be doubted.`;
    saveGenerated(folder, `clean-${edition}`, clean(edition, 7000), text, { ...NOTHING, quiet: true });
  }
  for (const [place, { name }] of MESSES.entries()) {
    const document = documentOf(name, 1000 + 60 * place);
    const findings = { ...NOTHING, ...FINDINGS[name]?.(document) };
    saveGenerated(
      folder,
      name === 'mixed-editions' ? 'mixed-edition' : name,
      document,
      DESCRIPTIONS[name] ?? '',
      findings,
    );
  }
}

const [, , folder] = process.argv;
if (!folder) throw new Error('say which folder the samples go to: write-samples.ts samples');
main(folder);
