import type { Report } from './report.ts';

/** The kept attachments, and the report that each one is. */
export const ATTACHED: Readonly<Record<string, Report>> = {
  'gonganju-2025.docx': { agency: '兰渚市公安局', year: 2025 },
  'shuiliju-2025.pdf': { agency: '兰渚市水利局', year: 2025 },
  'caizhengju-2025.xlsx': { agency: '兰渚市财政局', year: 2025 },
  'yanxi-2025.pdf': { agency: '砚溪县人民政府', year: 2025 },
  'liushang-scjgj-2025.pdf': { agency: '流觞区市场监督管理局', year: 2025 },
  'lancun-2025.zip': { agency: '竹里县兰村镇人民政府', year: 2025 },
  'huifeng-nyncj-2025.xlsx': { agency: '惠风县农业农村局', year: 2025 },
  'tianlang-zjj-2025.docx': { agency: '天朗区住房和城乡建设局', year: 2025 },
  'qunxian-swj-2024.png': { agency: '群贤区水务局', year: 2024 },
};
