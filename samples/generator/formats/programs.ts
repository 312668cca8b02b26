import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Office programs that make documents where they are installed: for samples and measuring by hand, never for the tests. */

const TWO_MINUTES = 120_000;

/** Runs a program over one file in a folder of its own and gives back the file that it wrote. */
function convert(
  bytes: Uint8Array,
  from: string,
  to: string,
  program: string,
  args: (folder: string) => string[],
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'lanting-convert-'));
  try {
    writeFileSync(join(folder, `page.${from}`), bytes);
    const { status, stderr, error } = spawnSync(program, args(folder), { encoding: 'utf8', timeout: TWO_MINUTES });
    if (error || status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr.slice(-300)}`);
    return new Uint8Array(readFileSync(join(folder, `page.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A file saved by LibreOffice in another format; `as` names the filter that opens it (an HTML page in Writer or in Calc). */
export const saveByLibreOffice = (bytes: Uint8Array, from: string, to: string, as?: string): Uint8Array =>
  convert(bytes, from, to, 'soffice', (folder) => [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    ...(as ? [`--infilter=${as}`] : []),
    '--convert-to',
    to,
    '--outdir',
    folder,
    join(folder, `page.${from}`),
  ]);

export const IN_WRITER = 'HTML (StarWriter)';
export const IN_CALC = 'HTML (StarCalc)';

/** An HTML page printed by wkhtmltopdf. */
export const printByWebKit = (html: Uint8Array): Uint8Array =>
  convert(html, 'html', 'pdf', 'wkhtmltopdf', (folder) => [
    '--quiet',
    join(folder, 'page.html'),
    join(folder, 'page.pdf'),
  ]);
