import { STANDARD_INPUT } from '../pipeline/find-inputs.ts';
import { UsageError } from './command.ts';

const LATER: readonly (readonly [RegExp, string])[] = [
  [/^[a-z][a-z0-9+.-]*:\/\//i, 'is an address; this version fetches nothing: save the page and name the file'],
];

/** The paths of a command line that asks for documents. Throws `UsageError` for what this version can't take. */
export function documentPaths(given: unknown): readonly string[] {
  const paths = given as readonly string[];
  for (const path of paths) {
    const reason = LATER.find(([pattern]) => pattern.test(path))?.[1];
    if (reason) throw new UsageError(`${path} ${reason}`);
  }
  if (paths.filter((path) => path === STANDARD_INPUT).length > 1) {
    throw new UsageError('standard input (-) can be read only once');
  }
  return paths;
}
