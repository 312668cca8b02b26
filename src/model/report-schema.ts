import { type Edition, TABLE_ROLES } from './forms/form.ts';
import { EDITIONS } from './forms/forms.ts';
import type { Told } from './messages/tell.ts';
import {
  type Change,
  type Doubt,
  type Extraction,
  type ExtractionFailure,
  type Figure,
  type FigureStatus,
  type Flag,
  type Locator,
  type Message,
  REPORT_SCHEMA,
  type Repair,
  type ReportHead,
  type Section,
  type SectionRole,
  type Severity,
  type Source,
} from './report.ts';

/**
 * The JSON Schema (draft 2020-12) of one object of `lanting extract`. It is bound to the types of `report.ts`: a field or a
 * status that is added there and not here does not compile.
 */

type JsonSchema = Readonly<Record<string, unknown>>;

/** Exactly the members of a union, in the order given. */
const membersOf = <T extends string>(members: Readonly<Record<T, true>>): string[] => Object.keys(members);

const SEVERITIES = membersOf<Severity>({ error: true, warning: true, info: true });
const STATUSES = membersOf<FigureStatus>({
  reported: true,
  blank: true,
  dash: true,
  not_applicable: true,
  unreadable: true,
  inferred: true,
  missing: true,
});
const ROLES = membersOf<SectionRole>({
  preamble: true,
  overview: true,
  proactive: true,
  requests: true,
  disputes: true,
  problems: true,
  other_matters: true,
  extra: true,
});

const text = { type: 'string' };
const integer = { type: 'integer', minimum: 0 };
const nullable = (type: string) => ({ type: [type, 'null'] });
const date = { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const edition = { enum: [...EDITIONS, null] satisfies (Edition | null)[] };
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const nullOr = (name: string) => ({ anyOf: [ref(name), { type: 'null' }] });
const listOf = (items: JsonSchema) => ({ type: 'array', items });
const cell = { type: 'string', pattern: '^(proactive|requests|disputes)\\.[a-z_]+\\.[a-z_]+$' };

/** An object with exactly the fields of `T`; those named in `optional` may be absent. */
function objectOf<T>(properties: Readonly<Record<keyof T & string, JsonSchema>>, optional: readonly (keyof T)[] = []) {
  const required = (Object.keys(properties) as (keyof T & string)[]).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

const SOURCE: Readonly<Record<keyof Source, JsonSchema>> = {
  path: text,
  sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  mediaType: text,
  bytes: integer,
  charset: nullable('string'),
  fetchedAt: { type: 'string', format: 'date-time' },
};

export const REPORT_JSON_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: REPORT_SCHEMA,
  title: 'One document read by lanting extract',
  oneOf: [ref('extraction'), ref('failure')],
  $defs: {
    extraction: objectOf<Extraction>({
      schema: { const: REPORT_SCHEMA },
      source: objectOf<Source>(SOURCE, ['fetchedAt']),
      report: nullOr('report'),
      sections: listOf(ref('section')),
      figures: { type: 'object', propertyNames: cell, additionalProperties: ref('figure') },
      doubts: listOf(ref('doubt')),
      flags: listOf(ref('flag')),
      repair: nullOr('repair'),
    }),
    failure: objectOf<Told<ExtractionFailure>>({
      schema: { const: REPORT_SCHEMA },
      source: objectOf<Source>(SOURCE, ['sha256', 'mediaType', 'bytes', 'charset', 'fetchedAt']),
      error: objectOf<Told<ExtractionFailure['error']>>({ code: text, message: text }),
    }),
    report: objectOf<ReportHead>({
      title: nullable('string'),
      agency: nullable('string'),
      year: nullable('integer'),
      edition,
      editions: {
        type: 'object',
        properties: Object.fromEntries(TABLE_ROLES.map((role) => [role, edition])),
        required: TABLE_ROLES,
        additionalProperties: false,
      },
      publishedOn: date,
      periodStart: date,
      periodEnd: date,
    }),
    section: objectOf<Section>({
      ordinal: integer,
      number: nullable('string'),
      heading: text,
      role: { enum: ROLES },
      text,
    }),
    figure: objectOf<Figure>(
      {
        value: nullable('number'),
        raw: text,
        status: { enum: STATUSES },
        at: nullOr('locator'),
        unit: text,
        note: text,
      },
      ['unit', 'note'],
    ),
    locator: objectOf<Locator>(
      {
        path: text,
        table: integer,
        row: integer,
        column: integer,
        line: integer,
        offset: integer,
        page: integer,
        box: { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 4 },
      },
      ['path', 'table', 'row', 'column', 'line', 'offset', 'page', 'box'],
    ),
    message: objectOf<Message>({ zh: text, en: text }),
    doubt: objectOf<Doubt>(
      {
        rule: { type: 'string', pattern: '^(EX-|DOC-|ST-TABLE-IMAGE$)' },
        severity: { enum: SEVERITIES },
        cells: listOf(cell),
        message: ref('message'),
        alternatives: listOf(listOf(text)),
      },
      ['alternatives'],
    ),
    flag: objectOf<Flag>({
      rule: { type: 'string', pattern: '^(?!EX-|DOC-|ST-TABLE-IMAGE$)[A-Z][A-Z0-9-]+$' },
      severity: { enum: SEVERITIES },
      cells: listOf(cell),
      message: ref('message'),
      observed: { type: ['number', 'string', 'null'] },
      expected: { type: ['number', 'string', 'null'] },
    }),
    change: objectOf<Change>({ cell, from: nullable('number'), to: { type: 'number' } }),
    repair: objectOf<Repair>({
      changes: listOf(ref('change')),
      unique: { type: 'boolean' },
      alternatives: listOf(listOf(ref('change'))),
      explains: listOf(text),
    }),
  },
} as const;
