import { changeCells, retell, SEAM } from '../draft.ts';
import { EVERYWHERE, HTML, type Mess } from '../mess.ts';
import { changeFigures, type TrueFigure, type Truth } from '../truth.ts';

/** Numbers printed in other ways than as plain digits. */

const values = (truth: Truth): number[] => Object.values(truth.figures).flatMap(({ value }) => value ?? []);

const wide = (text: string): string =>
  text.replace(/[0-9.+-]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));

export const fullWidthDigits: Mess = {
  name: 'full-width-digits',
  readable: true,
  formats: EVERYWHERE,
  holds: ['digits'],
  print: (truth) =>
    changeFigures(truth, (_, figure) =>
      /\d/.test(figure.printed) ? { ...figure, printed: wide(figure.printed) } : figure,
    ),
};

export const thousandsSeparators: Mess = {
  name: 'thousands-separators',
  readable: true,
  formats: EVERYWHERE,
  holds: ['digits'],
  fits: (truth) => values(truth).some((value) => value >= 1000),
  print: (truth, rng) => {
    const separator = rng.pick([',', ',', '，']);
    return changeFigures(truth, (_, figure) => ({
      ...figure,
      printed: figure.printed.replace(/\d(?=(\d{3})+(?!\d))(?<!\.\d*)/g, `$&${separator}`),
    }));
  },
};

function unitOf(key: string, amount: string): string {
  if (key.endsWith('.amount')) return key.includes('fees') ? '万元' : amount;
  return /items_|\.projects$/.test(key) ? '项' : '件';
}

export const unitsInCells: Mess = {
  name: 'units-in-cells',
  readable: true,
  formats: EVERYWHERE,
  holds: ['digits'],
  print: (truth, rng) => {
    const amount = rng.pick(['元', '万元']);
    const zerosToo = rng.chance(0.5);
    const gap = rng.pick(['', '', ' ']);
    return changeFigures(truth, (key, figure) => {
      if (!/\d/.test(figure.printed) || (figure.value === 0 && !zerosToo)) return figure;
      const unit = unitOf(key, amount);
      const kept = key.endsWith('.amount') ? { unit } : {};
      return { ...figure, ...kept, printed: `${figure.printed}${gap}${unit}` };
    });
  },
};

const NOTES = ['（其中修订1件）', '（含上年结转2件）', '(其中网上申请3件)', '（不含涉密）', '（含自然失效2件）'];

export const notesInCells: Mess = {
  name: 'notes-in-cells',
  readable: true,
  formats: EVERYWHERE,
  holds: ['digits'],
  fits: (truth) => values(truth).some((value) => value > 0),
  print: (truth, rng) => {
    const likely = rng.pick([0.1, 0.3, 0.6]);
    const note = (figure: TrueFigure): TrueFigure => ({ ...figure, printed: figure.printed + rng.pick(NOTES) });
    return changeFigures(truth, (_, figure) => ((figure.value ?? 0) > 0 && rng.chance(likely) ? note(figure) : figure));
  },
};

/** 本年增/减 in words: 增3, 减少2项, 持平. */
export const signsInWords: Mess = {
  name: 'signs-in-words',
  readable: true,
  formats: EVERYWHERE,
  holds: ['digits'],
  edition: '2019',
  print: (truth, rng) => {
    const up = rng.pick([
      (n: number) => `增${n}`,
      (n: number) => `增加${n}项`,
      (n: number) => `＋${n}`,
      (n: number) => `+${n}项`,
    ]);
    const down = rng.pick([(n: number) => `减${n}`, (n: number) => `减少${n}项`, (n: number) => `－${n}`]);
    return changeFigures(truth, (key, figure) => {
      if (!key.endsWith('.items_change') || figure.value === null || !/\d/.test(figure.printed)) return figure;
      const either = { ...figure, statuses: ['reported', 'inferred'] as const };
      if (figure.value > 0) return { ...either, printed: up(figure.value) };
      if (figure.value < 0) return { ...either, printed: down(-figure.value) };
      return rng.chance(0.5) ? { ...figure, printed: '持平', statuses: ['inferred'] } : figure;
    });
  },
};

/** Counts as a spreadsheet exports them. */
export const spreadsheetDecimals: Mess = {
  name: 'spreadsheet-decimals',
  readable: true,
  formats: EVERYWHERE,
  holds: ['digits'],
  print: (truth, rng) => {
    const zeros = rng.pick(['.0', '.00']);
    return changeFigures(truth, (key, figure) =>
      /^\d+$/.test(figure.printed) && !key.startsWith('proactive.')
        ? { ...figure, printed: figure.printed + zeros }
        : figure,
    );
  },
};

/** Words that are no number stand where a number should. */
export const vagueValues: Mess = {
  name: 'vague-values',
  readable: true,
  formats: EVERYWHERE,
  holds: ['digits'],
  fits: (truth) => values(truth).some((value) => value > 0),
  print: (truth, rng) => {
    const filled = Object.entries(truth.figures).flatMap(([key, { value }]) => ((value ?? 0) > 0 ? [key] : []));
    const chosen = rng.shuffle(filled).slice(0, rng.int(1, 3));
    return changeFigures(truth, (key, figure) =>
      chosen.includes(key)
        ? {
            ...figure,
            value: null,
            statuses: ['unreadable'],
            printed: rng.pick([`约${figure.value}`, '近百', '十余', '若干', '？']),
          }
        : figure,
    );
  },
};

/** A number broken over tags or lines: 1 and 2 in one cell are 12. */
export const splitDigits: Mess = {
  name: 'split-digits',
  readable: true,
  formats: HTML,
  holds: ['digits'],
  fits: (truth) => values(truth).some((value) => value >= 10),
  apply: (draft, rng) => {
    const between = rng.pick([SEAM, SEAM, '\n']);
    const long = (text: string) => /^\d{2,}$/.test(text);
    const broken = changeCells(draft, (one) => {
      if (one.kind !== 'value' || !long(one.text)) return one;
      const at = rng.int(1, one.text.length - 1);
      return { ...one, text: one.text.slice(0, at) + between + one.text.slice(at) };
    });
    const keys = Object.keys(draft.truth.figures).filter((key) => long(draft.truth.figures[key]?.printed ?? ''));
    return retell(broken, keys, (figure) => ({ ...figure, statuses: ['reported', 'inferred'] }));
  },
};
