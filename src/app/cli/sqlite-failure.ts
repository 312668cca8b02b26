import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Message } from '../../model/report.ts';
import { packageRoot } from './package.ts';

/**
 * Null where SQLite's binary loads; else why it does not (none, or one of another machine), and the command that provides
 * it. Asked before the modules that import it are loaded, since no code can catch what goes wrong there.
 */
export function sqliteFailure(): Message | null {
  try {
    createRequire(import.meta.url)('sqlite3');
    return null;
  } catch (error) {
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    const command = `node ${JSON.stringify(join(packageRoot(), 'setup.mjs'))}`;
    const reason = said.replace(/\. Tried:$/, '');
    return {
      zh: `SQLite 无法加载：${reason}。请运行以下命令重新安装：${command}`,
      en: `SQLite can't be loaded: ${reason}. This provides it anew: ${command}`,
    };
  }
}
