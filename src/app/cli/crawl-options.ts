import { hostname, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { EXPLORING, exploringBudget } from '../../../db/frontier/exploration.ts';
import type { NightOptions } from '../pipeline/crawl/night.ts';
import { CliOption, InvalidValue, UsageError, wholeNumber } from './command.ts';
import { corpusOption, corpusPath } from './corpus-option.ts';
import type { Io } from './io.ts';
import { ocrMode, ocrOption } from './ocr-option.ts';
import { packageVersion } from './package.ts';
import { readDeclarations } from './read-declarations.ts';

/** Shorter pauses are no way to treat another's server. ms. */
const LEAST_DELAY = 1_000;

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const SIZES: Readonly<Record<string, number>> = { KB: 1_000, MB: 1_000_000, GB: 1_000_000_000, TB: 1e12 };

/** `90s`, `30m`, `6h`; ms. */
function duration(value: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(value) ?? [];
  if (!number || !unit)
    throw new InvalidValue({
      zh: '应为数字加单位：90s、30m、6h、2d。',
      en: 'It must be a number with its unit: 90s, 30m, 6h, 2d.',
    });
  return Number(number) * (UNITS[unit] ?? 0);
}

/** `500MB`, `20GB`; bytes. */
function size(value: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([KMGT]B)$/.exec(value) ?? [];
  if (!number || !unit)
    throw new InvalidValue({
      zh: '应为数字加单位：500MB、20GB。',
      en: 'It must be a number with its unit: 500MB, 20GB.',
    });
  return Number(number) * (SIZES[unit] ?? 0);
}

function seconds(value: string): number {
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (!(number <= 3_600))
    throw new InvalidValue({ zh: '应为秒数，最多 3600。', en: 'It must be a number of seconds, up to 3600.' });
  return number * 1_000;
}

const several = (value: string, previous: readonly string[] | undefined): readonly string[] => [
  ...(previous ?? []),
  value,
];

/** Which portals there are. */
export const portalsOptions = (): CliOption[] => [
  new CliOption('--portals <file>', {
    zh: '自带声明之外你自己的网站声明文件；可多次给出',
    en: 'declarations of your own beside the built-in ones; may be given several times',
  }).argParser(several),
  new CliOption('--only-declared', { zh: '不用自带的网站', en: 'leave the built-in portals out' }),
];

export const portalOption = (): CliOption =>
  new CliOption('--portal <id>', {
    zh: '只抓取该网站；可多次给出',
    en: 'this portal alone; may be given several times',
  }).argParser(several);

/** The options that all commands which go out to the portals share. */
export const crawlOptions = (): CliOption[] => [
  corpusOption(),
  ...portalsOptions(),
  portalOption(),
  new CliOption('--archive <folder>', {
    zh: '存档文件夹，各答复按收到的原样存入（WARC）；默认在语料库旁',
    en: 'where answers are kept as received (WARC); beside the corpus by default',
  }),
  new CliOption('--contact <text>', {
    zh: '网站可以联系到你的地址',
    en: 'address at which the portals can reach you; also LANTING_CONTACT',
  }).env('LANTING_CONTACT'),
  new CliOption('--delay <seconds>', {
    zh: '对同一地址两次请求之间至少间隔的秒数',
    en: 'least pause between two requests to one address',
  })
    .argParser(seconds)
    .default(3_000, '3'),
  wholeNumber('--at-once <count>', { zh: '同时访问的地址数', en: 'addresses that are talked to at once' }, 1).default(
    64,
  ),
  wholeNumber(
    '--explore <pages>',
    {
      zh: '每夜为寻找年报最多探索每个网站的页数（列表和报告不计）；每个有报告的站点另加三分之一',
      en: 'pages that a portal is explored by in a night, lists and reports not counted; each site of it that has reports adds a third',
    },
    1,
  ).default(EXPLORING.pages),
  wholeNumber(
    '--render <pages>',
    {
      zh: '其中每夜最多由浏览器绘出的页数；每个有报告的站点另加三分之二',
      en: 'of pages of unknown content, how many a browser draws for a portal in a night; each site that has reports adds two thirds',
    },
    0,
  ).default(EXPLORING.renderings),
  new CliOption('--again', {
    zh: '重新访问所有已知地址，无论是否到期',
    en: 'look at every known place again, due or not',
  }),
  new CliOption('--time <duration>', {
    zh: '超过此时长不再开始新的请求：90s、30m、6h',
    en: 'begin nothing new after this long: 90s, 30m, 6h',
  }).argParser(duration),
  new CliOption('--disk <size>', {
    zh: '存档增加到此大小后不再开始新的请求：500MB、20GB',
    en: 'begin nothing new once the archive has grown by this much: 500MB, 20GB',
  }).argParser(size),
  new CliOption('--keep-free <size>', {
    zh: '磁盘剩余空间少于此值时正常结束',
    en: 'stop cleanly where the disk has less room',
  })
    .argParser(size)
    .default(1e9, '1GB'),
  new CliOption('--no-browser', {
    zh: '不读取由脚本绘出的栏目，并逐一列名',
    en: 'leave out columns that are drawn by script, and say which',
  }),
  new CliOption('--allow-private', { zh: '允许访问内网和本机地址', en: 'private and loopback addresses may be asked' }),
  ocrOption(),
];

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);

