import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../extractors/limits.ts';
import { guardOoxml } from '../../../extractors/ooxml/guard-ooxml.ts';
import { parseXml } from '../../../extractors/ooxml/parse-xml.ts';
import { zipOf } from './office-file.ts';

const xml = (text: string) => parseXml(Buffer.from(text), 'word/document.xml');

describe('the container of an Office document', () => {
  it('gives every part by name', async () => {
    const parts = await guardOoxml(await zipOf({ 'word/document.xml': '<a/>', 'docProps/core.xml': '<b/>' }));
    expect(Buffer.from(parts.get('docProps/core.xml') ?? []).toString()).toBe('<b/>');
  });

  it('refuses a part that inflates out of all proportion', async () => {
    const bomb = await zipOf({ 'word/document.xml': Buffer.alloc(LIMITS.zipRatioFrom * 4) });
    await expect(guardOoxml(bomb)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('refuses more parts than any document has', async () => {
    const names = Array.from({ length: LIMITS.ooxmlParts + 1 }, (_, i) => [`p${i}`, ''] as const);
    await expect(guardOoxml(await zipOf(Object.fromEntries(names)))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 30)],
    [
      'with a changed byte in a part',
      (bytes: Uint8Array) => bytes.map((byte, index) => (index === 40 ? byte ^ 0xff : byte)),
    ],
  ])('refuses a container %s', async (_, harm) => {
    const bytes = await zipOf({ 'a.xml': `<a>${'政府信息公开'.repeat(20)}</a>` });
    await expect(guardOoxml(harm(bytes))).rejects.toMatchObject({ code: 'DAMAGED' });
  });
});

describe('the XML of a part', () => {
  it.each([
    ['<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>', 'DAMAGED', 'a document type with entities'],
    ['<a><b></a>', 'DAMAGED', 'tags that do not match'],
    ['<a>', 'DAMAGED', 'a part that is cut off'],
    ['<a>'.repeat(LIMITS.xmlDepth + 2), 'TOO_DEEP', 'nesting without end'],
  ])('refuses $2 with $1', (text, code) => {
    expect(() => xml(text)).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'transitional'],
    ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'strict'],
  ])('knows the namespace %s (%s) by any prefix', (uri) => {
    const { name, attributes } = xml(`<any:p xmlns:any="${uri}" any:val="1"/>`);
    expect([name, attributes['w:val']]).toEqual(['w:p', '1']);
  });
});
