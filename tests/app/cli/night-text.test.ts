import { expect, test } from 'vitest';
import { nightLine, nightText } from '../../../src/app/cli/night-text.ts';
import type { NightSummary } from '../../../src/app/pipeline/crawl/night-summary.ts';

const URL = 'http://www.lanzhu.gov.cn/nb/1.html';
const PLACE = { url: URL, title: '年报', kind: 'report', portal: 'lanzhu' };
const FIGURE = { key: 'requests.received.total', labelZh: '本年新收 · 总计', labelEn: 'received, total' };

const NIGHT = {
  ...{ schema: 'lanting.night/1', startedAt: '2026-11-23T01:30:00Z', finishedAt: '2026-11-23T01:31:05Z' },
  ...{ endedBy: 'time', lateFor: 2025, new: [], late: [], vanished: [], coverage: [], outage: false },
  shortArchives: [{ file: 'a.warc.gz', bytes: 12 }],
  room: { folder: '/a', free: 5e8, keepFree: 1e9 },
  fault: { code: 'DISK_FULL', message: { zh: '磁盘空间已满（ENOSPC）', en: 'no space left on device' } },
  needs: { fault: 1, unreached: 2 },
  unreached: [
    {
      ...{ origin: 'http://a.gov.cn', portal: 'a', requests: 1, code: 'CONNECT' },
      reason: { zh: 'http://a.gov.cn/robots.txt 拒绝连接', en: 'http://a.gov.cn/robots.txt takes no connection' },
    },
  ],
  counts: {
    ...{ hosts: 2, requests: 9, visits: 9, newPlaces: 3, unchanged: 1, failed: 1, blocked: 1, bytes: 2_000_000 },
    ...{ newReports: 0, changedReports: 1, knownReports: 0, notReports: 0, unreadable: 1 },
  },
  queue: { due: 0, waiting: 4, excluded: 0, hosts: 2, hostsHeldBack: 1 },
  changed: [
    {
      ...{ reportId: 1, agency: '兰渚市民政局', year: 2025, title: null, url: URL, fromVersion: 1, toVersion: 2 },
      figures: [{ ...FIGURE, from: 0, to: null, fromStatus: 'reported', toStatus: 'blank' }],
    },
  ],
  blocked: [{ ...PLACE, reason: { zh: '要求输入验证码的页面', en: 'a page that asks for a captcha' } }],
  failed: [
    {
      ...PLACE,
      reason: { zh: `${URL} 在 30 秒内没有答复；稍后再试`, en: `${URL} was silent for 30 s; it is tried again later` },
    },
  ],
  httpsFailed: [{ ...PLACE, reason: { zh: `${URL} 的证书不被接受；改用 http`, en: `${URL} has a bad certificate` } }],
  unreadable: [{ path: 'a.pdf', code: 'EMPTY', message: { zh: 'PDF 没有页面', en: 'the PDF has no pages' } }],
} as unknown as NightSummary;

test.each([
  [
    'zh',
    [
      '1 分 5 秒内向 2 台主机请求 9 次',
      '时间用完，尚未完成',
      '本年新收 · 总计：0 → 空白',
      `年报 ${URL}：要求输入验证码的页面`,
      `年报 ${URL}：该地址在 30 秒内没有答复；稍后再试`,
      'a.pdf：PDF 没有页面',
      '失败（1）：',
      `https 无法访问、改用 http 的主机（1）：\n  ${URL} 的证书不被接受；改用 http`,
      'http://a.gov.cn (a)：http://a.gov.cn/robots.txt 拒绝连接',
      'a.warc.gz：12',
      '运行中断：磁盘空间已满（ENOSPC）。此前写入的内容均已保留',
      '/a 所在磁盘剩余 0.5 GB，低于应保留的 1.0 GB',
    ],
  ],
  [
    'en',
    [
      '9 requests to 2 hosts in 1 min 5 s',
      'Its time was up',
      'received, total: 0 → blank',
      `年报 ${URL}: a page that asks for a captcha`,
      `年报 ${URL}: it was silent for 30 s; it is tried again later`,
      'a.pdf: the PDF has no pages',
      'Failed (1):',
      `read over http (1):\n  ${URL} has a bad certificate`,
      'http://a.gov.cn (a): http://a.gov.cn/robots.txt takes no connection',
      'a.warc.gz: 12',
      'It broke off: no space left on device. What was written',
      'The disk of /a has 0.5 GB free',
    ],
  ],
] as const)('a night is told in %s', (language, lines) => {
  const text = nightText(NIGHT, language);
  for (const line of lines) expect(text).toContain(line);
});

test('a night in one line', () => {
  expect(nightLine(NIGHT)).toEqual({
    zh: '新报告 0 份，新版本 1 份，向 2 台主机请求 9 次；运行中断；2 台主机没有答复',
    en: '0 new reports, 1 new states, 9 requests to 2 hosts; the run broke off; 2 hosts gave no answer',
  });
});
