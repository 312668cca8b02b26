import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readBuiltIn } from '../../../crawlers/declarations/built-in.ts';
import { mergeDeclarations, parseDeclarations } from '../../../crawlers/declarations/parse-declarations.ts';
import type { Declarations } from '../../../crawlers/portal.ts';
import { textOf } from '../../model/messages/bilingual-error.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';
import { packageRoot } from './package.ts';

/** The folder of the built-in declarations; like the samples it lies in the checkout, not in the build. */
const builtInFolder = (): string => join(packageRoot(), 'crawlers', 'portals');

/** A file named on the command line can't be read. */
export function unreadable(file: string, error: unknown): UsageError {
  const { zh, en } = textOf(error);
  return new UsageError({ zh: `无法读取 ${file}：${zh}`, en: `${file} can't be read: ${en}` });
}

/**
 * The built-in portals, if they are wanted, and those of the given files. Throws `DeclarationError` for a file with faults, and
 * `UsageError` where a file can't be read or `wanted` names a portal that none declares.
 */
export async function readDeclarations(
  files: readonly string[],
  builtIn: boolean,
  wanted: readonly string[],
  { cwd }: Pick<Io, 'cwd'>,
): Promise<Declarations> {
  const given = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(resolve(cwd, file), 'utf8').catch((error: unknown) => {
        throw unreadable(file, error);
      });
      return parseDeclarations(text, file);
    }),
  );
  const all = mergeDeclarations([...(builtIn ? await readBuiltIn(builtInFolder()) : []), ...given]);
  const unknown = wanted.filter((id) => !all.portals.some((portal) => portal.id === id));
  if (unknown.length > 0) {
    throw new UsageError({
      zh: `没有声明网站 ${unknown.join('、')}；\`lanting portals\` 列出全部`,
      en: `no declaration has the portal ${unknown.join(', ')}; \`lanting portals\` lists them all`,
    });
  }
  return all;
}
