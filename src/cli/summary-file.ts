import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { UsageError } from './command.ts';

const partOf = (file: string): string => `${file}.part`;

/** Throws `UsageError` where the file could not be written after the night; looked at before it. */
export async function checkSummaryFile(file: string): Promise<void> {
  try {
    if ((await stat(file).catch(() => null))?.isDirectory()) throw new Error('it is a folder');
    await (await open(partOf(file), 'w')).close();
    await rm(partOf(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`the summary ${file} can't be written: ${reason}. Make its folder, or name another file`);
  }
}

/** A reader of the file never sees half of it. */
export async function writeSummaryFile(file: string, json: string): Promise<void> {
  try {
    await writeFile(partOf(file), json);
    await rename(partOf(file), file);
  } catch (error) {
    await rm(partOf(file), { force: true }).catch(() => {});
    throw error;
  }
}
