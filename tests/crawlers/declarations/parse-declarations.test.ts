import { describe, expect, it } from 'vitest';
import { DeclarationError } from '../../../crawlers/declarations/declaration-error.ts';
import { mergeDeclarations, parseDeclarations } from '../../../crawlers/declarations/parse-declarations.ts';

const FULL = `
# 兰渚市
connect:
  www.lanzhu.gov.cn: 127.0.0.2:8080
portals:
  - id: lanzhu
    name: 兰渚市人民政府
    region: 339900
    level: prefecture
    home: http://www.lanzhu.gov.cn
    columns:
      - http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/
      - https://nb.lanzhu-cloud.com/2023/
    family: trs
    hosts: ['*.lanzhu-cloud.com']
    agencies: 16
    legacyTls: {because: 2009 年的服务器}
    corrections:
      - url: http://www.lanzhu.gov.cn/ztzl/2024nb/
        skip: true
        because: kept only as a picture
      - url: http://www.lanzhu.gov.cn/a.html
        kind: column
        because: 列表
`;

const portal = (lines: string): string =>
  `portals:\n  - id: lanzhu\n    name: 兰渚\n    home: http://www.lanzhu.gov.cn/\n${lines}`;

function faultsOf(text: string): readonly string[] {
  try {
    parseDeclarations(text, 'my.yaml');
  } catch (error) {
    if (error instanceof DeclarationError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('declarations of portals', () => {
  it('are read whole', () => {
    expect(parseDeclarations(FULL, 'my.yaml')).toEqual({
      connect: { 'www.lanzhu.gov.cn': '127.0.0.2:8080' },
      portals: [
        {
          id: 'lanzhu',
          name: '兰渚市人民政府',
          region: '339900',
          level: 'prefecture',
          home: 'http://www.lanzhu.gov.cn/',
          columns: ['http://www.lanzhu.gov.cn/zfxxgk/zfxxgknb/', 'https://nb.lanzhu-cloud.com/2023/'],
          family: 'trs',
          hosts: ['*.lanzhu-cloud.com'],
          agencies: 16,
          corrections: [
            { url: 'http://www.lanzhu.gov.cn/ztzl/2024nb/', skip: true, kind: null, because: 'kept only as a picture' },
            { url: 'http://www.lanzhu.gov.cn/a.html', skip: false, kind: 'column', because: '列表' },
          ],
          legacyTls: '2009 年的服务器',
          declaredAt: { file: 'my.yaml', line: 6 },
        },
      ],
    });
  });

  it('need little', () => {
    const [least] = parseDeclarations(portal(''), 'x').portals;
    expect(least).toMatchObject({ region: null, level: null, family: null, agencies: null, columns: [], hosts: [] });
    expect(least?.legacyTls).toBe(null);
    expect(parseDeclarations('', 'x')).toEqual({ portals: [], connect: {} });
  });

  it('keep codes that begin with 0 as they are written', () => {
    expect(parseDeclarations(portal('    region: 0123'), 'x').portals[0]?.region).toBe('0123');
  });

  it.each([
    ['an unknown key', portal('    regoin: 33'), 'my.yaml:5: a portal knows no "regoin"; its keys are id, name,'],
    ['an unknown key at the top', 'portal: []', 'my.yaml:1: the file knows no "portal"'],
    [
      'an id that is none',
      'portals:\n  - {id: Lan zhu, name: a, home: "http://a.gov.cn"}',
      'my.yaml:2: the id must be lower-case',
    ],
    ['a missing home', 'portals:\n  - id: a\n    name: b', 'my.yaml:2: a portal needs the key home'],
    ['a level that is none', portal('    level: city'), 'my.yaml:5: level must be one of nation, province,'],
    ['a family that is none', portal('    family: wordpress'), 'my.yaml:5: family must be one of gkmlpt,'],
    ['a region that is none', portal('    region: 33x'), 'my.yaml:5: the region must be 2 to 12 digits, not "33x"'],
    [
      'another scheme',
      portal('    columns: [ftp://www.lanzhu.gov.cn/]'),
      'my.yaml:5: a column must be an http or https address',
    ],
    [
      'a host outside',
      portal('    columns:\n      - http://lanzhu.com/'),
      'my.yaml:6: a column "http://lanzhu.com/" lies outside *.gov.cn',
    ],
    [
      'a name like an allowed one',
      portal('    columns: [http://xgov.cn/]'),
      'my.yaml:5: a column "http://xgov.cn/" lies outside',
    ],
    ['no list', portal('    columns: http://www.lanzhu.gov.cn/'), 'my.yaml:5: columns must be a list'],
    ['a host that is none', portal('    hosts: ["*"]'), 'my.yaml:5: a host must be a name such as'],
    ['no number', portal('    agencies: -3'), 'my.yaml:5: agencies must be a whole number from 1, not "-3"'],
    [
      'no reason',
      portal('    corrections:\n      - url: http://www.lanzhu.gov.cn/a\n        skip: true'),
      'my.yaml:6: a correction needs a reason',
    ],
    [
      'an idle correction',
      portal('    corrections:\n      - {url: "http://www.lanzhu.gov.cn/a", because: x}'),
      'my.yaml:6: a correction either skips',
    ],
    ['old TLS without a reason', portal('    legacyTls: true'), 'my.yaml:5: legacyTls must be a mapping with because'],
    ['old TLS for nothing', portal('    legacyTls: {because: }'), 'my.yaml:5: legacyTls needs a reason'],
    ['no peer', 'connect:\n  a.gov.cn: 127.0.0.2', 'my.yaml:2: connect maps a host name to address:port'],
    ['no YAML', 'portals: [a,\n  {b: }', 'my.yaml:2: '],
    ['a key twice', portal('    name: 又'), 'my.yaml:5: Map keys must be unique'],
    [
      'an alias',
      'portals:\n  - &a {id: a, name: b, home: "http://a.gov.cn"}\n  - *a',
      'my.yaml:3: a portal must be a mapping',
    ],
    ['a text alone', 'lanzhu', 'my.yaml:1: the file must be a mapping with portals, connect'],
  ])('name %s by file and line', (_, text, message) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(message)]);
  });

  it('name all faults at once, in the order of the file', () => {
    const lines = faultsOf(`${portal('    level: x\n    agencies: y')}\nconnect: {a: b}`);
    expect(lines.map((line) => line.split(':')[1])).toEqual(['5', '6', '7']);
  });

  it('are one list with one portal to an id', () => {
    const again = `${portal('')}  - id: lanzhu\n    name: 又\n    home: http://www.lanzhu.gov.cn/b/\n`;
    expect(faultsOf(again)).toEqual(['my.yaml:5: the id "lanzhu" is taken at my.yaml:2; choose another']);
    const both = [parseDeclarations(portal(''), 'a.yaml'), parseDeclarations(portal(''), 'b.yaml')];
    expect(() => mergeDeclarations(both)).toThrow('b.yaml:2: the id "lanzhu" is taken at a.yaml:2; choose another');
  });

  it('take nothing from a key that every object has', () => {
    expect(faultsOf('connect:\n  __proto__: 127.0.0.1:80')).toHaveLength(1);
    expect(faultsOf(portal('    constructor: 1'))).toHaveLength(1);
  });
});
