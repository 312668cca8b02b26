import { doubtKind } from './doubt-kind.ts';

export const docBody = doubtKind(
  {
    code: 'DOC-BODY',
    severity: 'warning',
    title: { zh: '不能确定是哪个机关的报告', en: 'Whose report it is is not sure' },
    explanation: {
      zh: '只写简称、未写所在地，而同名机关不止一个，或已知的同名机关同年报告内容不同，未与之合并；或地名相同而区划代码不同，视为同一机关。',
      en: 'The name says no place, and several bodies bear it, or the one that is known reported otherwise for that year and the report was kept apart; or the place is the same by name and another by its code, and it was taken for the same.',
    },
  },
  (raise) => ({
    /** The place is that of a known body by name, another by its code. */
    otherCode: (name: string) =>
      raise('warning', [], {
        zh: `“${name}”与语料库中的同名机关地名相同而区划代码不同，视为同一机关`,
        en: `${name} has the place of a known body by name and another by its code; it was taken for that body`,
      }),

    severalNamesakes: (name: string) =>
      raise('warning', [], {
        zh: `“${name}”可能是语料库中几个同名机关之一，文件和网址未写明是哪一个`,
        en: `${name} may be any of several known bodies of that name; neither the document nor its address says which`,
      }),

    keptApart: (name: string) =>
      raise('warning', [], {
        zh: `“${name}”未写明所在地，未与已知的同名机关合并：该机关的报告在别处，或同年报告内容不同`,
        en: `${name} is named without its place and was kept apart from a known body of that name, which was found elsewhere or reported otherwise for that year`,
      }),
  }),
);
