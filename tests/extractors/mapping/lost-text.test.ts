import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/app/pipeline/extract.ts';
import { isFailure } from '../../../src/model/report.ts';
import { decodeBytes } from '../../../src/model/text/charset.ts';

const SAMPLE = readFileSync('samples/clean-2021/source.html', 'utf8');
const HAN = /\p{Script=Han}/gu;

function read(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const result = extractPage(bytes, 'page.html');
  if (isFailure(result)) throw new Error(result.error.message.en);
  const told = result.doubts.filter(({ rule }) => rule === 'EX-LOST-TEXT');
  return { ...result, told, errors: result.flags.filter(({ severity }) => severity === 'error') };
}

const readAsUtf8 = new TextDecoder('utf-8').decode(iconv.encode(SAMPLE, 'gbk'));

describe('a report whose Chinese was lost before', () => {
  it.each([
    ['as U+FFFD', readAsUtf8, 'valid UTF-8', '有效的 UTF-8'],
    ['as 锟斤拷', iconv.decode(Buffer.from(readAsUtf8), 'gbk'), '锟斤拷', '锟斤拷'],
    ['as question marks', SAMPLE.replace(HAN, '?'), 'question marks', '问号'],
  ])('is refused: %s', (_, text, en, zh) => {
    const { report, figures, doubts, told } = read(text);
    expect(report).toBeNull();
    expect(figures).toEqual({});
    expect(doubts.map(({ rule }) => rule)).toContain('DOC-NOT-A-REPORT');
    expect(told).toMatchObject([
      {
        severity: 'error',
        message: { en: expect.stringContaining(en), zh: expect.stringContaining(zh) },
      },
    ]);
    expect(told[0]?.message.en).toContain('fetch it anew');
    expect(told[0]?.message.zh).toContain('重新获取');
    expect(JSON.stringify(doubts)).not.toMatch(/gb18030/i);
  });

  it('in GBK that was never lost is read', () => {
    const { report, told } = read(iconv.encode(SAMPLE, 'gbk'));
    expect(report).not.toBeNull();
    expect(told).toEqual([]);
  });
});

/** Figures as printed, each with the place of its digits. */
const DIGITS = [...SAMPLE.matchAll(/<td[^>]*>(\d+)<\/td>/g)].map(({ index, 0: cell }) => index + cell.indexOf('>') + 1);
const LABELS = [...SAMPLE.matchAll(/<td[^>]*>([^<\d]{3,})<\/td>/g)]
  .map(({ index, 0: cell }) => index + cell.indexOf('>') + 3)
  .filter((at) => at > SAMPLE.indexOf('行政许可'));

describe('a report that lost a part', () => {
  it.each(['\ufffd', '锟斤拷'])('doubts each figure in which %s stands, and blames nobody', (sign) => {
    expect(DIGITS.length).toBeGreaterThan(100);
    const before = read(SAMPLE);
    for (const at of DIGITS.filter((_, nth) => nth % 7 === 0)) {
      const { told, errors, figures } = read(SAMPLE.slice(0, at) + sign + SAMPLE.slice(at + 1));
      const changed = Object.keys(figures).filter((key) => figures[key]?.value !== before.figures[key]?.value);
      expect(changed).toHaveLength(1);
      expect(told.find(({ severity }) => severity === 'error')?.cells).toEqual(changed);
      expect(errors).toEqual([]);
    }
  });

  it('doubts the figures whose labels are touched', () => {
    expect(LABELS.length).toBeGreaterThan(30);
    const silent = LABELS.filter((at) => {
      const { doubts } = read(`${SAMPLE.slice(0, at)}\ufffd${SAMPLE.slice(at + 1)}`);
      return !doubts.some(({ rule, cells }) => rule === 'EX-LOST-TEXT' && cells.length > 0);
    });
    // 信息内容 and the corner of table 3 stand over labels.
    expect(silent.map((at) => SAMPLE.slice(at, at + 2))).toEqual(['内容', '内容', '列数']);
  });

  it('tells a lost sign of the page and no more', () => {
    const { told } = read(SAMPLE.replace('</body>', '<p>\ufffd</p></body>'));
    expect(told).toMatchObject([{ severity: 'info', cells: [] }]);
  });

  it.each(['怎么办？？？', '为什么???'])('is none that asks: %s', (question) => {
    expect(read(SAMPLE.replace('</body>', `<p>${question}</p></body>`)).told).toEqual([]);
  });
});

describe('decodeBytes', () => {
  it('takes UTF-8 that holds U+FFFD for UTF-8, and counts what it could not decode itself', () => {
    expect(decodeBytes(new TextEncoder().encode(readAsUtf8))).toMatchObject({ charset: 'utf-8', replaced: 0 });
    const broken = Buffer.concat([Buffer.from(`${SAMPLE}\ufffd`), Buffer.from([0xb1])]);
    expect(decodeBytes(broken)).toMatchObject({ charset: 'utf-8', replaced: 1 });
  });
});
