import { existsSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCorpus } from '../../../db/connect.ts';
import { takeRunLock } from '../../../db/frontier/run-lock.ts';
import { type ManyHosts, startManyHosts } from '../../../samples/government/many-hosts.ts';
import { localTime } from '../../../src/app/cli/log.ts';
import { notify } from '../../../src/app/cli/notify.ts';
import { aPlace, summaryOf } from './crawl-place.ts';
import { runCli } from './run-cli.ts';

async function oneHost(): Promise<ManyHosts> {
  const site = await startManyHosts(1, 2, { bytes: 1_000 });
  onTestFinished(() => site.close());
  return site;
}

/** The same portal behind an address that takes no connection. */
const shut = ({ declarations }: ManyHosts): string => declarations.replace(/127\.0\.1\.1:\d+/, '127.0.0.1:1');

/** A command line that writes what it is given to a file: Node itself, so that it runs in every shell. */
const NOTE = `"${process.execPath}" -e "require('fs').writeFileSync('note', process.env.LANTING_SUMMARY + '|' + require('fs').readFileSync(0))"`;

test.each(['crawl', 'nightly'])('%s without a network ends with exit code 3 and names the hosts', async (command) => {
  const [site, place] = [await oneHost(), aPlace()];
  const text = await place.run(command, shut(site));
  expect(text.code).toBe(3);
  expect(text.out).toMatch(/none of 1 hosts answered/);
  expect(text.out).toMatch(/http:\/\/www\.county1\.gov\.cn \(county1\): .*takes no connection/);
  const json = await place.run(command, shut(site), '--format', 'json');
  expect(json.code).toBe(3);
  expect(summaryOf(json)).toMatchObject({ outage: true, unreached: [{ portal: 'county1', code: 'HELD_BACK' }] });
});

