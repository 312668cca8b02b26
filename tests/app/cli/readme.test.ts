import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, runCli } from './run-cli.ts';

/** The examples of the READMEs are run as they stand there, and print what stands below them. */

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lanting-readme-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EXAMPLE = /```console\n(?<body>[^`]*)```/g;
const ARGUMENT = /"(?<quoted>[^"]*)"|(?<plain>\S+)/g;

const argumentsOf = (line: string): string[] =>
  [...line.matchAll(ARGUMENT)].map(({ groups }) => groups?.quoted ?? groups?.plain ?? '');

/** An example as it should stand: each of its commands with what it prints now. */
async function rerun(body: string, db: string): Promise<string> {
  const parts: string[] = [];
  for (const line of body.split('\n').filter((line) => line.startsWith('$ npx lanting '))) {
    const { code, out, err } = await runCli(argumentsOf(line.slice('$ npx lanting '.length)), {
      cwd: ROOT,
      env: { LANTING_DB: db },
    });
    expect([line, code, err]).toEqual([line, 0, '']);
    parts.push(`${line}\n${out.replaceAll(db, 'lanting.db')}`);
  }
  return parts.join('\n');
}

test.each(['README.md', 'README.zh-CN.md'])('%s', async (name) => {
  const text = readFileSync(join(ROOT, name), 'utf8');
  const examples = [...text.matchAll(EXAMPLE)];
  expect(examples.length).toBeGreaterThan(0);
  let fresh = text;
  for (const example of examples) {
    const body = example.groups?.body ?? '';
    const now = await rerun(body, join(folder, `${name}.db`));
    fresh = fresh.replace(example[0], () => `\`\`\`console\n${now}\`\`\``);
  }
  const stale = `the examples in ${name} are out of date; run: npx vitest run tests/app/cli/readme.test.ts -u`;
  await expect(fresh, stale).toMatchFileSnapshot(`../../../${name}`);
});
