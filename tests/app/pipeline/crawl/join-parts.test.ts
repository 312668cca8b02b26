import { expect, test } from 'vitest';
import { joinParts } from '../../../../src/app/pipeline/crawl/join-parts.ts';
import { decodeBytes } from '../../../../src/model/text/charset.ts';

const page = (body: string, charset = 'utf-8') =>
  `<html><head><meta charset="${charset}"><title>年报</title></head><body>${body}</body></html>`;

test('the pages of an article are one page, in their order', () => {
  const joined = decodeBytes(
    joinParts([page('<p>一</p>'), page('<p>二</p>'), page('<p>三</p>')].map((text) => Buffer.from(text))),
  ).text;
  expect(joined.match(/<title>/g)).toHaveLength(1);
  expect(joined.match(/<p>.<\/p>/g)).toEqual(['<p>一</p>', '<p>二</p>', '<p>三</p>']);
});

test('whatever charset the first page declares, the whole is read as what it is', () => {
  expect(
    decodeBytes(joinParts([Buffer.from(page('<p>收到申请</p>', 'gb2312')), Buffer.from('<p>无壳</p>')])).text,
  ).toContain('收到申请');
});
