import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { NightSummary } from '../../../src/app/pipeline/crawl/night-summary.ts';
import { type Ran, runCli } from './run-cli.ts';

/** What a crawl of a site on this machine needs beside the declarations. */
const HERE = ['--allow-private', '--delay', '0', '--no-browser', '--ocr', 'off', '--keep-free', '0KB'];

/** A folder to crawl in. */
export interface Place {
  readonly folder: string;
  /** Writes declarations and runs a command on them in the folder, on `reports.db`. */
  run(command: string, declarations: string, ...more: readonly string[]): Promise<Ran>;
  /** The same place under another clock. */
  at(now: () => number): Place;
}

const placeIn = (folder: string, now: () => number): Place => ({
  folder,
  run(command, declarations, ...more) {
    writeFileSync(join(folder, 'portals.yaml'), declarations);
    const options = ['--portals', 'portals.yaml', '--only-declared', '--db', 'reports.db', ...HERE, ...more];
    return runCli([command, ...options], { cwd: folder, now });
  },
  at: (clock) => placeIn(folder, clock),
});

export function aPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-crawl-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return placeIn(folder, Date.now);
}

export const summaryOf = ({ out }: Pick<Ran, 'out'>): NightSummary => JSON.parse(out) as NightSummary;