/** `reports.db` keeps its archive in `reports-archive`. */
const archiveBeside = (corpus: string): string =>
  join(dirname(corpus), `${basename(corpus).replace(/\.[^.]+$/, '')}-archive`);

/** Waits before another attempt, by the least pause: a crawl of a site of one's own is not to take minutes over them. */
const retriesFor = (delay: number): readonly number[] =>
  delay >= 1_000 ? [30_000, 300_000] : [10 * delay, 100 * delay];

/** How long a host is parked for good in a night, ms. */
const PARKED = 6 * 3_600_000;

/** What a run is asked for by these options. Throws `DeclarationError`, `UsageError`. */
export async function nightOptions(options: Readonly<Record<string, unknown>>, io: Io): Promise<NightOptions> {
  const corpus = corpusPath(options.db, io);
  const archive = text(options.archive);
  const delay = number(options.delay) ?? 3_000;
  if (delay < LEAST_DELAY && options.allowPrivate !== true) {
    throw new UsageError({
      zh: '间隔不足一秒只适用于自己的网站，须同时使用 --allow-private',
      en: 'a delay under one second is for sites of your own: it needs --allow-private',
    });
  }
  const portals = list(options.portal);
  const declarations = await readDeclarations(list(options.portals), options.onlyDeclared !== true, portals, io);
  if (declarations.portals.length === 0) {
    throw new UsageError({
      zh: '没有声明任何网站，因此无可访问：使用 --only-declared 时，--portals 所给文件须列出网站',
      en: 'no portal is declared, so there is nothing to ask: --only-declared needs a --portals file that names some',
    });
  }
  return {
    corpus,
    archive: archive ? resolve(io.cwd, archive) : archiveBeside(corpus),
    declarations,
    ...(portals.length > 0 ? { portals } : {}),
    program: packageVersion(),
    contact: text(options.contact) ?? `${userInfo().username}@${hostname()}`,
    pace: {
      leastDelay: delay,
      ...(delay < 1_000 ? { firstExtra: delay, parkedFor: [50 * delay, 100 * delay, PARKED] } : {}),
    },
    settings: {
      addresses: number(options.atOnce) ?? 64,
      timeBudget: number(options.time),
      diskBudget: number(options.disk),
      retries: retriesFor(delay),
      leaseCount: delay === 0 ? 20 : 1,
    },
    exploring: exploringBudget({
      pages: number(options.explore) ?? EXPLORING.pages,
      renderings: number(options.render) ?? EXPLORING.renderings,
    }),
    again: options.again === true,
    allowPrivate: options.allowPrivate === true,
    browser: options.browser !== false,
    ocr: ocrMode(options.ocr),
    ...(number(options.keepFree) === null ? {} : { keepFree: number(options.keepFree) ?? 0 }),
  };
}