test.each(['nightly', 'schedule'])(
  '%s --summary to a folder that is not there is refused before the night',
  async (command) => {
    const [site, place] = [await oneHost(), aPlace()];
    for (const file of ['none/last.json', '.']) {
      const { code, err } = await place.run(command, site.declarations, '--summary', file);
      expect(err).toMatch(/the summary .* can't be written: .*Make its folder, or name another file/);
      expect(code).toBe(2);
    }
    expect(site.requests.all).toBe(0);
    expect(existsSync(join(place.folder, 'reports.db'))).toBe(false);
  },
);

test('a summary that can not be written after all is told, and standard output has it', async () => {
  const [site, place] = [await oneHost(), aPlace()];
  const file = join(place.folder, 'out', 'last.json');
  mkdirSync(join(place.folder, 'out'));
  // Its folder goes away while the night is on.
  const night = place.run('nightly', site.declarations, '--summary', file, '--format', 'json');
  const gone = setInterval(() => {
    if (site.requests.all > 0 && existsSync(join(place.folder, 'out'))) rmdirSync(join(place.folder, 'out'));
  }, 1);
  const { code, out, err } = await night;
  clearInterval(gone);
  expect(summaryOf({ out }).counts.documents).toBe(2);
  expect(err).toMatch(/the summary .* can't be written: ENOENT/);
  expect(code).toBe(3);
});

test('the summary of every night is kept, and nights lists them', async () => {
  const [site, place] = [await oneHost(), aPlace()];
  const first = await place.run('nightly', site.declarations, '--summary', 'last.json');
  expect(first.code).toBe(0);
  const kept = JSON.parse(readFileSync(join(place.folder, 'last.json'), 'utf8'));
  expect(kept).toMatchObject({ counts: { documents: 2, requests: 4 }, needs: {} });
  await place.run('nightly', shut(site), '--again');
  const nights = (...more: string[]) => runCli(['nights', '--db', 'reports.db', ...more], { cwd: place.folder });
  const runs = JSON.parse((await nights('--format', 'json')).out);
  expect(runs).toMatchObject([
    { id: 2, outcome: 'done', summary: { outage: true, needs: { outage: 1, unreached: 1 } } },
    { id: 1, outcome: 'done', summary: kept },
  ]);
  const [told] = JSON.parse((await nights('--format', 'json', '--lang', 'zh')).out);
  const reasons = [runs[0], told].map(({ summary }) => summary.unreached[0].reason);
  expect(reasons).toEqual([expect.stringContaining('takes no connection'), expect.stringContaining('拒绝连接')]);
  const { out, code } = await nights('--last', '1');
  expect(code).toBe(0);
  expect(out.trim().split('\n').at(-1)).toMatch(
    /^ *2 .*done .*no host answered; 1 hosts gave no answer; 1 places failed$/,
  );
  expect((await nights('--format', 'csv', '--lang', 'zh')).out).toMatch(
    /^序号,开始,.*\r\n2,.*没有一台主机答复；1 台主机没有答复；1 处失败\r\n1,/,
  );
});

test.each(['crawl', 'nightly'])('%s beside another run is refused with a code of its own', async (command) => {
  const [site, place] = [await oneHost(), aPlace()];
  const corpus = await openCorpus(join(place.folder, 'reports.db'));
  onTestFinished(() => corpus.destroy());
  const lock = await takeRunLock(corpus);
  const note = command === 'nightly' ? ['--notify', NOTE.replace("'note'", `'${join(place.folder, 'note')}'`)] : [];
  const { code, err } = await place.run(command, site.declarations, ...note);
  await lock.release();
  expect(err).toMatch(/is being crawled by process \d+/);
  expect(code).toBe(5);
  if (command === 'nightly') {
    const [line, json] = readFileSync(join(place.folder, 'note'), 'utf8').split('|');
    expect(line).toMatch(/is being crawled by process/);
    expect(JSON.parse(json ?? '')).toMatchObject({ error: { code: 'CRAWL_LOCKED' }, needs: { CRAWL_LOCKED: 1 } });
  }
});

test('--notify runs the command where something needs a person, and not otherwise', async () => {
  const [site, place] = [await oneHost(), aPlace()];
  const note = join(place.folder, 'note');
  const command = NOTE.replace("'note'", `'${note}'`);
  await place.run('nightly', site.declarations, '--notify', command);
  expect(existsSync(note)).toBe(false);
  await place.run('nightly', shut(site), '--again', '--notify', command, '--lang', 'zh');
  const [line, json] = readFileSync(note, 'utf8').split('|');
  expect(line).toMatch(
    /^新报告 0 份，新版本 0 份，向 1 台主机请求 \d 次；没有一台主机答复；1 台主机没有答复；1 处失败$/,
  );
  expect(summaryOf({ out: json ?? '' })).toMatchObject({ outage: true });
});

test('a command that fails is told with what it said, and the night is what it was', async () => {
  const [site, place] = [await oneHost(), aPlace()];
  const command = `"${process.execPath}" -e "console.error('no such mailbox'); process.exit(7)"`;
  const { code, out, err } = await place.run('nightly', shut(site), '--notify', command);
  expect(err).toMatch(/^\S+T\S+ the command of --notify failed: it ended with exit code 7: no such mailbox\n$/);
  expect(out).toMatch(/none of 1 hosts answered/);
  expect(code).toBe(3);
});

test('what is told can not become a part of the command, and a command that hangs is stopped', async () => {
  const line = '"; exit 9 #$(exit 9)`exit 9`';
  const same = `"${process.execPath}" -e "process.exit(process.env.LANTING_SUMMARY === process.argv[1] ? 0 : 1)" -- '${line}'`;
  expect(await notify(same, { json: '{}', line })).toBe(null);
  expect(await notify('exit 3', { json: 'x'.repeat(1_000_000), line })).toEqual({
    zh: '以退出码 3 结束',
    en: 'it ended with exit code 3',
  });
  const hang = `"${process.execPath}" -e "setInterval(() => {}, 1000)"`;
  expect(await notify(hang, { json: '{}', line }, 300)).toEqual({
    zh: '0.3 秒后仍未完成，已被中止',
    en: 'it was not done after 0.3 s and was stopped',
  });
});

test.each([
  [0, '2026-11-30T01:30:00+00:00'],
  [480, '2026-11-30T09:30:00+08:00'],
  [-210, '2026-11-29T22:00:00-03:30'],
])('log lines have the local time with its offset: %i minutes', (offset, expected) => {
  expect(localTime(Date.UTC(2026, 10, 30, 1, 30), offset)).toBe(expected);
});

test('schedule tells when the next night is and how it went, each line with its time', async () => {
  const [site, place] = [await oneHost(), aPlace()];
  let now = Date.UTC(2026, 10, 30);
  // Every look at the clock is a day later, so that the night is due at once.
  const clock = () => {
    now += 86_400_000;
    return now;
  };
  const { code, out, err } = await place.at(clock).run('schedule', site.declarations, '--at', '01:30', '--nights', '1');
  expect(code).toBe(0);
  expect(out).toMatch(/Documents read/);
  const stamp = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d`;
  expect(err).toMatch(
    new RegExp(`^${stamp} next run: ${stamp}\n${stamp} 0 new reports, 0 new states, 4 requests to 1 hosts\n$`),
  );
  expect(err).toContain(`next run: ${localTime(new Date(2026, 11, 2, 1, 30).getTime()).slice(0, 8)}`);
});

test('progress that goes to a file has the time in every line', async () => {
  const [site, place] = [await oneHost(), aPlace()];
  let now = Date.UTC(2026, 10, 30);
  const clock = () => {
    now += 60_000;
    return now;
  };
  const { err } = await place.at(clock).run('crawl', site.declarations, '--progress');
  const lines = err.trim().split('\n');
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(line).toMatch(/^2026-11-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d 1 hosts, \d+ requests/);
});
