import type { Message } from '../../model/report.ts';
import { STANDARD_INPUT } from '../pipeline/find-inputs.ts';
import { UsageError } from './command.ts';

const LATER: readonly (readonly [RegExp, Message])[] = [
  [
    /^[a-z][a-z0-9+.-]*:\/\//i,
    {
      zh: '是网址；此命令不联网抓取：请保存该网页，再给出文件名',
      en: 'is an address; this version fetches nothing: save the page and name the file',
    },
  ],
];

/** The paths of a command line that asks for documents. Throws `UsageError` for what this version can't take. */
export function documentPaths(given: unknown): readonly string[] {
  const paths = given as readonly string[];
  for (const path of paths) {
    const reason = LATER.find(([pattern]) => pattern.test(path))?.[1];
    if (reason) throw new UsageError({ zh: `${path} ${reason.zh}`, en: `${path} ${reason.en}` });
  }
  if (paths.filter((path) => path === STANDARD_INPUT).length > 1) {
    throw new UsageError({ zh: '标准输入（-）只能读取一次', en: 'standard input (-) can be read only once' });
  }
  return paths;
}
