/**
 * Compares what two builds of the program read in the same documents, byte for byte, and how long each takes.
 *
 *   node tests/compare-builds.mjs OLD NEW [--kind html,pdf,docx,xlsx,text,image] [--seeds 1-300] [--with FOLDER]... [--ocr] [--time]
 *
 * OLD and NEW are `dist` folders. Read are the samples, what `--with` names, and documents that the generator of NEW makes
 * from the seeds: each seed once for every kind. Recognition is off without `--ocr`: it takes seconds a page. `--time` reads
 * every document five times by turns and prints processor time, new to old. Ends with exit code 1 where something differs.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const ENDINGS = {
  html: ['.html', '.htm', '.mht', '.shtml'],
  pdf: ['.pdf'],
  docx: ['.docx'],
  doc: ['.doc', '.wps'],
  xlsx: ['.xlsx', '.xls'],
  text: ['.txt', '.md'],
  image: ['.jpg', '.png'],
};
const MADE_AS = {
  docx: ['docx'],
  xlsx: ['xlsx'],
  pdf: ['pdfkit ruled', 'pdfkit unruled', 'pdf-lib ruled', 'pdf-lib unruled'],
};
const ROUNDS = 5;
/** Differences shown of one document. */
const SHOWN = 6;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kind: { type: 'string', default: Object.keys(ENDINGS).join() },
    seeds: { type: 'string', default: '' },
    with: { type: 'string', multiple: true, default: [] },
    ocr: { type: 'boolean', default: false },
    time: { type: 'boolean', default: false },
  },
});
const kinds = values.kind.split(',');
const [oldBuild, newBuild] = positionals.map((folder) => pathToFileURL(`${resolve(folder)}/`));
if (!newBuild || kinds.some((kind) => !ENDINGS[kind])) {
  console.error(
    'usage: node tests/compare-builds.mjs OLD NEW [--kind html,pdf,…] [--seeds 1-300] [--with FOLDER]… [--ocr] [--time]',
  );
  process.exit(2);
}
const load = (build, path) => import(new URL(path, build).href);
const builds = [
  await load(oldBuild, 'src/app/pipeline/extract.js'),
  await load(newBuild, 'src/app/pipeline/extract.js'),
];

const kindOf = (path) => Object.keys(ENDINGS).find((kind) => ENDINGS[kind].includes(extname(path).toLowerCase()));

function* filesIn(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && kinds.includes(kindOf(path)) && !path.includes('node_modules')) yield path;
  }
}

async function* documents() {
  for (const given of ['samples', ...values.with]) {
    for (const path of statSync(given).isDirectory() ? filesIn(given) : [given]) {
      if (given === 'samples' && !/[\\/]source\.\w+$/.test(path)) continue;
      yield { kind: kindOf(path), path, bytes: readFileSync(path) };
    }
  }
  const [from, to = from] = values.seeds.split('-').map(Number);
  if (!from) return;
  const { generate } = await load(newBuild, 'samples/generator/generate.js');
  const { generateFormat } = await load(newBuild, 'samples/generator/formats/generate-format.js');
  for (let seed = from; seed <= to; seed++) {
    if (kinds.includes('html')) yield { kind: 'html', ...generate(seed) };
    for (const kind of kinds)
      for (const format of MADE_AS[kind] ?? []) yield { kind, ...(await generateFormat(seed, format)) };
  }
}

/** The results of a document as JSON values, and the processor time that they took, in ms. */
async function read({ extractFile }, { bytes, path }) {
  const begun = process.cpuUsage();
  const results = [];
  for await (const result of extractFile(bytes, path, { ocr: values.ocr ? 'auto' : 'off' })) results.push(result);
  const { user, system } = process.cpuUsage(begun);
  return { results: JSON.parse(JSON.stringify(results)), ms: (user + system) / 1000 };
}

function* differences(before, after, path = '') {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const nested = [before, after].every((value) => value !== null && typeof value === 'object');
  if (!nested || Array.isArray(before) !== Array.isArray(after)) {
    yield `${path}: ${JSON.stringify(before)?.slice(0, 160)} -> ${JSON.stringify(after)?.slice(0, 160)}`;
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    yield* differences(before[key], after[key], path ? `${path}.${key}` : key);
  }
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const tally = new Map();
for await (const document of documents()) {
  const { kind, path } = document;
  const count = tally.get(kind) ?? { documents: 0, differ: 0, before: 0, after: 0 };
  tally.set(kind, count);
  count.documents++;
  const [before, after] = [await read(builds[0], document), await read(builds[1], document)];
  const found = [...differences(before.results, after.results)];
  if (found.length > 0) {
    count.differ++;
    console.log(`${path} [${document.messes?.join(' + ') ?? ''}]: ${found.length} differences`);
    for (const line of found.slice(0, SHOWN)) console.log(`  ${line}`);
  }
  if (!values.time) continue;
  const times = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const which of round % 2 ? [1, 0] : [0, 1]) times[which].push((await read(builds[which], document)).ms);
  }
  const [old, now] = times.map(median);
  count.before += old;
  count.after += now;
  console.log(
    `${path}: ${(document.bytes.length / 1024).toFixed(0)} KB, ${old.toFixed(2)} -> ${now.toFixed(2)} ms, ${(now / old).toFixed(2)}`,
  );
}
for (const [kind, { documents: read, differ, before, after }] of tally) {
  const time = values.time
    ? `; ${before.toFixed(0)} -> ${after.toFixed(0)} ms of processor, ${(after / before).toFixed(2)}`
    : '';
  console.log(`${kind}: ${read} documents, ${differ} differ${time}`);
}
process.exit([...tally.values()].some(({ differ }) => differ > 0) ? 1 : 0);
