import type { TableRole } from '../../src/model/forms/form.ts';
import type { Section, SectionRole } from '../../src/model/report.ts';
import type { Document, Grid } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { isFoot, isFurniture, isMenu } from './furniture.ts';
import { type Heading, readHeading } from './section-roles.ts';

interface Part {
  readonly block: number;
  readonly heading: Heading;
  readonly lines: string[];
  tables: number;
}

export interface Outline {
  readonly sections: readonly Section[];
  /** Headings beyond the limit, which are text of the last section. */
  readonly surplus: number;
  /** Index of the first block under a heading; everything before it is front matter. */
  readonly bodyFrom: number;
  /** The table whose heading stands last before a block. */
  readonly headed: (block: number) => TableRole | null;
  /** Lines before the first heading, menus and furniture included. */
  readonly front: readonly { readonly text: string; readonly block: number; readonly heading: number }[];
}

const TABLE_OF: Partial<Record<SectionRole, TableRole>> = {
  proactive: 'proactive',
  requests: 'requests',
  disputes: 'disputes',
};

/** Headings in a row without anything between them are a table of contents when the same come again. */
const CONTENTS_LENGTH = 4;

function dropContents(parts: readonly Part[]): Part[] {
  let run = 0;
  while (run < parts.length && parts[run]?.lines.length === 0 && parts[run]?.tables === 0) run += 1;
  const later = new Set(parts.slice(run).map(({ heading }) => heading.text));
  const contents = parts.slice(0, run);
  const repeated = contents.filter(({ heading }) => later.has(heading.text)).length;
  return contents.length >= CONTENTS_LENGTH && repeated * 2 >= contents.length ? parts.slice(run) : [...parts];
}

function preambleLines(front: Outline['front']): string[] {
  return front
    .filter(({ heading, text }) => heading === 0 && !isFurniture(text) && !isMenu(text) && text.length >= 20)
    .map(({ text }) => text)
    .filter((text) => /[。，；]/.test(text));
}

/** Headings that are printed as rows of a grid of their own. */
function gridHeadings(grid: Grid): Heading[] {
  const alone = new Map<number, string | null>();
  for (const { row, text } of grid.cells) {
    if (text !== '') alone.set(row, alone.has(row) ? null : text);
  }
  const headings: Heading[] = [];
  for (const text of alone.values()) {
    if (text === null || text.length > 60) continue;
    const heading = readHeading(text);
    if (heading && heading.role !== 'extra' && heading.rest === '') headings.push(heading);
  }
  return headings;
}

/**
 * Finds the chapters of a report among the paragraphs that are no table: heading, number as printed, role, prose.
 *
 * @param consumed blocks whose text belongs to a table
 */
export function readOutline(document: Document, consumed: ReadonlySet<number>): Outline {
  const parts: Part[] = [];
  const front: { text: string; block: number; heading: number }[] = [];
  let ended = false;
  let surplus = 0;
  /** Begins a section, or, beyond the limit, goes on with the last. */
  const begin = (block: number, heading: Heading, lines: string[], tables: number): void => {
    if (parts.length < LIMITS.sections) {
      parts.push({ block, heading, lines, tables });
      return;
    }
    surplus += 1;
    const last = parts.at(-1) as Part;
    last.lines.push(heading.text, ...lines);
    last.tables += tables;
  };
  document.blocks.forEach((block, index) => {
    const current = parts.at(-1);
    if (block.kind === 'grid') {
      const inside = gridHeadings(block);
      for (const heading of inside) begin(index, heading, [], 1);
      if (inside.length === 0 && current) current.tables += 1;
      return;
    }
    if (block.kind === 'picture') {
      if (current) current.tables += 1;
      return;
    }
    if (consumed.has(index)) {
      if (current) current.tables += 1;
      return;
    }
    for (const line of block.text.split('\n')) {
      const heading = readHeading(line);
      if (heading) {
        begin(index, heading, heading.rest ? [heading.rest] : [], 0);
        ended = false;
      } else if (parts.length === 0) {
        front.push({ text: line, block: index, heading: block.heading ?? 0 });
      } else if (isFoot(line)) {
        ended = true;
      } else if (!ended && !isFurniture(line)) {
        parts.at(-1)?.lines.push(line);
      }
    }
  });
  const chapters = dropContents(parts);
  const preamble = preambleLines(front).join('\n');
  const sections: Section[] = chapters.map(({ heading, lines }, index) => ({
    ordinal: index + 1,
    number: heading.number,
    heading: heading.text,
    role: heading.role,
    text: lines.join('\n'),
  }));
  return {
    sections: preamble
      ? [{ ordinal: 0, number: null, heading: '', role: 'preamble', text: preamble }, ...sections]
      : sections,
    surplus,
    bodyFrom: chapters[0]?.block ?? document.blocks.length,
    front,
    headed: (block) => {
      let role: TableRole | null = null;
      for (const chapter of chapters) {
        if (chapter.block > block) break;
        role = TABLE_OF[chapter.heading.role] ?? null;
      }
      return role;
    },
  };
}
