import { holdDemo } from '../../sweep/hold-demo.ts';

// In Chinese, with `--db` and recognition: `npm run sweep -- scans`.
holdDemo({ language: 'en', ocr: 'off', db: null });
