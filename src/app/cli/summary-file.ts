import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { BilingualError, textOf } from '../../model/messages/bilingual-error.ts';
import { UsageError } from './command.ts';

const partOf = (file: string): string => `${file}.part`;

/** Throws `UsageError` where the file could not be written after the night; looked at before it. */
export async function checkSummaryFile(file: string): Promise<void> {
  try {
    if ((await stat(file).catch(() => null))?.isDirectory()) {
      throw new BilingualError({ zh: '这是一个文件夹', en: 'it is a folder' });
    }
    await (await open(partOf(file), 'w')).close();
    await rm(partOf(file));
  } catch (error) {
    const { zh, en } = textOf(error);
    throw new UsageError({
      zh: `小结 ${file} 无法写入：${zh}。请建立其所在文件夹，或另指一个文件`,
      en: `the summary ${file} can't be written: ${en}. Make its folder, or name another file`,
    });
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
