import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Language } from './language.ts';
import { packageRoot } from './package.ts';

const WORDS: Readonly<Record<Language, (reason: string, command: string) => string>> = {
  en: (reason, command) => `SQLite can't be loaded: ${reason}. This provides it anew: ${command}`,
  zh: (reason, command) => `SQLite 无法加载：${reason}。请运行以下命令重新安装：${command}`,
};

/**
 * Null where SQLite's binary loads; else why it does not (none, or one of another machine), and the command that provides
 * it. Asked before the modules that import it are loaded, since no code can catch what goes wrong there.
 */
export function sqliteFailure(language: Language): string | null {
  try {
    createRequire(import.meta.url)('sqlite3');
    return null;
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    const command = `node ${JSON.stringify(join(packageRoot(), 'setup.mjs'))}`;
    return WORDS[language](reason.replace(/\. Tried:$/, ''), command);
  }
}
