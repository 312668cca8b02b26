import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BilingualError } from '../../model/messages/bilingual-error.ts';

/** The folder of the checkout, from the sources and from `dist/` alike: the nearest one above with a package.json. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new BilingualError({
        zh: '程序所在文件夹之上没有 package.json；请在完整的检出目录中运行',
        en: 'no package.json above the program; run it from a complete checkout',
      });
    }
    folder = parent;
  }
  return folder;
}

export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return version;
}
