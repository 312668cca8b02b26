import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openProgress } from '../../../src/app/cli/progress.ts';

async function* items() {
  yield* [1, 2, 3];
}

async function watch(isTTY: boolean, asked: boolean): Promise<{ seen: number[]; told: string }> {
  const stderr = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY });
  const progress = openProgress(
    { stdin: [] as never, stdout: stderr, stderr, env: {}, language: 'en' as const, cwd: '/' },
    asked,
  );
  const seen: number[] = [];
  for await (const item of progress.over(items())) seen.push(item);
  progress.clear();
  return { seen, told: stderr.read() ?? '' };
}

describe('progress', () => {
  test.each([
    [true, false],
    [false, true],
    [false, false],
  ])('hands every item through (terminal: %s, asked for: %s)', async (isTTY, asked) => {
    expect((await watch(isTTY, asked)).seen).toEqual([1, 2, 3]);
  });

  test('leaves the terminal line clear, and writes nothing elsewhere for a short run', async () => {
    expect((await watch(true, false)).told.slice(-4)).toBe('\r\u001b[K');
    expect((await watch(false, true)).told).toBe('');
  });
});
