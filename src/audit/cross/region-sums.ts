import type { TableRole } from '../../model/forms/form.ts';
import { variablesOfTable } from '../../model/forms/variables.ts';
import { numberIn } from '../../model/report.ts';
import type { StoredReport } from './companions.ts';

/** A figure of a government beside those of the bodies below it. */
export interface RegionSum {
  readonly key: string;
  readonly parent: number;
  /** Of the children held, blanks as zero. */
  readonly sum: number;
  readonly largest: { readonly of: StoredReport; readonly value: number };
  /** Of the government's own office; null where its report is not held. */
  readonly office: number | null;
  readonly addends: readonly { readonly of: StoredReport; readonly value: number }[];
}

/** 柯桥区人民政府办公室: the office of the government itself, whose requests are the government's own. */
export const isOwnOffice = ({ body }: StoredReport): boolean => /(?:政府|行政公署)办公[室厅]$/u.test(body.name);

/** Items of catalogues are counted by each body for itself and overlap; amounts and cases add up. */
const ADDS_UP = (column: string): boolean => !column.startsWith('items_');

/**
 * The figures of a table of a government's report beside the sums of its children's. A figure that the parent leaves empty,
 * or that is unreadable in one of them, or that is not in a child's edition, is left out.
 */
export function regionSums(
  role: TableRole,
  parent: StoredReport,
  children: readonly StoredReport[],
): readonly RegionSum[] {
  const edition = parent.report.editions[role];
  if (!edition || children.length === 0) return [];
  return variablesOfTable(edition, role).flatMap(({ key, column }) => {
    const own = numberIn(parent.figures[key]);
    if (!ADDS_UP(column) || own === null || Number.isNaN(own)) return [];
    const addends = children.map((of) => ({ of, value: numberIn(of.figures[key]) ?? 0 }));
    if (addends.some(({ value }) => Number.isNaN(value))) return [];
    const [first, ...others] = addends;
    if (!first) return [];
    const largest = others.reduce((most, one) => (one.value > most.value ? one : most), first);
    const office = addends.find(({ of }) => isOwnOffice(of))?.value ?? null;
    const sum = addends.reduce((total, { value }) => total + value, 0);
    return { key, parent: own, sum, largest, office, addends };
  });
}

/** 本级: the report says that it covers the government's own office alone. */
const OWN_ONLY =
  /(?:本报告|报告|数据)[^。；]{0,20}(?:仅|只)[^。；]{0,12}(?:本级|本机关|办公[室厅])|(?:不含|不包括|未包含)[^。；]{0,12}(?:部门|乡镇|街道|下级)/u;
export const saysOwnOnly = ({ sections }: StoredReport): boolean => sections.some(({ text }) => OWN_ONLY.test(text));

/** What a report says of its scope, for evidence. */
const SCOPE = /[^。；\n]{0,20}(?:本级|全[省市县区]各|汇总|各部门|不含|不包括)[^。；\n]{0,20}/u;
export const scopeWords = ({ sections }: StoredReport): string | null =>
  sections.map(({ text }) => SCOPE.exec(text)?.[0]).find((words) => words !== undefined) ?? null;

/** Fewer figures that are not zero tell nothing. */
const FEWEST = 3;

/**
 * Whether the report covers the office and not the region: every count of requests is the office's own, or all that the
 * children report is above what the parent does, and the parent is not above its office where that one is held.
 */
export function coversOfficeOnly(
  parent: StoredReport,
  children: readonly StoredReport[],
): 'as-office' | 'below-sum' | null {
  const sums = regionSums('requests', parent, children).filter((one) => one.sum > 0 || one.parent > 0);
  if (sums.length < FEWEST) return null;
  if (children.length > 1 && sums.every(({ parent: own, office }) => own === office)) return 'as-office';
  return sums.every(({ parent: own, sum, office }) => own < sum && own <= (office ?? own)) ? 'below-sum' : null;
}
